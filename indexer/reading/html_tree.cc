#include "indexer/reading/html_tree.h"

#include "indexer/reading/white_space.h"

namespace newshound::reading {
namespace {

const xmlAttr* find_attribute(const xmlNode* node, std::string_view name) {
  if (!is_element(node)) return nullptr;
  for (const auto* it = node->properties; it; it = it->next)
    if (name == reinterpret_cast<const char*>(it->name)) return it;
  return nullptr;
}

}  // namespace

std::string_view attribute(const xmlNode* node, std::string_view name) {
  const auto* found = find_attribute(node, name);
  // libxml2 makes one text node of a value, references and all.
  if (!found || !found->children || !found->children->content) return {};
  return trim(reinterpret_cast<const char*>(found->children->content));
}

bool has_attribute(const xmlNode* node, std::string_view name) { return find_attribute(node, name) != nullptr; }

const xmlNode* next_outside(const xmlNode* node, const xmlNode* root) {
  while (node != root) {
    if (node->next) return node->next;
    node = node->parent;
  }
  return nullptr;
}

std::string plain_text(const xmlNode* node) {
  std::string text;
  for (const auto* it = node; it; it = next_in_order(it, node))
    if (is_text(it))
      append_collapsed(text, text_of(it));
    else if (name_of(it) == "br")
      append_collapsed(text, " ");
  if (text.ends_with(' ')) text.pop_back();
  return text;
}

bool is_inside(const xmlNode* node, std::string_view name) {
  for (; is_element(node); node = node->parent)
    if (name_of(node) == name) return true;
  return false;
}

}  // namespace newshound::reading
