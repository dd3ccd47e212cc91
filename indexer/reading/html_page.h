// Bytes of a web page -> a tree, by libxml2's HTML parser: recovering, without network, without huge documents.
//
// What a hostile page may cost is bounded before and while it is parsed: its size, the depth of its elements (libxml2
// stops at 256), the attributes of a tag (libxml2 compares each with all others) and the number of its tags.
#ifndef NEWSHOUND_READING_HTML_PAGE_H
#define NEWSHOUND_READING_HTML_PAGE_H

#include <libxml/tree.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace newshound::reading {

inline constexpr std::size_t kMaxPageBytes = 9 << 20;  // libxml2 stops at texts of 10 MB, as it should

struct FreeTree {
  void operator()(xmlDoc* tree) const { xmlFreeDoc(tree); }
};
using HtmlTree = std::unique_ptr<xmlDoc, FreeTree>;  // never null in a result

struct PageFault {
  std::string reason;
};

// `page` is UTF-8 (what is not makes replacement characters).
std::variant<HtmlTree, PageFault> parse_page(std::string_view page);

}  // namespace newshound::reading

#endif
