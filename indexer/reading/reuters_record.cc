// One Reuters-21578 record -> Article, by libxml2 in its recovering mode: no network, no huge documents, no entities.
#include <libxml/tree.h>

#include <utility>

#include "indexer/reading/character_set.h"
#include "indexer/reading/paragraphs.h"
#include "indexer/reading/reuters_sgml.h"
#include "indexer/reading/utf8.h"
#include "indexer/reading/xml_node.h"

namespace newshound::reading {
namespace {

// What stands in TEXT beside its elements.
std::string other_text(const xmlNode* parent) {
  std::string text;
  for (const auto* node = parent ? parent->children : nullptr; node; node = node->next)
    if (node->type == XML_TEXT_NODE) text += reinterpret_cast<const char*>(node->content);
  return std::string(trimmed(text));
}

// "27-MAR-1987 00:02:59.13RM": desk codes that stood after control characters.
std::string without_desk_codes(std::string date) {
  const auto last = date.find_last_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ ");
  if (last != std::string::npos && date[last] >= '0' && date[last] <= '9') date.resize(last + 1);
  return date;
}

void add_entities(const xmlNode* list, EntityType type, std::vector<Entity>& entities) {
  for (const auto* node = list ? list->children : nullptr; node; node = node->next) {
    if (!is_element(node, "D")) continue;
    auto name = content(node);
    if (!name.empty()) entities.push_back({std::move(name), type});
  }
}

void read_text(const xmlNode* text, Article& article) {
  article.title = on_one_line(child_content(text, "TITLE"));
  article.byline = child_content(text, "AUTHOR");
  article.body = child_content(text, "BODY");
  if (article.body.empty()) article.body = other_text(text);
}

}  // namespace

std::string clean_record(std::string_view record) {
  return first_bad_byte(record) ? clean_xml(from_latin1(record)) : clean_xml(record);
}

std::optional<Article> parse_record(std::string_view record) {
  const auto parsed = parse_xml(clean_record(record), Recovery::forgive);
  if (!parsed.document) return {};
  const auto* root = xmlDocGetRootElement(parsed.document.get());
  Article article;
  const auto number = attribute(root, "NEWID");
  if (!number.empty()) article.id = "reuters-" + number;
  article.outlet = "Reuters";
  article.language = "en";
  article.published = without_desk_codes(child_content(root, "DATE"));
  read_text(child(root, "TEXT"), article);
  add_entities(child(root, "PLACES"), EntityType::place, article.entities);
  add_entities(child(root, "PEOPLE"), EntityType::person, article.entities);
  add_entities(child(root, "ORGS"), EntityType::organization, article.entities);
  return article;
}

}  // namespace newshound::reading
