// Parsed query -> plan: every word analysed as the index was, every clause as terms to look up, every weight computed
// from the whole archive. A plan holds no segment; segment_query.h makes the Xapian query of one segment from it.
#ifndef NEWSHOUND_MATCHING_PLAN_H
#define NEWSHOUND_MATCHING_PLAN_H

#include "indexer/format/analysis.h"
#include "searcher/matching/proximity_source.h"
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
    term,       // term: of the Xapian index; it filters and does not score
    word,       // term: a key of positions; weight: its inverse document frequency (0: it filters and does not score)
    proximity,  // a phrase, or two sides near each other; it scores by the weights of its places
    all,        // children
    any,        // children
    negation,   // child
    days,       // published from `first` to `last`, both included
  };
  Kind kind = Kind::everything;
  std::string term;
  double weight = 0;
  Proximity proximity;
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

  // Throws Failure with Errc::query for what only the analyser can see: a query or a side of NEAR that holds no word. A
  // clause without a word beside others is left out with a warning.
  Plan plan(const QueryNode& ast);

  // The clause has text and nothing in it is a word to the analyser.
  bool holds_no_word(const QueryNode& node);

 private:
  // The stem of a typed word under one stemmer, and the other stems that the same letters have with other accents.
  struct Stems {
    std::string code;
    std::string stem;
    std::vector<std::string> others;
  };
  // One token of a typed word.
  struct Word {
    std::string term;          // surface form
    std::vector<Stems> stems;  // by stemmer of the archive; empty for a character of a script without spaces
  };

  PlanNode plan_node(const QueryNode& node);
  PlanNode plan_children(const QueryNode& node, PlanNode::Kind kind);
  PlanNode plan_words(const QueryNode& node, bool as_phrase);
  PlanNode plan_near(const QueryNode& node);
  PlanNode plan_filter(const QueryNode& node);
  PlanNode plan_days(const QueryNode& node);

  void warn_of_left_out(const QueryNode& node);
  std::vector<Word> analyse(const std::string& text);
  Stems stems_of(const std::string& code, const format::Token& token) const;
  double weight_of(const Word& word);
  PlanNode scored(const Word& word, bool in_title);
  static PlanNode term_in(const std::string& code, const std::string& stem, double weight, bool in_title);
  static Slot slot_of(const Word& word, bool in_byline, bool in_any_form);
  static Sequence sequence_of(const std::vector<Word>& words, const std::string& field, bool in_any_form);
  Sequence scored_sequence(const std::vector<Word>& words, const std::string& field);
  Sequence near_side(const QueryNode& node);

  const Snapshot& snapshot_;
  Statistics& statistics_;
  format::Analyser& analyser_;
  Plan plan_;
};

}  // namespace newshound::matching

#endif
