#include "indexer/format/record.h"

#include "indexer/format/dates.h"
#include "indexer/format/guard.h"

#include <xxhash.h>

#include <array>
#include <nlohmann/json.hpp>

namespace newshound::format {
namespace {

using Json = nlohmann::json;

// Persisted; never change one.
constexpr std::array<const char*, 5> kStandings = {"unknown", "given", "stated", "derived", "inferred"};
constexpr std::array<const char*, 3> kTypes = {"person", "organization", "place"};

// A given value is a plain string; any other is an object with its standing and evidence.
void put(Json& meta, const char* key, const Field& field) {
  if (!field.known()) return;
  if (field.standing == Standing::given && field.evidence.empty()) {
    meta[key] = field.value;
    return;
  }
  meta[key] = {{"value", field.value}, {"standing", kStandings.at(static_cast<std::size_t>(field.standing))}};
  if (!field.evidence.empty()) meta[key]["evidence"] = field.evidence;
}

Field get(const Json& meta, const char* key) {
  const auto found = meta.find(key);
  if (found == meta.end()) return {};
  if (found->is_string()) return {found->get<std::string>()};
  Field field(found->at("value").get<std::string>(), Standing::unknown, found->value("evidence", ""));
  const auto& standing = found->at("standing").get_ref<const std::string&>();
  for (std::size_t i = 0; i < kStandings.size(); ++i)
    if (standing == kStandings.at(i)) field.standing = static_cast<Standing>(i);
  return field;
}

Json to_json(const std::vector<Entity>& entities) {
  Json list = Json::array();
  for (const auto& entity : entities)
    list.push_back(
        {entity.name, entity.type ? Json(kTypes.at(static_cast<std::size_t>(*entity.type))) : Json(nullptr)});
  return list;
}

std::vector<Entity> entities_from(const Json& list) {
  std::vector<Entity> entities;
  for (const auto& item : list) {
    Entity entity{item.at(0).get<std::string>(), {}};
    for (std::size_t i = 0; i < kTypes.size(); ++i)
      if (item.at(1).is_string() && item.at(1).get_ref<const std::string&>() == kTypes.at(i))
        entity.type = static_cast<EntityType>(i);
    entities.push_back(std::move(entity));
  }
  return entities;
}

// Throws for a fraction or a sign, which get() would cut off.
std::uint64_t number_from(const Json& json) { return json.get_ref<const Json::number_unsigned_t&>(); }

Json meta_of(const Article& article) {
  Json meta = {{"id", article.id}, {"title", article.title}};
  put(meta, "outlet", article.outlet);
  put(meta, "published", article.published);
  put(meta, "byline", article.byline);
  put(meta, "section", article.section);
  put(meta, "url", article.url);
  put(meta, "language", article.language);
  if (!article.entities.empty()) meta["entities"] = to_json(article.entities);
  if (article.day) meta["day"] = to_string(*article.day);
  if (!article.source.empty()) meta["source"] = article.source;
  if (article.line) meta["line"] = *article.line;
  for (const auto& dropped : article.dropped) meta["dropped"].push_back({dropped.line, dropped.text, dropped.reason});
  return meta;
}

Article article_from(const Json& meta) {
  Article article;
  article.id = meta.at("id").get<std::string>();
  article.title = meta.at("title").get<std::string>();
  article.outlet = get(meta, "outlet");
  article.published = get(meta, "published");
  article.byline = get(meta, "byline");
  article.section = get(meta, "section");
  article.url = get(meta, "url");
  article.language = get(meta, "language");
  if (meta.contains("entities")) article.entities = entities_from(meta.at("entities"));
  if (meta.contains("day")) article.day = parse_day(meta.at("day").get_ref<const std::string&>());
  article.source = meta.value("source", "");
  if (meta.contains("line")) article.line = number_from(meta.at("line"));
  if (meta.contains("dropped"))
    for (const auto& item : meta.at("dropped"))
      article.dropped.push_back(
          {number_from(item.at(0)), item.at(1).get<std::string>(), item.at(2).get<std::string>()});
  return article;
}

}  // namespace

std::string encode_meta(const Article& article) { return meta_of(article).dump(); }

Article decode_meta(std::string_view meta) {
  try {
    return article_from(Json::parse(meta));
  } catch (const Json::exception& error) {
    throw Failure(Errc::damaged, std::string("a stored article cannot be read: ") + error.what());
  }
}

std::uint64_t content_hash(const Article& article) {
  Json content = meta_of(article);
  for (const char* where_found : {"source", "line", "dropped"}) content.erase(where_found);
  const std::string meta = content.dump();
  std::string record;
  record.reserve(4 + meta.size() + article.body.size());
  for (unsigned shift = 0; shift < 32; shift += 8) record.push_back(static_cast<char>((meta.size() >> shift) & 0xFFU));
  record.append(meta).append(article.body);
  return XXH3_64bits(record.data(), record.size());
}

}  // namespace newshound::format
