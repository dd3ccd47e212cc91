// Proximity: a NEAR/5 b NEAR/5 c means that neighbours in the chain stand near each other. A single word stands for all
// forms of its stem, as everywhere; a phrase or a typed run of several words for itself.
#include "searcher/matching/plan.h"
#include "searcher/matching/plan_nodes.h"

#include <utility>

namespace newshound::matching {

using Kind = PlanNode::Kind;

Sequence Planner::near_side(const QueryNode& node) {
  const auto words = analyse(node.value);
  if (words.empty()) refuse(node, "a side of NEAR holds no word", "put a word or a phrase on each side of it");
  return sequence_of(words, node.field, words.size() == 1 && node.kind != QueryNode::Kind::phrase);
}

PlanNode Planner::plan_near(const QueryNode& node) {
  if (snapshot_.stemmers().empty()) return group_node(Kind::any, {});
  std::vector<PlanNode> parts;
  std::vector<Sequence> sides;
  for (const auto& child : node.children) {
    sides.push_back(near_side(child));
    parts.push_back(plan_words(child, child.kind == QueryNode::Kind::phrase));
  }
  for (std::size_t i = 1; i < sides.size(); ++i)
    parts.push_back(proximity_node({{sides[i - 1], sides[i]}, node.distance}));
  return group_node(Kind::all, std::move(parts));
}

}  // namespace newshound::matching
