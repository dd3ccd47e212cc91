// The documents of one segment that have a word, with what it scores in each, as a posting list for Xapian.
//
// Xapian says how much a document must score to become a hit. Blocks whose best document could not are stepped over
// unread (Ding and Suel: Faster top-k document retrieval using block-max indexes, SIGIR 2011), and in the others the
// documents that do not.
#ifndef NEWSHOUND_MATCHING_WORD_SOURCE_H
#define NEWSHOUND_MATCHING_WORD_SOURCE_H

#include "indexer/format/positions.h"
#include "searcher/matching/bm25.h"

#include <xapian.h>

#include <optional>
#include <string>

namespace newshound::matching {

class WordSource : public Xapian::PostingSource {
 public:
  // `positions` outlives the source. init() and all that moves it throw Failure (Errc::damaged).
  WordSource(const format::Positions& positions, format::PositionsTerm term, Bm25 bm25);

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return term_.documents; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return term_.documents; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return term_.documents; }
  [[nodiscard]] double get_weight() const override;

  void next(double min_weight) override;
  void skip_to(Xapian::docid document, double min_weight) override;
  [[nodiscard]] bool at_end() const override { return cursor_->at_end(); }
  [[nodiscard]] Xapian::docid get_docid() const override { return cursor_->row() + 1; }

  [[nodiscard]] WordSource* clone() const override { return new WordSource(positions_, term_, bm25_); }
  [[nodiscard]] std::string name() const override { return "newshound::WordSource"; }
  [[nodiscard]] std::string get_description() const override { return term_.key; }
  void init(const Xapian::Database&) override;

 private:
  // The first block from `block` on whose best document may score as much.
  [[nodiscard]] std::uint32_t strong_block(std::uint32_t block, double min_weight) const;
  void advance(double min_weight);
  // From the document in hand on to the first that scores as much.
  void settle(double min_weight);
  [[nodiscard]] double score() const;

  const format::Positions& positions_;
  format::PositionsTerm term_;
  Bm25 bm25_;
  std::optional<format::PostingsCursor> cursor_;
  bool is_before_first_ = true;
};

}  // namespace newshound::matching

#endif
