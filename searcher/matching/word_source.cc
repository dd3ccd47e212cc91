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

double WordSource::get_weight() const { return bm25_.score(cursor_->frequency(), positions_.length(cursor_->row())); }

void WordSource::leave_weak_blocks(double min_weight) {
  if (min_weight <= 0 || cursor_->at_end()) return;
  auto block = cursor_->block();
  while (block < cursor_->blocks() && bm25_.most(cursor_->bounds(block)) < min_weight) ++block;
  if (block != cursor_->block()) cursor_->skip_to_block(block);
}

void WordSource::next(double min_weight) {
  if (!std::exchange(is_before_first_, false)) cursor_->next();
  leave_weak_blocks(min_weight);
}

void WordSource::skip_to(Xapian::docid document, double min_weight) {
  is_before_first_ = false;
  cursor_->skip_to(document - 1);
  leave_weak_blocks(min_weight);
}

}  // namespace newshound::matching
