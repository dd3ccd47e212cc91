// Parsed query -> plan: every word analysed as the index was, every clause as terms to look up, every weight computed
// from the whole archive. A plan holds no segment; segment_query.h makes the Xapian query of one segment from it.
#ifndef NEWSHOUND_MATCHING_PLAN_H
#define NEWSHOUND_MATCHING_PLAN_H

#include "indexer/format/analysis.h"
#include "searcher/matching/snapshot.h"
#include "searcher/matching/statistics.h"

#include <newshound/results.h>

#include <string>
#include <utility>
#include <vector>

namespace newshound::matching {

struct PlanNode {
  enum class Kind {
    everything,
    nothing,
    term,      // term, weight (its inverse document frequency; 0: it filters and does not score)
    phrase,    // terms at consecutive positions
    near,      // two alternatives-lists of terms, positions differing by at most `distance`
    all,       // children
    any,       // children
    negation,  // child
    maybe,     // child, in `all`: it scores where it matches and filters nothing
    days,      // published from `first` to `last`, both included
  };
  Kind kind = Kind::everything;
  std::string term;
  double weight = 0;
  std::vector<std::string> terms;
  std::vector<std::vector<std::string>> forms;
  unsigned distance = 0;
  Day first = 0;
  Day last = 0;
  std::vector<PlanNode> children;
};

std::string to_string(const PlanNode& node);

struct Plan {
  PlanNode root;
  bool scores = false;                                     // false: no clause of it scores, every match is worth 0
  std::vector<std::pair<std::string, std::string>> words;  // as typed -> the terms it became, for explain
  std::vector<std::string> warnings;
};

class Planner {
 public:
  Planner(const Snapshot& snapshot, Statistics& statistics, format::Analyser& analyser)
      : snapshot_(snapshot), statistics_(statistics), analyser_(analyser) {}

  // Throws Failure with Errc::query for what only the analyser can see: a NEAR whose side is not a single word, a query
  // that holds no word. A clause without a word beside others is left out with a warning.
  Plan plan(const QueryNode& ast);

  // The clause has text and nothing in it is a word to the analyser.
  bool holds_no_word(const QueryNode& node);

 private:
  struct Word;  // one token of a typed word under every stemmer

  PlanNode plan_node(const QueryNode& node);
  PlanNode plan_children(const QueryNode& node, PlanNode::Kind kind);
  PlanNode plan_words(const QueryNode& node, bool as_phrase);
  PlanNode plan_near(const QueryNode& node);
  PlanNode plan_near_pair(const Word& left, const Word& right, unsigned distance);
  PlanNode plan_filter(const QueryNode& node);
  PlanNode plan_days(const QueryNode& node);

  void warn_of_left_out(const QueryNode& node);
  std::vector<Word> analyse(const std::string& text);
  Word near_word(const QueryNode& node);
  PlanNode scored(const Word& word, const std::string& prefix);
  std::vector<std::string> forms(const std::string& stemmer, const std::string& stem);

  const Snapshot& snapshot_;
  Statistics& statistics_;
  format::Analyser& analyser_;
  Plan plan_;
};

}  // namespace newshound::matching

#endif
