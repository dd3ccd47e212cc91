// One NewsML-G2 <newsItem> -> Article.
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/reading/entity_list.h"
#include "indexer/reading/markup_text.h"
#include "indexer/reading/newsml.h"
#include "indexer/reading/nitf.h"
#include "indexer/reading/paragraphs.h"
#include "indexer/reading/xml_node.h"

namespace newshound::reading {
namespace {

// Names of concepts; where one has only a code, the name that an <assert> of the item gives to that code.
class Concepts {
 public:
  explicit Concepts(const xmlNode* item) {
    for (const auto* node = item->children; node; node = node->next)
      if (is_element(node, "assert"))
        asserted_.emplace(attribute(node, "qcode"), on_one_line(child_content(node, "name")));
  }

  [[nodiscard]] std::string name(const xmlNode* node) const {
    auto name = on_one_line(child_content(node, "name"));
    const auto code = attribute(node, "qcode");
    if (!name.empty() || code.empty()) return name;
    const auto known = asserted_.find(code);
    return known == asserted_.end() ? "" : known->second;
  }

 private:
  std::map<std::string, std::string> asserted_;
};

std::optional<EntityType> type_of_subject(const xmlNode* subject) {
  auto type = attribute(subject, "type");
  if (type.empty()) type = attribute(subject, "typeuri");
  const auto kind = std::string_view(type).substr(type.find_last_of(":/") + 1);  // npos + 1 is 0
  if (kind == "person") return EntityType::person;
  if (kind == "organisation" || kind == "organization") return EntityType::organization;
  if (kind == "geoArea" || kind == "poi") return EntityType::place;
  return {};
}

void read_entities(const Concepts& concepts, const xmlNode* meta, Article& article) {
  for (const auto* node = meta ? meta->children : nullptr; node; node = node->next) {
    std::optional<EntityType> type;
    if (is_element(node, "subject")) type = type_of_subject(node);
    if (is_element(node, "located")) type = EntityType::place;
    if (type) add_entity(concepts.name(node), *type, article.entities);
  }
}

void read_outlet(const Concepts& concepts, const xmlNode* item, const xmlNode* meta, Article& article) {
  article.outlet = concepts.name(child(child(item, "itemMeta"), "provider"));
  const std::array<std::pair<std::string, std::string_view>, 3> others = {
      {{on_one_line(child_content(meta, "creditline")), "credit line"},
       {on_one_line(child_content(child(child(item, "rightsInfo"), "copyrightHolder"), "name")), "copyright holder"},
       {concepts.name(child(meta, "infoSource")), "information source"}}};
  for (const auto& [name, evidence] : others)
    if (!article.outlet.known() && !name.empty()) article.outlet = Field(name, Standing::stated, std::string(evidence));
}

void read_byline(const Concepts& concepts, const xmlNode* meta, Article& article) {
  std::string names = on_one_line(child_content(meta, "by"));
  for (const auto* node = meta ? meta->children : nullptr; node && names.empty(); node = node->next)
    if (is_element(node, "creator")) names = concepts.name(node);
  article.byline = std::move(names);
}

void read_date(const xmlNode* item, const xmlNode* meta, Article& article) {
  const auto* item_meta = child(item, "itemMeta");
  for (const auto& date : {child_content(item_meta, "firstCreated"), child_content(item_meta, "versionCreated"),
                           child_content(meta, "contentCreated")})
    if (!article.published.known()) article.published = date;
}

// Inline NITF, XHTML or data; of an item without text, a picture say, its description.
std::string read_content(const xmlNode* item, const xmlNode* meta, Article& article) {
  const auto* set = child(item, "contentSet");
  if (const auto* nitf = descendant(child(set, "inlineXML"), "nitf")) fill_from_nitf(nitf, article);
  if (article.body.empty()) article.body = paragraphs_of(descendant(child(set, "inlineXML"), "html"));
  if (const auto* data = child(set, "inlineData"); data && article.body.empty()) {
    auto text = text_of_markup(content(data));
    if (!text) return "HTML nested too deeply";
    article.body = attribute(data, "contenttype") == "text/plain" ? content(data) : std::move(*text);
  }
  if (article.body.empty()) article.body = paragraphs_of(child(meta, "description"));
  return {};
}

}  // namespace

std::string read_newsml_g2(const xmlNode* item, Article& article) {
  const auto* meta = child(item, "contentMeta");
  article.id = attribute(item, "guid");
  if (article.id.starts_with("http://") || article.id.starts_with("https://")) article.url = article.id;
  const auto* item_meta = child(item, "itemMeta");
  if (attribute(child(item_meta, "pubStatus"), "qcode").ends_with(":canceled")) return "canceled by its provider";
  article.title = on_one_line(child_content(meta, "headline"));
  const Concepts concepts(item);
  read_outlet(concepts, item, meta, article);
  read_byline(concepts, meta, article);
  read_date(item, meta, article);
  article.language = attribute(child(meta, "language"), "tag");
  read_entities(concepts, meta, article);
  auto fault = read_content(item, meta, article);
  if (article.title.empty()) article.title = on_one_line(child_content(item_meta, "title"));
  if (!article.language.known()) article.language = attribute(item, "xml:lang");
  return fault;
}

}  // namespace newshound::reading
