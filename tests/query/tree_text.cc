#include "tests/query/tree_text.h"

#include "indexer/format/dates.h"

#include <sstream>

namespace newshound::query {
namespace {

using Kind = QueryNode::Kind;

std::string list(const std::string& head, const QueryNode& node) {
  std::string text = "(" + head;
  for (const auto& child : node.children) text += " " + tree_text(child);
  return text + ")";
}

std::string suffix(const QueryNode& node) {
  std::string text = node.distance == 0 ? "" : "~" + std::to_string(node.distance);
  if (node.weight != 1) {
    std::ostringstream weight;
    weight << node.weight;
    text += "^" + weight.str();
  }
  return text;
}

// "near 5", "adj 5", "near s"
std::string near_head(const QueryNode& node) {
  if (node.within == QueryNode::Within::sentence) return "near s";
  if (node.within == QueryNode::Within::paragraph) return "near p";
  return (node.ordered ? "adj " : "near ") + std::to_string(node.distance);
}

// What the word is, before it: =ferry, ==US, %ferr* for a pattern.
std::string form_sign(QueryNode::Form form) {
  switch (form) {
    case QueryNode::Form::exact:
      return "=";
    case QueryNode::Form::exact_case:
      return "==";
    case QueryNode::Form::pattern:
      return "%";
    case QueryNode::Form::fuzzy:
    case QueryNode::Form::any:
      break;
  }
  return "";
}

std::string number_text(const std::optional<std::uint32_t>& number) { return number ? std::to_string(*number) : "-"; }

std::string day_text(const std::optional<Day>& day) { return day ? format::to_string(*day) : "-"; }

}  // namespace

std::string tree_text(const QueryNode& node) {
  const std::string field = node.field.empty() ? "" : node.field + "/";
  switch (node.kind) {
    case Kind::everything:
      return "*";
    case Kind::word:
      return (node.must ? "+" : "") + field + form_sign(node.form) + node.value + suffix(node);
    case Kind::phrase:
      return field + "'" + node.value + "'" + suffix(node);
    case Kind::near:
      return list(near_head(node), node);
    case Kind::conjunction:
      return list("and", node);
    case Kind::disjunction:
      return list("or", node);
    case Kind::negation:
      return list("not", node);
    case Kind::maybe:
      return list("maybe", node);
    case Kind::filter:
    case Kind::similar:
      return node.field + "=\"" + node.value + "\"";
    case Kind::unknown:
      return "(unknown " + node.field + ")";
    case Kind::has:
      return "(has " + node.field + ")";
    case Kind::date_range:
      return "(" + node.field + " " + day_text(node.first) + " " + day_text(node.last) + ")";
    case Kind::number_range:
      return "(" + node.field + " " + number_text(node.least) + " " + number_text(node.most) + ")";
  }
  return "?";
}

}  // namespace newshound::query
