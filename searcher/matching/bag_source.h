// The documents of one segment that have any of several words, with what these score together, as one posting list for
// Xapian: what it would make of an OR of WordSources, in one loop.
//
// Once a document must score more than some of the words can give together, those words only add to documents that
// others bring up (MaxScore: Turtle and Flood, Query evaluation: strategies and optimizations, 1995), and blocks of
// theirs that could not give enough are not read (block-max MaxScore: Chakrabarti, Chaudhuri and Ganti, Interval-based
// pruning for top-k processing over compressed lists, ICDE 2011).
#ifndef NEWSHOUND_MATCHING_BAG_SOURCE_H
#define NEWSHOUND_MATCHING_BAG_SOURCE_H

#include "indexer/format/positions.h"
#include "searcher/matching/bm25.h"

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

namespace newshound::matching {

struct ScoredTerm {
  format::PositionsTerm term;
  Bm25 bm25;
};

class BagSource : public Xapian::PostingSource {
 public:
  // `positions` outlives the source. init() and all that moves it throw Failure (Errc::damaged).
  BagSource(const format::Positions& positions, std::vector<ScoredTerm> terms);

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return least_; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return most_; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return most_; }
  [[nodiscard]] double get_weight() const override { return score_; }

  void next(double min_weight) override;
  void skip_to(Xapian::docid document, double min_weight) override;
  [[nodiscard]] bool at_end() const override { return row_ == kEnd; }
  [[nodiscard]] Xapian::docid get_docid() const override { return row_ + 1; }

  [[nodiscard]] BagSource* clone() const override { return new BagSource(positions_, terms_); }
  [[nodiscard]] std::string name() const override { return "newshound::BagSource"; }
  [[nodiscard]] std::string get_description() const override;
  void init(const Xapian::Database&) override;

 private:
  static constexpr std::uint32_t kEnd = UINT32_MAX;
  struct List {
    format::PostingsCursor cursor;
    const Bm25* bm25;
    double most_together;  // that it and all lists before it give to any document
  };

  // To the first document from `row` on that scores as much.
  void find(std::uint32_t row, double min_weight);
  [[nodiscard]] std::size_t first_essential(double min_weight) const;
  [[nodiscard]] std::uint32_t next_row(std::size_t essential) const;
  double take(List& list, std::uint32_t row) const;
  // What the lists before `essential` add to a document that has `score` from the others; less than all of it if that
  // is not enough anyway.
  double add_others(std::size_t essential, std::uint32_t row, double score, double min_weight);

  const format::Positions& positions_;
  std::vector<ScoredTerm> terms_;  // the one that gives most last
  Xapian::doccount least_ = 0;
  Xapian::doccount most_ = 0;
  std::vector<List> lists_;  // of the terms
  std::uint32_t row_ = kEnd;
  bool is_before_first_ = true;
  double score_ = 0;
};

}  // namespace newshound::matching

#endif
