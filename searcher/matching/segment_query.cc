#include "searcher/matching/segment_query.h"

#include "searcher/matching/bag_source.h"
#include "searcher/matching/proximity_source.h"
#include "searcher/matching/row_source.h"
#include "searcher/matching/word_source.h"

#include <memory>
#include <utility>
#include <vector>

namespace newshound::matching {
namespace {

using Kind = PlanNode::Kind;
using Xapian::Query;

Query unscored(const Query& query) { return {Query::OP_SCALE_WEIGHT, query, 0.0}; }

Query everything() { return unscored(Query(std::string())); }

// release() hands a source over to Xapian, which deletes it with the query.
Query source_query(Xapian::PostingSource* source) { return Query(source->release()); }

class QueryMaker {
 public:
  QueryMaker(const format::Segment& segment, double average_length, Deadline deadline)
      : segment_(segment), average_length_(average_length), deadline_(deadline) {}

  Query make(const PlanNode& node);

 private:
  Query word(const PlanNode& node);
  Query proximity(const PlanNode& node);
  Query any(const PlanNode& node);
  void gather_words(const PlanNode& node, std::vector<ScoredTerm>& words, std::vector<Query>& others);
  Query all(const PlanNode& node);
  Query days(const PlanNode& node);
  Query any_of_many(const PlanNode& node);

  const format::Segment& segment_;
  double average_length_;
  Deadline deadline_;
};

Query QueryMaker::word(const PlanNode& node) {
  auto term = segment_.positions().find(node.term);
  if (!term) return {};
  auto query = source_query(new WordSource(segment_.positions(), *std::move(term), Bm25(node.weight, average_length_)));
  return node.weight == 0 ? unscored(query) : query;
}

Query QueryMaker::proximity(const PlanNode& node) {
  auto query = source_query(new ProximitySource(segment_, node.proximity, average_length_, deadline_));
  return scores(node.proximity) ? query : unscored(query);
}

// Words of alternatives inside alternatives are alternatives.
void QueryMaker::gather_words(const PlanNode& node, std::vector<ScoredTerm>& words, std::vector<Query>& others) {
  for (const auto& child : node.children) {
    if (child.kind == Kind::any) {
      gather_words(child, words, others);
    } else if (child.kind == Kind::word) {
      auto term = segment_.positions().find(child.term);
      if (term) words.push_back({*std::move(term), Bm25(child.weight, average_length_)});
    } else {
      others.push_back(make(child));
    }
  }
}

Query QueryMaker::any(const PlanNode& node) {
  std::vector<ScoredTerm> words;
  std::vector<Query> alternatives;
  gather_words(node, words, alternatives);
  if (!words.empty()) alternatives.push_back(source_query(new BagSource(segment_.positions(), std::move(words))));
  return {Query::OP_OR, alternatives.begin(), alternatives.end()};
}

Query QueryMaker::any_of_many(const PlanNode& node) {
  auto rows = std::make_shared<const std::vector<bool>>(rows_with(segment_.positions(), node.slot, node.least));
  return unscored(source_query(new RowSource<MarkTest>({std::move(rows), to_string(node.slot)})));
}

Query QueryMaker::days(const PlanNode& node) {
  const auto days = node.added ? segment_.columns().days_added() : segment_.columns().days();
  return unscored(source_query(new RowSource<DayTest>({days, node.first, node.last})));
}

// Negations stand on the right of AND_NOT, so that Xapian does not list everything they leave.
Query QueryMaker::all(const PlanNode& node) {
  std::vector<Query> wanted;
  std::vector<Query> unwanted;
  for (const auto& child : node.children) {
    if (child.kind == Kind::negation)
      unwanted.push_back(make(child.children.front()));
    else
      wanted.push_back(make(child));
  }
  Query query = wanted.empty() ? everything() : Query(Query::OP_AND, wanted.begin(), wanted.end());
  if (unwanted.empty()) return query;
  return {Query::OP_AND_NOT, query, unscored(Query(Query::OP_OR, unwanted.begin(), unwanted.end()))};
}

Query QueryMaker::make(const PlanNode& node) {
  switch (node.kind) {
    case Kind::everything:
      return everything();
    case Kind::nothing:
      return {};
    case Kind::term:
      return unscored(Query(node.term));
    case Kind::word:
      return word(node);
    case Kind::proximity:
      return proximity(node);
    case Kind::any_of_many:
      return any_of_many(node);
    case Kind::all:
      return all(node);
    case Kind::any:
      return any(node);
    case Kind::negation:
      return {Query::OP_AND_NOT, everything(), unscored(make(node.children.front()))};
    case Kind::days:
      return days(node);
    case Kind::words:
      return unscored(source_query(new RowSource<LengthTest>({&segment_.positions(), node.least, node.most})));
  }
  return {};
}

}  // namespace

Query segment_query(const PlanNode& node, const format::Segment& segment, double average_length, Deadline deadline) {
  return QueryMaker(segment, average_length, deadline).make(node);
}

}  // namespace newshound::matching
