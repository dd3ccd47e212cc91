#include "searcher/matching/word_source.h"

#include <utility>

namespace newshound::matching {

WordSource::WordSource(const format::Positions& positions, format::PositionsTerm term, Bm25 bm25)
    : positions_(positions), term_(std::move(term)), bm25_(bm25) {
  set_maxweight(bm25_.most(term_.bounds));
}

void WordSource::init(const Xapian::Database&) {
  cursor_.emplace(positions_, term_);
  is_before_first_ = true;
  set_maxweight(bm25_.most(term_.bounds));
}

double WordSource::score() const { return bm25_.score(cursor_->frequency(), positions_.length(cursor_->row())); }

double WordSource::get_weight() const { return score(); }

std::uint32_t WordSource::strong_block(std::uint32_t block, double min_weight) const {
  if (min_weight > 0)
    while (block < cursor_->blocks() && bm25_.most(cursor_->bounds(block)) < min_weight) ++block;
  return block;
}

void WordSource::advance(double min_weight) {
  if (cursor_->is_last_of_block())
    cursor_->skip_to_block(strong_block(cursor_->block() + 1, min_weight));
  else
    cursor_->next();
}

void WordSource::settle(double min_weight) {
  if (min_weight > 0)
    while (!cursor_->at_end() && score() < min_weight) advance(min_weight);
}

void WordSource::next(double min_weight) {
  if (!std::exchange(is_before_first_, false)) {
    advance(min_weight);
  } else if (const auto block = strong_block(0, min_weight); block != 0) {
    cursor_->skip_to_block(block);
  }
  settle(min_weight);
}

void WordSource::skip_to(Xapian::docid document, double min_weight) {
  is_before_first_ = false;
  const auto block = cursor_->block_with(document - 1);
  if (const auto strong = strong_block(block, min_weight); strong != block)
    cursor_->skip_to_block(strong);
  else
    cursor_->skip_to(document - 1);
  settle(min_weight);
}

}  // namespace newshound::matching
