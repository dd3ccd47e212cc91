// The small pieces that plans are put together from.
#ifndef NEWSHOUND_MATCHING_PLAN_NODES_H
#define NEWSHOUND_MATCHING_PLAN_NODES_H

#include "searcher/matching/plan.h"

#include <newshound/results.h>

#include <string>
#include <vector>

namespace newshound::matching {

PlanNode term_node(std::string term);
PlanNode word_node(std::string key, double weight);

// One child is itself; no child is everything for `all`, nothing for `any`.
PlanNode group_node(PlanNode::Kind kind, std::vector<PlanNode> children);

PlanNode with_child(PlanNode::Kind kind, PlanNode child);

// The same filter; nothing in it scores.
PlanNode without_scores(PlanNode node);

PlanNode proximity_node(Proximity proximity);

// Throws the Failure for a clause that cannot be planned, with its span.
[[noreturn]] void refuse(const QueryNode& node, std::string message, std::string hint);

}  // namespace newshound::matching

#endif
