#include "searcher/query/field_errors.h"

#include "searcher/query/nearest_name.h"
#include "searcher/query/query_error.h"
#include "searcher/query/word_forms.h"

#include <string>
#include <vector>

namespace newshound::query {
namespace {

// after: and before: are ways to ask for the date, not fields an article has; and every article was added once.
bool is_column(const format::FieldSpec& field) {
  return field.column != format::ColumnId::none && (field.kind != format::FieldKind::date || field.name == "date");
}

std::vector<std::string_view> field_names(bool columns_only) {
  std::vector<std::string_view> names;
  for (const auto& field : format::kFields) {
    if (columns_only && !is_column(field)) continue;
    names.push_back(field.name);
    for (const auto alias : field.aliases)
      if (!alias.empty()) names.push_back(alias);
  }
  return names;
}

// For a name that is like none of them.
std::string listed_fields(bool columns_only) {
  std::string list;
  for (const auto& field : format::kFields)
    if (!columns_only || is_column(field)) list.append(list.empty() ? "" : ", ").append(field.name);
  return list;
}

// One letter in three may be wrong: more of them in a short name make it another word.
std::size_t most_slips(std::string_view name) { return name.size() / 3; }

// The name that `name` is a slip of; empty if it is like none.
std::string near_field(std::string_view name, bool columns_only) {
  const auto nearest = nearest_name(name, field_names(columns_only));
  return edit_distance(name, nearest) <= most_slips(name) ? std::string(nearest) : std::string();
}

}  // namespace

Error unknown_field(std::string_view name, Span span) {
  const auto nearest = near_field(name, false);
  const std::string fields = nearest.empty() ? "fields are " + listed_fields(false) : "the nearest is " + nearest + ":";
  return query_error(quoted_in_message(name) + " is not a field", span,
                     fields + ", and text with a colon in it goes in quotes");
}

Error nested_field(std::string_view outer, Span span) {
  return query_error("a field cannot stand inside " + std::string(outer) + ":", span,
                     "put text with a colon in quotes, and another field beside this one");
}

std::optional<Error> bare_value_error(const format::FieldSpec& field, std::string_view value) {
  if (auto error = sign_in_value(value)) {
    error->hint = "put the value in quotes if it is meant as it stands";
    if (value == "*") error->hint = "for articles that have one, write has:" + std::string(field.name);
    return error;
  }
  if (value.find_first_of("|\"") != std::string_view::npos)
    return query_error(quoted_in_message(value) + " could be one value or two", {},
                       "put one value in quotes, or write " + std::string(field.name) + ":(a OR b)");
  const auto length = field_name_length(value);
  if (length && (field_of_name(value.substr(0, *length)) != nullptr)) return nested_field(field.name, {});
  return {};
}

const format::FieldSpec* field_with_column(std::string_view name) {
  const auto* field = field_of_name(name);
  return field != nullptr && is_column(*field) ? field : nullptr;
}

Error not_a_column(std::string_view name, Span span) {
  const auto nearest = near_field(name, true);
  return query_error("has:" + std::string(name.substr(0, 40)) + " names no field that an article may lack", span,
                     nearest.empty() ? "fields are " + listed_fields(true) : "the nearest is has:" + nearest);
}

}  // namespace newshound::query
