// A stored article's meta back into an Article. Ten of them are read for a page of hits, so they are parsed by
// simdjson.
#include "indexer/format/dates.h"
#include "indexer/format/guard.h"
#include "indexer/format/record.h"
#include "indexer/format/record_names.h"

#include <simdjson.h>

#include <algorithm>
#include <utility>

namespace newshound::format {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

std::string text(element value) { return std::string(std::string_view(value)); }

// The place of a name in its table; its size if it is not there.
template <typename Names>
std::size_t number_of(const Names& names, std::string_view name) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

// A given value is a plain string; any other is an object with its standing and evidence.
Field field_from(element value) {
  if (value.is_string()) return {text(value)};
  Field field(text(value["value"]), Standing::unknown, {});
  const auto standing = number_of(kStandings, std::string_view(value["standing"]));
  if (standing < kStandings.size()) field.standing = static_cast<Standing>(standing);
  if (element evidence; value["evidence"].get(evidence) == simdjson::SUCCESS) field.evidence = text(evidence);
  return field;
}

std::vector<Entity> entities_from(array list) {
  std::vector<Entity> entities;
  for (const element item : list) {
    Entity entity{text(item.at(0)), {}};
    if (const element type = item.at(1); type.is_string()) {
      const auto number = number_of(kTypes, std::string_view(type));
      if (number < kTypes.size()) entity.type = static_cast<EntityType>(number);
    }
    entities.push_back(std::move(entity));
  }
  return entities;
}

std::vector<DroppedLine> dropped_from(array list) {
  std::vector<DroppedLine> dropped;
  for (const element item : list) dropped.push_back({std::uint64_t(item.at(0)), text(item.at(1)), text(item.at(2))});
  return dropped;
}

std::optional<Day> bound_from(element value) {
  return value.is_string() ? parse_day(std::string_view(value)) : std::optional<Day>();
}

DayBounds bounds_from(array list) { return {bound_from(list.at(0)), bound_from(list.at(1)), text(list.at(2))}; }

Field* field_named(Article& article, std::string_view key) {
  if (key == "outlet") return &article.outlet;
  if (key == "subtitle") return &article.subtitle;
  if (key == "agency") return &article.agency;
  if (key == "published") return &article.published;
  if (key == "byline") return &article.byline;
  if (key == "section") return &article.section;
  if (key == "url") return &article.url;
  if (key == "language") return &article.language;
  return nullptr;
}

void take(Article& article, std::string_view key, element value) {
  if (auto* field = field_named(article, key))
    *field = field_from(value);
  else if (key == "id")
    article.id = text(value);
  else if (key == "title")
    article.title = text(value);
  else if (key == "entities")
    article.entities = entities_from(value);
  else if (key == "day")
    article.day = parse_day(std::string_view(value));
  else if (key == "bounds")
    article.bounds = bounds_from(value);
  else if (key == "source")
    article.source = text(value);
  else if (key == "line")
    article.line = std::uint64_t(value);
  else if (key == "dropped")
    article.dropped = dropped_from(value);
}

}  // namespace

Article decode_meta(std::string_view meta) {
  thread_local simdjson::dom::parser parser;  // keeps its memory for the next
  try {
    const object members = parser.parse(meta.data(), meta.size());
    if (members["id"].error() != simdjson::SUCCESS || members["title"].error() != simdjson::SUCCESS)
      throw Failure(Errc::damaged, "a stored article cannot be read: it has no id or no title");
    Article article;
    for (const auto& [key, value] : members) take(article, key, value);
    return article;
  } catch (const simdjson::simdjson_error& error) {
    throw Failure(Errc::damaged, std::string("a stored article cannot be read: ") + error.what());
  }
}

}  // namespace newshound::format
