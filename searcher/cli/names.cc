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

std::string_view kind_name(QueryNode::Kind kind) {
  constexpr std::array<std::string_view, 10> kNames = {"everything",  "word",     "phrase", "near",    "conjunction",
                                                       "disjunction", "negation", "filter", "unknown", "has"};
  return kind == QueryNode::Kind::date_range ? "date_range" : kNames[static_cast<std::size_t>(kind)];
}

}  // namespace newshound::search_cli
