// Parsed query -> plan: every word analysed as the index was, every clause as terms to look up, every weight computed
// from the whole archive. A plan holds no segment; segment_query.h makes the Xapian query of one segment from it.
#ifndef NEWSHOUND_MATCHING_PLAN_H
#define NEWSHOUND_MATCHING_PLAN_H

#include "indexer/format/analysis.h"
#include "searcher/matching/proximity_source.h"
#include "searcher/matching/snapshot.h"
#include "searcher/matching/statistics.h"
#include "searcher/matching/typed_words.h"
#include "searcher/matching/vocabulary.h"

#include <newshound/results.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace newshound::matching {

struct PlanNode {
  enum class Kind {
    everything,
    nothing,
    term,         // term: of the Xapian index; it filters and does not score
    word,         // term: a key of positions; weight: its inverse document frequency (0: it filters and does not score)
    proximity,    // words that must stand in some way; it scores by the weights of its places
    any_of_many,  // slot: words that do not score, as many as a wildcard stands for; `least` of them at least
    all,          // children
    any,          // children
    negation,     // child
    days,         // published, or added to the archive, from `first` to `last`, both included
    words,        // bodies of `least` to `most` words, both included
  };
  Kind kind = Kind::everything;
  std::string term;
  double weight = 0;
  Proximity proximity;
  Slot slot;
  Day first = 0;
  Day last = 0;
  bool added = false;
  std::uint32_t least = 0;
  std::uint32_t most = 0;
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
  // All of these outlive it.
  Planner(const Snapshot& snapshot, Statistics& statistics, Vocabularies& vocabularies, format::Analyser& analyser,
          StopWords& stop_words)
      : snapshot_(snapshot),
        statistics_(statistics),
        vocabularies_(vocabularies),
        analyser_(analyser),
        stop_words_(stop_words),
        typed_words_(snapshot.stemmers(), analyser, stop_words) {}

  // Throws Failure with Errc::query for what only the analyser and the archive can see: a query or a side of NEAR that
  // holds no word, a wildcard that stands for too many. A clause without a word beside others is left out with a
  // warning.
  Plan plan(const QueryNode& ast);

  // The clause has text and nothing in it is a word to the analyser.
  bool holds_no_word(const QueryNode& node);

 private:
  PlanNode plan_node(const QueryNode& node);
  PlanNode plan_children(const QueryNode& node, PlanNode::Kind kind);
  PlanNode plan_words(const QueryNode& node);
  PlanNode plan_near(const QueryNode& node);
  PlanNode plan_maybe(const QueryNode& node);
  PlanNode plan_filter(const QueryNode& node);
  [[nodiscard]] bool is_term(const std::string& term) const;
  PlanNode plan_similar(const QueryNode& node);
  static PlanNode plan_days(const QueryNode& node);
  static PlanNode plan_length(const QueryNode& node);

  void warn_of_left_out(const QueryNode& node);
  // What the stem's letters are with other accents, as far as the archive has them.
  [[nodiscard]] std::vector<std::string> other_stems(const TypedStem& typed) const;
  double weight_of(const TypedWord& word);
  PlanNode bag_of_stems(const TypedWord& word, const QueryNode& node);
  Slot slot_of(const TypedWord& word, const QueryNode& node);
  Slot expanded_slot(const TypedWord& word, const QueryNode& node);
  // Its words score, but for patterns, fuzzy words and those of the byline.
  Sequence sequence_of(const std::vector<TypedWord>& words, const QueryNode& node);

  const Snapshot& snapshot_;
  Statistics& statistics_;
  Vocabularies& vocabularies_;
  format::Analyser& analyser_;
  StopWords& stop_words_;
  TypedWords typed_words_;
  Plan plan_;
};

}  // namespace newshound::matching

#endif
