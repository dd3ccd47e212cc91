#include "searcher/query/printer.h"

#include "searcher/query/date_clause.h"
#include "searcher/query/escapes.h"
#include "searcher/query/field_clause.h"
#include "searcher/query/word_forms.h"

#include "indexer/format/schema.h"

#include <string_view>

namespace newshound::query {
namespace {

using Kind = QueryNode::Kind;

std::string with_field(const QueryNode& node, const std::string& text) {
  return node.field.empty() ? text : node.field + ":" + text;
}

std::string word_text(const QueryNode& node) {
  const auto* field = node.field.empty() ? nullptr : format::find_field(node.field);
  return (node.must ? "+" : "") + with_field(node, write_word(node.value, reads_as_word(node.value, field)));
}

std::string filter_text(const QueryNode& node) {
  const auto* field = format::find_field(node.field);
  const bool bare = field != nullptr && is_bare_value(*field, node.value);
  return with_field(node, bare ? node.value : write_quoted(node.value, false));
}

std::string joined(const QueryNode& node, std::string_view separator) {
  std::string text;
  for (const auto& child : node.children) {
    if (!text.empty()) text += separator;
    const bool brackets = node.kind == Kind::conjunction && child.kind == Kind::disjunction;
    text += brackets ? "(" + canonical_text(child) + ")" : canonical_text(child);
  }
  return text;
}

std::string negation_text(const QueryNode& node) {
  const QueryNode& child = node.children.front();
  const std::string text = canonical_text(child);
  switch (child.kind) {
    case Kind::conjunction:
    case Kind::disjunction:
      return "-(" + text + ")";
    case Kind::negation:
    case Kind::near:
      return "NOT " + text;
    default:
      return (child.must ? "NOT " : "-") + text;
  }
}

}  // namespace

std::string canonical_text(const QueryNode& node) {
  switch (node.kind) {
    case Kind::everything:
      return "*";
    case Kind::word:
      return word_text(node);
    case Kind::phrase:
      return with_field(node, write_quoted(node.value, true));
    case Kind::near:
      return joined(node, " NEAR/" + std::to_string(node.distance) + " ");
    case Kind::conjunction:
      return joined(node, " ");
    case Kind::disjunction:
      return joined(node, " OR ");
    case Kind::negation:
      return negation_text(node);
    case Kind::filter:
      return filter_text(node);
    case Kind::unknown:
      return node.field + ":unknown";
    case Kind::has:
      return "has:" + node.field;
    case Kind::date_range:
      return date_text(node);
  }
  return {};
}

}  // namespace newshound::query
