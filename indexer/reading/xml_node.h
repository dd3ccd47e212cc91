// Pieces of XML -> trees, by libxml2, and what is asked of the trees. No network, no external entities, no document
// type is ever read: a piece begins at its element, and a reference to an entity that XML and HTML do not know is text.
#ifndef NEWSHOUND_READING_XML_NODE_H
#define NEWSHOUND_READING_XML_NODE_H

#include <libxml/tree.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace newshound::reading {

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Document = std::unique_ptr<xmlDoc, FreeDocument>;

struct ParsedXml {
  Document document;  // empty at a fault
  std::string fault;  // in plain words
  unsigned line = 0;  // of the fault within the text, from 1
};

// libxml2 holds no text of more than 10 MB and none of ours holds more elements than this: a tree takes some 200 bytes
// for each.
inline constexpr std::uint64_t kMaxXmlBytes = 9 << 20;
inline constexpr std::uint64_t kMaxXmlElements = 100000;
inline constexpr std::uint64_t kMaxXmlAttributes = 2000;  // of one element: each is compared with all before it

enum class Recovery { none, forgive };  // forgive: of what is not well-formed, what can be made out

// `xml` is clean_xml() text.
ParsedXml parse_xml(const std::string& xml, Recovery recovery);

// `utf8` without comments, and without what makes XML that is nearly right unreadable: control characters and
// references to them dropped, named HTML references as numbers, an ampersand that begins no reference escaped. CDATA
// sections keep theirs.
std::string clean_xml(std::string_view utf8);

std::string_view name_of(const xmlNode* node);  // without its prefix
bool is_element(const xmlNode* node, std::string_view name);

// The first child, or the first anywhere below, of that name; null if there is none. `parent` may be null.
const xmlNode* child(const xmlNode* parent, std::string_view name);
const xmlNode* descendant(const xmlNode* parent, std::string_view name);

// All text inside, trimmed. Empty for null.
std::string content(const xmlNode* node);
std::string child_content(const xmlNode* parent, std::string_view name);

// The text inside in paragraphs, as block elements cut it. Empty for null.
std::string paragraphs_of(const xmlNode* node);

// Trimmed; empty for null, and where there is none. Without `in` the attribute is in no namespace; `name` may be
// "xml:lang".
std::string attribute(const xmlNode* node, const char* name, const char* in = nullptr);

}  // namespace newshound::reading

#endif
