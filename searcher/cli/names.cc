#include "searcher/cli/names.h"

#include <array>

namespace newshound::search_cli {

std::string_view unit_name(DateUnit unit) {
  constexpr std::array<std::string_view, 4> kNames = {"day", "week", "month", "year"};
  return kNames[static_cast<std::size_t>(unit)];
}

std::string_view entity_type_name(EntityType type) {
  constexpr std::array<std::string_view, 3> kNames = {"person", "organization", "place"};
  return kNames[static_cast<std::size_t>(type)];
}

std::string_view suggestion_name(Suggestion::Kind kind) {
  constexpr std::array<std::string_view, 3> kNames = {"word", "outlet", "entity"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view form_name(QueryNode::Form form) {
  constexpr std::array<std::string_view, 5> kNames = {"any", "exact", "exact_case", "pattern", "fuzzy"};
  return kNames[static_cast<std::size_t>(form)];
}

std::string_view kind_name(QueryNode::Kind kind) {
  constexpr std::array<std::string_view, 14> kNames = {
      "everything", "word",   "phrase",  "near",    "conjunction", "disjunction", "negation",
      "maybe",      "filter", "similar", "unknown", "has",         "date_range",  "number_range"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace newshound::search_cli
