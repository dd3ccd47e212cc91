#include "searcher/query/filters.h"

#include "indexer/format/schema.h"
#include "searcher/query/characters.h"
#include "searcher/query/field_clause.h"
#include "searcher/query/limits.h"
#include "searcher/query/nearest_name.h"
#include "searcher/query/query_error.h"
#include "searcher/query/simplify.h"
#include "searcher/query/word_forms.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

namespace newshound::query {
namespace {

using format::FieldSpec;

bool is_filter_field(const FieldSpec& field) {
  return !field.facet.empty() || field.name == "after" || field.name == "before";
}

Error unknown_filter(std::string_view name) {
  std::vector<std::string_view> names;
  for (const auto& field : format::kFields)
    if (is_filter_field(field)) names.push_back(field.facet.empty() ? field.name : field.facet);
  return Error{Errc::usage,
               quoted_in_message(name) + " is not a filter",
               "the nearest is " + std::string(nearest_name(name, names)),
               {}};
}

Result<QueryNode> filter_node(const FieldSpec& field, const Filter& filter, Day today) {
  if (is_blank(filter.value) || (field.kind == format::FieldKind::text && !has_word_character(filter.value)))
    return Error{Errc::usage, "the filter " + filter.field + " has no value", "give it one", {}};
  if (first_invalid_byte(filter.value))
    return Error{Errc::usage, "the value of the filter " + filter.field + " is not UTF-8", "give it in UTF-8", {}};
  auto node = field_clause(field, filter.value, true, today, {});
  if (node) return node;
  return Error{Errc::usage, "filter " + filter.field + ": " + node.error().message, node.error().hint, {}};
}

// The values of one field, in the order given.
struct Alternatives {
  const FieldSpec* field;
  std::vector<QueryNode> nodes;
};

Alternatives& of_field(std::vector<Alternatives>& all, const FieldSpec* field) {
  const auto found = std::find_if(all.begin(), all.end(), [field](const auto& one) { return one.field == field; });
  return found != all.end() ? *found : all.emplace_back(Alternatives{field, {}});
}

}  // namespace

Result<QueryNode> with_filters(QueryNode ast, const std::vector<Filter>& filters, std::optional<Day> today) {
  std::vector<Alternatives> all;
  for (const auto& filter : filters) {
    const auto* field = field_of_name(filter.field);
    if (field == nullptr || !is_filter_field(*field)) return unknown_filter(filter.field);
    auto node = filter_node(*field, filter, today.value_or(std::numeric_limits<Day>::min()));
    if (!node) return node;
    of_field(all, field).nodes.push_back(*std::move(node));
  }
  std::vector<QueryNode> clauses;
  clauses.push_back(std::move(ast));
  for (auto& alternatives : all) clauses.push_back(disjunction_of(std::move(alternatives.nodes)));
  auto node = conjunction_of(std::move(clauses));
  if (clause_count(node) > kMaxClauses)
    return Error{Errc::usage, "more than " + std::to_string(kMaxClauses) + " words and filters", "give fewer", {}};
  return node;
}

}  // namespace newshound::query
