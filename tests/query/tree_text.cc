#include "tests/query/tree_text.h"

#include "indexer/format/dates.h"

namespace newshound::query {
namespace {

using Kind = QueryNode::Kind;

std::string list(const std::string& head, const QueryNode& node) {
  std::string text = "(" + head;
  for (const auto& child : node.children) text += " " + tree_text(child);
  return text + ")";
}

std::string day_text(const std::optional<Day>& day) { return day ? format::to_string(*day) : "-"; }

}  // namespace

std::string tree_text(const QueryNode& node) {
  const std::string field = node.field.empty() ? "" : node.field + "/";
  switch (node.kind) {
    case Kind::everything:
      return "*";
    case Kind::word:
      return (node.must ? "+" : "") + field + node.value;
    case Kind::phrase:
      return field + "'" + node.value + "'";
    case Kind::near:
      return list("near " + std::to_string(node.distance), node);
    case Kind::conjunction:
      return list("and", node);
    case Kind::disjunction:
      return list("or", node);
    case Kind::negation:
      return list("not", node);
    case Kind::filter:
      return node.field + "=\"" + node.value + "\"";
    case Kind::unknown:
      return "(unknown " + node.field + ")";
    case Kind::has:
      return "(has " + node.field + ")";
    case Kind::date_range:
      return "(date " + day_text(node.first) + " " + day_text(node.last) + ")";
  }
  return "?";
}

}  // namespace newshound::query
