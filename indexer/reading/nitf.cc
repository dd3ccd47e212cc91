#include "indexer/reading/nitf.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "indexer/reading/entity_list.h"
#include "indexer/reading/paragraphs.h"
#include "indexer/reading/xml_node.h"

namespace newshound::reading {
namespace {

constexpr std::array<std::pair<std::string_view, EntityType>, 3> kEntities = {
    {{"person", EntityType::person}, {"org", EntityType::organization}, {"location", EntityType::place}}};

void add_entities(const xmlNode* parent, std::vector<Entity>& entities) {
  for (const auto* node = parent ? parent->children : nullptr; node; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    const auto* known =
        std::find_if(kEntities.begin(), kEntities.end(), [&](const auto& kind) { return kind.first == name_of(node); });
    if (known != kEntities.end())
      add_entity(on_one_line(content(node)), known->second, entities);
    else
      add_entities(node, entities);
  }
}

void fill(Field& field, std::string value) {
  if (!field.known()) field = std::move(value);
}

void read_document_data(const xmlNode* head, Article& article) {
  const auto* data = child(head, "docdata");
  if (article.id.empty()) article.id = attribute(child(data, "doc-id"), "id-string");
  const auto* published = child(head, "pubdata");
  fill(article.outlet, attribute(published, "name"));
  fill(article.section, attribute(published, "position.section"));
  fill(article.url, attribute(published, "ex-ref"));
  fill(article.published, extended_time(attribute(child(data, "date.issue"), "norm")));
  fill(article.published, extended_time(attribute(published, "date.publication")));
  const auto holder = attribute(child(data, "doc.copyright"), "holder");
  if (!article.outlet.known() && !holder.empty()) article.outlet = Field(holder, Standing::stated, "copyright holder");
  add_entities(child(data, "identified-content"), article.entities);
}

void read_body(const xmlNode* body, Article& article) {
  const auto* head = child(body, "body.head");
  if (article.title.empty()) article.title = on_one_line(child_content(child(head, "hedline"), "hl1"));
  fill(article.byline, on_one_line(content(child(head, "byline"))));
  if (article.body.empty()) article.body = paragraphs_of(child(body, "body.content"));
  if (article.body.empty()) article.body = paragraphs_of(child(head, "abstract"));
  add_entities(child(body, "body.content"), article.entities);
}

}  // namespace

void fill_from_nitf(const xmlNode* nitf, Article& article) {
  const auto* head = child(nitf, "head");
  read_document_data(head, article);
  read_body(child(nitf, "body"), article);
  if (article.title.empty()) article.title = on_one_line(child_content(head, "title"));
  fill(article.language, attribute(nitf, "xml:lang"));
}

std::string extended_time(std::string_view time) {
  const auto digits = [&](std::size_t begin, std::size_t count) {
    return time.size() >= begin + count && std::all_of(time.begin() + static_cast<std::ptrdiff_t>(begin),
                                                       time.begin() + static_cast<std::ptrdiff_t>(begin + count),
                                                       [](char c) { return c >= '0' && c <= '9'; });
  };
  const auto part = [&](std::size_t begin) { return std::string(time.substr(begin, 2)); };
  if (!digits(0, 8)) return std::string(time);
  const auto day = std::string(time.substr(0, 4)) + "-" + part(4) + "-" + part(6);
  if (time.size() == 8) return day;
  if (time[8] != 'T' || !digits(9, 6)) return std::string(time);
  auto zone = std::string(time.substr(15));
  if (zone.size() == 5 && (zone[0] == '+' || zone[0] == '-')) zone.insert(3, ":");
  return day + "T" + part(9) + ":" + part(11) + ":" + part(13) + zone;
}

}  // namespace newshound::reading
