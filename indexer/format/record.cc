#include "indexer/format/record.h"

#include "indexer/format/dates.h"
#include "indexer/format/record_names.h"

#include <xxhash.h>

#include <nlohmann/json.hpp>

namespace newshound::format {
namespace {

using Json = nlohmann::json;

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

Json to_json(const std::vector<Entity>& entities) {
  Json list = Json::array();
  for (const auto& entity : entities)
    list.push_back(
        {entity.name, entity.type ? Json(kTypes.at(static_cast<std::size_t>(*entity.type))) : Json(nullptr)});
  return list;
}

Json to_json(const DayBounds& bounds) {
  const auto day = [](const std::optional<Day>& bound) { return bound ? Json(to_string(*bound)) : Json(nullptr); };
  return {day(bounds.earliest), day(bounds.latest), bounds.evidence};
}

Json meta_of(const Article& article) {
  Json meta = {{"id", article.id}, {"title", article.title}};
  put(meta, "outlet", article.outlet);
  put(meta, "subtitle", article.subtitle);
  put(meta, "agency", article.agency);
  put(meta, "published", article.published);
  put(meta, "byline", article.byline);
  put(meta, "section", article.section);
  put(meta, "url", article.url);
  put(meta, "language", article.language);
  if (!article.entities.empty()) meta["entities"] = to_json(article.entities);
  if (article.day) meta["day"] = to_string(*article.day);
  if (article.bounds != DayBounds()) meta["bounds"] = to_json(article.bounds);
  if (!article.source.empty()) meta["source"] = article.source;
  if (article.line) meta["line"] = *article.line;
  for (const auto& dropped : article.dropped) meta["dropped"].push_back({dropped.line, dropped.text, dropped.reason});
  return meta;
}

}  // namespace

std::string encode_meta(const Article& article) { return meta_of(article).dump(); }

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
