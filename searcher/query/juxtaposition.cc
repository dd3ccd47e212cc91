#include "searcher/query/juxtaposition.h"

#include "searcher/query/simplify.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

namespace newshound::query {
namespace {

using Kind = QueryNode::Kind;

// Says only which articles count, not what they are about: a filter, a negation, or a group of nothing else.
bool is_condition(const QueryNode& node) {
  switch (node.kind) {
    case Kind::word:
    case Kind::phrase:
    case Kind::near:
    case Kind::similar:
      return false;
    case Kind::conjunction:
    case Kind::disjunction:
      return std::all_of(node.children.begin(), node.children.end(), is_condition);
    default:
      return true;  // MAYBE too: it stands beside all of them
  }
}

QueryNode join_all(std::vector<Clause> clauses) {
  std::vector<QueryNode> nodes;
  for (auto& clause : clauses) nodes.push_back(std::move(clause.node));
  return conjunction_of(std::move(nodes));
}

QueryNode join_any(std::vector<Clause> clauses) {
  std::vector<QueryNode> required;
  std::vector<std::vector<QueryNode>> alternatives;
  std::optional<std::size_t> place;
  bool linked = false;  // AND leads from the clause in hand back to the last alternative
  for (auto& clause : clauses) {
    linked = linked && clause.and_before;
    if (clause.must || is_condition(clause.node)) {
      required.push_back(std::move(clause.node));
      continue;
    }
    if (!place) place = required.size();
    if (!linked) alternatives.emplace_back();
    alternatives.back().push_back(std::move(clause.node));
    linked = true;
  }
  if (!place) return conjunction_of(std::move(required));
  std::vector<QueryNode> choices;
  for (auto& alternative : alternatives) choices.push_back(conjunction_of(std::move(alternative)));
  required.insert(std::next(required.begin(), static_cast<std::ptrdiff_t>(*place)), disjunction_of(std::move(choices)));
  return conjunction_of(std::move(required));
}

}  // namespace

QueryNode join_clauses(std::vector<Clause> clauses, Match match) {
  return match == Match::all ? join_all(std::move(clauses)) : join_any(std::move(clauses));
}

}  // namespace newshound::query
