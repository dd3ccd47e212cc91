#include "indexer/cli/inspect_json.h"

#include <chrono>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string_view>

namespace newshound::index_cli {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

std::string_view name_of(Standing standing) {
  switch (standing) {
    case Standing::given:
      return "given";
    case Standing::stated:
      return "stated";
    case Standing::derived:
      return "derived";
    case Standing::inferred:
      return "inferred";
    case Standing::unknown:
      break;
  }
  return "unknown";
}

Json field_json(const Field& field) {
  return {{"value", text_or_null(field.value)},
          {"standing", name_of(field.standing)},
          {"evidence", text_or_null(field.evidence)}};
}

Json day_json(const std::optional<Day>& day) {
  if (!day) return nullptr;
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(*day))};
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
  return text;
}

Json date_json(const Article& article) {
  return {{"value", day_json(article.day)},
          {"published", text_or_null(article.published.value)},
          {"standing", name_of(article.published.standing)},
          {"evidence", text_or_null(article.published.known() ? article.published.evidence : article.bounds.evidence)},
          {"earliest", day_json(article.bounds.earliest)},
          {"latest", day_json(article.bounds.latest)}};
}

Json type_json(const std::optional<EntityType>& type) {
  if (!type) return nullptr;
  switch (*type) {
    case EntityType::person:
      return "person";
    case EntityType::organization:
      return "organization";
    case EntityType::place:
      return "place";
  }
  return nullptr;
}

std::size_t occurrences(std::string_view name, std::string_view text) {
  std::size_t count = 0;
  if (name.empty()) return count;
  for (auto at = text.find(name); at != std::string_view::npos; at = text.find(name, at + name.size())) ++count;
  return count;
}

Json entities_json(const Article& article) {
  Json entities = Json::array();
  for (const auto& entity : article.entities)
    entities.push_back(
        {{"name", entity.name},
         {"type", type_json(entity.type)},
         {"role", "main"},
         {"aliases", Json::array()},
         {"mentions", occurrences(entity.name, article.title) + occurrences(entity.name, article.body)}});
  return entities;
}

Json dropped_json(const Article& article) {
  Json dropped = Json::array();
  for (const auto& line : article.dropped)
    dropped.push_back({{"line", line.line}, {"text", line.text}, {"reason", line.reason}});
  return dropped;
}

// Bytes that are not UTF-8 (a path may hold some) become replacement characters.
std::string on_one_line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

std::string inspect_json(const Article& article) {
  return on_one_line({{"version", 1},
                      {"source", text_or_null(article.source)},
                      {"line", article.line ? Json(*article.line) : Json(nullptr)},
                      {"id", text_or_null(article.id)},
                      {"title", text_or_null(article.title)},
                      {"subtitle", text_or_null(article.subtitle.value)},
                      {"body", text_or_null(article.body)},
                      {"url", field_json(article.url)},
                      {"language", field_json(article.language)},
                      {"outlet", field_json(article.outlet)},
                      {"agency", field_json(article.agency)},
                      {"byline", field_json(article.byline)},
                      {"section", field_json(article.section)},
                      {"date", date_json(article)},
                      {"entities", entities_json(article)},
                      {"mentions", Json::array()},
                      {"dropped", dropped_json(article)}});
}

std::string inspect_json(const Rejection& rejection) {
  return on_one_line({{"version", 1},
                      {"source", text_or_null(rejection.source)},
                      {"line", rejection.line > 0 ? Json(rejection.line) : Json(nullptr)},
                      {"offset", rejection.offset},
                      {"id", text_or_null(rejection.id)},
                      {"rejected", rejection.reason}});
}

}  // namespace newshound::index_cli
