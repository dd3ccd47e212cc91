#include "searcher/query/field_clause.h"

#include "searcher/query/characters.h"
#include "searcher/query/date_clause.h"
#include "searcher/query/field_errors.h"
#include "searcher/query/number_clause.h"

#include <cstddef>
#include <string>

namespace newshound::query {
namespace {

using format::FieldKind;

QueryNode named(QueryNode::Kind kind, std::string_view field, std::string_view value = {}) {
  return QueryNode{.kind = kind, .field = std::string(field), .value = std::string(value)};
}

Result<QueryNode> has_clause(std::string_view name, Span span) {
  const auto* field = field_with_column(name);
  if (field == nullptr) return not_a_column(name, span);
  return named(QueryNode::Kind::has, field->name);
}

bool runs_through(std::string_view value) {
  for (std::size_t at = 0; at < value.size();) {
    const Character character = character_at(value, at);
    if (is_space(character.code) || character.code == '(' || character.code == ')') return false;
    at += character.length;
  }
  return true;
}

}  // namespace

Result<QueryNode> field_clause(const format::FieldSpec& field, std::string_view value, bool quoted, Day today,
                               Span value_span) {
  const bool absent = !quoted && value == "unknown" && field.column != format::ColumnId::none;
  if (absent && field_with_column(field.name) != nullptr) return named(QueryNode::Kind::unknown, field.name);
  switch (field.kind) {
    case FieldKind::text:
      return named(QueryNode::Kind::phrase, field.name, value);
    case FieldKind::value:
    case FieldKind::key:
      return named(QueryNode::Kind::filter, field.name, value);
    case FieldKind::like:
      return named(QueryNode::Kind::similar, field.name, value);
    case FieldKind::date:
      return date_clause(field.name, value, today, value_span);
    case FieldKind::number:
      return number_clause(field.name, value, value_span);
    case FieldKind::has:
      return has_clause(value, value_span);
  }
  return Error{Errc::internal, "a field of an unknown kind", "", {}};
}

bool is_bare_value(const format::FieldSpec& field, std::string_view value) {
  if (value.empty() || !runs_through(value) || is_quote(character_at(value, 0).code)) return false;
  if (value.front() == '|' || value.substr(0, 2) == "//") return false;
  if (field.kind == FieldKind::value) return value != "unknown" && !bare_value_error(field, value);
  return true;
}

}  // namespace newshound::query
