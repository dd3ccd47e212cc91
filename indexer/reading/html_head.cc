#include "indexer/reading/html_head.h"

#include "indexer/reading/html_references.h"
#include "indexer/reading/html_tree.h"
#include "indexer/reading/white_space.h"

namespace newshound::reading {
namespace {

constexpr std::size_t kLevelsAboveHeadline = 4;  // where its byline and time may stand

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return result;
}

std::string value_of(const xmlNode* node, std::string_view name) {
  return collapsed(without_references(attribute(node, name)));
}

void add_meta(const xmlNode* node, HtmlHead& head) {
  const auto content = value_of(node, "content");
  if (content.empty()) return;
  for (const auto* key : {"property", "name", "itemprop", "http-equiv"})
    if (const auto name = attribute(node, key); !name.empty()) head.meta.emplace(lower(name), content);
}

// Microdata outside the head: <span itemprop="datePublished" content="...">.
void add_microdata(const xmlNode* node, HtmlHead& head) {
  const auto name = attribute(node, "itemprop");
  if (name.find("datePublished") == std::string_view::npos) return;
  for (const auto* key : {"content", "datetime"})
    if (auto value = value_of(node, key); !value.empty()) head.meta.emplace("datepublished", std::move(value));
}

void add_script(const xmlNode* node, HtmlHead& head) {
  if (lower(attribute(node, "type")).find("ld+json") == std::string::npos) return;
  std::string script;
  for (const auto* it = node->children; it; it = it->next)
    if (is_text(it)) script += text_of(it);
  head.json_ld.push_back(std::move(script));
}

std::string time_below(const xmlNode* node) {
  for (const auto* it = node; it; it = next_in_order(it, node))
    if (name_of(it) == "time")
      if (auto value = value_of(it, "datetime"); !value.empty()) return value;
  return {};
}

std::string time_beside(const xmlNode* headline) {
  const auto* node = headline;
  for (std::size_t level = 0; level <= kLevelsAboveHeadline && is_element(node); ++level, node = node->parent)
    if (auto value = time_below(node); !value.empty()) return value;
  return {};
}

}  // namespace

std::string_view HtmlHead::find(std::initializer_list<std::string_view> names, std::string_view& name) const {
  for (const auto candidate : names) {
    const auto found = meta.find(std::string(candidate));
    if (found == meta.end()) continue;
    name = candidate;
    return found->second;
  }
  return {};
}

HtmlHead read_head(const xmlNode* root) {
  HtmlHead head;
  head.language = value_of(root, "lang");
  if (head.language.empty()) head.language = value_of(root, "xml:lang");
  const xmlNode* headline = nullptr;
  for (const auto* it = root; it; it = next_in_order(it, root)) {
    const auto tag = name_of(it);
    if (tag.empty()) continue;
    if (tag == "meta")
      add_meta(it, head);
    else if (tag == "script")
      add_script(it, head);
    else if (tag == "title" && head.title.empty() && !is_inside(it, "svg"))
      head.title = plain_text(it);
    else if (tag == "link" && head.canonical.empty() && lower(attribute(it, "rel")) == "canonical")
      head.canonical = value_of(it, "href");
    else if (tag == "h1" && !headline && !plain_text(it).empty())
      headline = it;
    else
      add_microdata(it, head);
  }
  if (!headline) return head;
  head.headline = plain_text(headline);
  head.printed_time = time_beside(headline);
  return head;
}

}  // namespace newshound::reading
