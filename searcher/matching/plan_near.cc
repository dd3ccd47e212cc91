// Proximity: a NEAR/5 b NEAR/5 c means that neighbours in the chain stand near each other. A single word stands for all
// forms of its stem, as everywhere; a phrase or a typed run of several words for itself.
#include "searcher/matching/plan.h"
#include "searcher/matching/plan_nodes.h"

#include <utility>

namespace newshound::matching {

PlanNode Planner::plan_near(const QueryNode& node) {
  Proximity proximity{{}, node.distance, node.within, node.ordered};
  for (const auto& child : node.children) {
    const auto words = typed_words_.read(child);
    if (words.empty()) refuse(child, "a side of NEAR holds no word", "put a word or a phrase on each side of it");
    proximity.sides.push_back(sequence_of(words, child));
    plan_.words.emplace_back(child.value, to_string(proximity.sides.back()));
  }
  return proximity_node(std::move(proximity));
}

}  // namespace newshound::matching
