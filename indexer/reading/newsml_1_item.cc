// One NewsML 1.x <NewsItem> -> Article: what the components nest, the first that says something says it.
#include <string_view>

#include "indexer/reading/markup_text.h"
#include "indexer/reading/newsml.h"
#include "indexer/reading/nitf.h"
#include "indexer/reading/paragraphs.h"
#include "indexer/reading/xml_node.h"

namespace newshound::reading {
namespace {

// The first element of that name below, in the order of the document, that has text.
std::string first_text(const xmlNode* parent, std::string_view name) {
  for (const auto* node = parent ? parent->children : nullptr; node; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    auto text = name_of(node) == name ? on_one_line(content(node)) : first_text(node, name);
    if (!text.empty()) return text;
  }
  return {};
}

std::string formal_name(const xmlNode* node) { return attribute(node, "FormalName"); }

bool is_body(const xmlNode* component) {
  const auto role = formal_name(child(component, "Role"));
  return role == "Body" || role == "Main" || role == "Main Text";
}

// The content of the component whose role is to be the text.
const xmlNode* find_body(const xmlNode* parent) {
  for (const auto* node = parent->children; node; node = node->next) {
    if (!is_element(node, "NewsComponent")) continue;
    const auto* data = is_body(node) ? descendant(node, "DataContent") : find_body(node);
    if (data) return data;
  }
  return nullptr;
}

// An item of one component says no role.
const xmlNode* find_content(const xmlNode* item) {
  const auto* body = find_body(item);
  const auto* component = child(item, "NewsComponent");
  return body ? body : child(child(component, "ContentItem"), "DataContent");
}

void read_content(const xmlNode* data, Article& article) {
  if (const auto* nitf = descendant(data, "nitf")) fill_from_nitf(nitf, article);
  if (article.body.empty()) article.body = paragraphs_of(data);
}

}  // namespace

std::string read_newsml_1(const xmlNode* item, Article& article) {
  const auto* identifier = child(child(item, "Identification"), "NewsIdentifier");
  article.id = child_content(identifier, "PublicIdentifier");
  article.title = first_text(item, "HeadLine");
  article.byline = first_text(item, "ByLine");
  article.language = formal_name(descendant(item, "Language"));
  article.outlet = formal_name(child(descendant(item, "Provider"), "Party"));
  const auto* management = child(item, "NewsManagement");
  article.published = extended_time(child_content(management, "FirstCreated"));
  if (!article.published.known()) article.published = extended_time(child_content(management, "ThisRevisionCreated"));
  read_content(find_content(item), article);
  return {};
}

}  // namespace newshound::reading
