#include "indexer/format/dates.h"
#include "searcher/matching/plan.h"

#include <string_view>

namespace newshound::matching {
namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const auto& part : parts) {
    if (!text.empty()) text.append(separator);
    text.append(part);
  }
  return text;
}

std::string bound(Day day) {
  const bool is_open =
      day < *format::make_day(format::kMinYear, 1, 1) || day > *format::make_day(format::kMaxYear, 12, 31);
  return is_open ? "" : format::to_string(day);
}

std::string children_text(const PlanNode& node, std::string_view separator) {
  std::vector<std::string> parts;
  for (const auto& child : node.children) parts.push_back(to_string(child));
  return "(" + joined(parts, separator) + ")";
}

}  // namespace

std::string to_string(const PlanNode& node) {
  switch (node.kind) {
    case PlanNode::Kind::everything:
      return "*";
    case PlanNode::Kind::nothing:
      return "nothing";
    case PlanNode::Kind::term:
    case PlanNode::Kind::word:
      return node.term;
    case PlanNode::Kind::proximity:
      return to_string(node.proximity);
    case PlanNode::Kind::any_of_many:
      return node.least == 1 ? to_string(node.slot) : std::to_string(node.least) + " of " + to_string(node.slot);
    case PlanNode::Kind::all:
      return children_text(node, " & ");
    case PlanNode::Kind::any:
      return children_text(node, " | ");
    case PlanNode::Kind::negation:
      return "!" + to_string(node.children.front());
    case PlanNode::Kind::days:
      return (node.added ? "added " : "days ") + bound(node.first) + ".." + bound(node.last);
    case PlanNode::Kind::words:
      return "words " + std::to_string(node.least) + ".." + std::to_string(node.most);
  }
  return {};
}

}  // namespace newshound::matching
