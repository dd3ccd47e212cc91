#include "searcher/matching/plan_nodes.h"

#include "indexer/format/guard.h"

#include <utility>

namespace newshound::matching {

using Kind = PlanNode::Kind;

PlanNode term_node(std::string term) {
  PlanNode node;
  node.kind = Kind::term;
  node.term = std::move(term);
  return node;
}

PlanNode word_node(std::string key, double weight) {
  PlanNode node;
  node.kind = Kind::word;
  node.term = std::move(key);
  node.weight = weight;
  return node;
}

PlanNode group_node(Kind kind, std::vector<PlanNode> children) {
  if (children.size() == 1) return std::move(children.front());
  PlanNode node;
  node.kind = children.empty() ? (kind == Kind::all ? Kind::everything : Kind::nothing) : kind;
  node.children = std::move(children);
  return node;
}

PlanNode with_child(Kind kind, PlanNode child) {
  PlanNode node;
  node.kind = kind;
  node.children.push_back(std::move(child));
  return node;
}

PlanNode without_scores(PlanNode node) {
  std::vector<PlanNode> children;
  for (auto& child : node.children) children.push_back(without_scores(std::move(child)));
  node.weight = 0;
  for (auto& side : node.proximity.sides)
    for (auto& slot : side.slots)
      for (auto& place : slot.alternatives) place.weight = 0;
  node.children = std::move(children);
  return node;
}

PlanNode proximity_node(Proximity proximity) {
  PlanNode node;
  node.kind = Kind::proximity;
  node.proximity = std::move(proximity);
  return node;
}

void refuse(const QueryNode& node, std::string message, std::string hint) {
  throw format::Failure(Error{Errc::query, std::move(message), std::move(hint), node.span});
}

}  // namespace newshound::matching
