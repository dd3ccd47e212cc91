// Reading a tree of libxml2 without copying it: names, attributes and walks. Nothing here calls itself, so that no
// depth of a page can exhaust the stack.
#ifndef NEWSHOUND_READING_HTML_TREE_H
#define NEWSHOUND_READING_HTML_TREE_H

#include <libxml/tree.h>

#include <string>
#include <string_view>

namespace newshound::reading {

inline bool is_element(const xmlNode* node) { return node && node->type == XML_ELEMENT_NODE; }
inline bool is_text(const xmlNode* node) { return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE; }

// In lower case, as libxml2's HTML parser makes them; empty for what is no element.
inline std::string_view name_of(const xmlNode* node) {
  return is_element(node) ? reinterpret_cast<const char*>(node->name) : std::string_view();
}

// Of a text node.
inline std::string_view text_of(const xmlNode* node) {
  return node->content ? reinterpret_cast<const char*>(node->content) : std::string_view();
}

// White space trimmed; empty if the element has no such attribute.
std::string_view attribute(const xmlNode* node, std::string_view name);
bool has_attribute(const xmlNode* node, std::string_view name);

// The node after `node` in document order that is not below it; null at the end of `root`.
const xmlNode* next_outside(const xmlNode* node, const xmlNode* root);

// The node after `node` in document order; null at the end of `root`.
inline const xmlNode* next_in_order(const xmlNode* node, const xmlNode* root) {
  return node->children ? node->children : next_outside(node, root);
}

// All text below `node`, runs of white space made one space, none at either end.
std::string plain_text(const xmlNode* node);

// Whether `node` is or lies below an element of that name.
bool is_inside(const xmlNode* node, std::string_view name);

}  // namespace newshound::reading

#endif
