// What stands before the first element of an XML document (XML 1.0, 2.8): which kind of document it is, and in which
// character set. The document type is stepped over, never read: entities that it declares do not exist for us.
#ifndef NEWSHOUND_READING_XML_PROLOG_H
#define NEWSHOUND_READING_XML_PROLOG_H

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace newshound::reading {

struct XmlProlog {
  std::string character_set;  // as declared; empty if it is not
  std::string root;           // name of the first element, prefix included
  std::size_t begin = 0;      // of its tag within the text

  [[nodiscard]] std::string_view root_name() const;  // without its prefix
  [[nodiscard]] std::string prefix() const;          // with its colon; empty if it has none
};

// Empty for a text that does not begin as XML does, or not wholly within `text`.
std::optional<XmlProlog> find_prolog(std::string_view text);

}  // namespace newshound::reading

#endif
