#include "searcher/matching/segment_query.h"

#include "searcher/matching/day_source.h"
#include "searcher/matching/proximity_source.h"

#include <utility>
#include <vector>

namespace newshound::matching {
namespace {

using Kind = PlanNode::Kind;
using Xapian::Query;

Query unscored(const Query& query) { return {Query::OP_SCALE_WEIGHT, query, 0.0}; }

Query everything() { return unscored(Query(std::string())); }

// Scores where it matches and matches everywhere. Xapian's OP_AND_MAYBE is meant for this, but version 1.4.22 loses
// matches of one that stands in an AND on the right of AND_NOT.
Query at_will(std::vector<Query> scoring) {
  scoring.push_back(everything());
  return {Query::OP_OR, scoring.begin(), scoring.end()};
}

Query term_query(const PlanNode& node) { return {Query::OP_SCALE_WEIGHT, Query(node.term), node.weight}; }

Query group_query(const PlanNode& node, Query::op op, const format::Segment& segment) {
  std::vector<Query> children;
  for (const auto& child : node.children) children.push_back(segment_query(child, segment));
  return {op, children.begin(), children.end()};
}

// Negations stand on the right of AND_NOT, so that Xapian does not list everything they leave.
Query all_query(const PlanNode& node, const format::Segment& segment) {
  std::vector<Query> wanted;
  std::vector<Query> unwanted;
  std::vector<Query> scoring;
  for (const auto& child : node.children) {
    if (child.kind == Kind::negation)
      unwanted.push_back(segment_query(child.children.front(), segment));
    else if (child.kind == Kind::maybe)
      scoring.push_back(segment_query(child.children.front(), segment));
    else
      wanted.push_back(segment_query(child, segment));
  }
  if (!scoring.empty()) wanted.push_back(at_will(std::move(scoring)));
  Query query = wanted.empty() ? everything() : Query(Query::OP_AND, wanted.begin(), wanted.end());
  if (unwanted.empty()) return query;
  return {Query::OP_AND_NOT, query, unscored(Query(Query::OP_OR, unwanted.begin(), unwanted.end()))};
}

}  // namespace

Query segment_query(const PlanNode& node, const format::Segment& segment) {
  switch (node.kind) {
    case Kind::everything:
      return everything();
    case Kind::nothing:
      return {};
    case Kind::term:
      return term_query(node);
    // release() hands a source over to Xapian, which deletes it with the query.
    case Kind::proximity:
      return unscored(Query((new ProximitySource(segment, node.proximity))->release()));
    case Kind::all:
      return all_query(node, segment);
    case Kind::any:
      return group_query(node, Query::OP_OR, segment);
    case Kind::negation:
      return {Query::OP_AND_NOT, everything(), unscored(segment_query(node.children.front(), segment))};
    case Kind::maybe:  // with nothing beside it to filter
      return at_will({segment_query(node.children.front(), segment)});
    case Kind::days:
      return unscored(Query((new DaySource(segment.columns(), node.first, node.last))->release()));
  }
  return {};
}

}  // namespace newshound::matching
