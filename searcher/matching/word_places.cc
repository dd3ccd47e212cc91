#include "searcher/matching/word_places.h"

#include <algorithm>

namespace newshound::matching {

namespace {

// Where every alternative must have the same form, it is the word.
std::string to_string(const Slot& slot) {
  if (!slot.empty() && !slot.front().term.empty()) return slot.front().term;
  std::string text;
  for (const auto& place : slot) text.append(text.empty() ? "" : "|").append(place.key);
  return text;
}

}  // namespace

bool scores(const Sequence& sequence) {
  return std::any_of(sequence.slots.begin(), sequence.slots.end(), [](const Slot& slot) {
    return std::any_of(slot.begin(), slot.end(), [](const WordPlace& place) { return place.weight > 0; });
  });
}

std::string to_string(const Sequence& sequence) {
  std::string text = sequence.in_title ? "title:" : "";
  for (const auto& slot : sequence.slots)
    text.append(&slot == &sequence.slots.front() ? "" : " ").append(to_string(slot));
  return text;
}

SlotCursor::SlotCursor(const format::Positions& positions, const Slot& slot, double average_length)
    : positions_(positions) {
  for (const auto& [key, folded, weight] : slot) {
    const auto term = positions.find(key);
    if (!term) continue;
    std::vector<char> allowed;
    if (!folded.empty())
      for (const auto& form : term->forms()) allowed.push_back(form.term == folded ? 1 : 0);
    const bool may_stand = allowed.empty() || std::find(allowed.begin(), allowed.end(), 1) != allowed.end();
    if (!may_stand && weight == 0) continue;
    const auto bm25 = weight > 0 ? std::optional(Bm25(weight, average_length)) : std::nullopt;
    alternatives_.push_back({format::PostingsCursor(positions, *term), std::move(allowed), bm25});
    most_documents_ += term->documents;
    if (bm25) most_score_ += bm25->most(term->bounds);
  }
  find_row();
}

void SlotCursor::find_row() {
  row_ = kEnd;
  for (const auto& alternative : alternatives_)
    if (!alternative.cursor.at_end()) row_ = std::min(row_, alternative.cursor.row());
}

void SlotCursor::skip_to(std::uint32_t row) {
  if (row_ >= row) return;
  for (auto& alternative : alternatives_) alternative.cursor.skip_to(row);
  find_row();
}

double SlotCursor::score() const {
  double score = 0;
  for (const auto& [cursor, allowed, bm25] : alternatives_)
    if (bm25 && !cursor.at_end() && cursor.row() == row_)
      score += bm25->score(cursor.frequency(), positions_.length(row_));
  return score;
}

double SlotCursor::most_score_at(std::uint32_t row) const {
  double most = 0;
  for (const auto& [cursor, allowed, bm25] : alternatives_) {
    if (!bm25 || cursor.at_end()) continue;
    const auto block = cursor.block_with(row);
    if (block < cursor.blocks()) most += bm25->most(cursor.bounds(block));
  }
  return most;
}

void SlotCursor::read(std::vector<std::uint32_t>& positions) {
  positions.clear();
  std::size_t filled = 0;
  for (auto& [cursor, allowed, bm25] : alternatives_) {
    if (cursor.at_end() || cursor.row() != row_) continue;
    cursor.for_each_position([&, &may_be = allowed](std::uint32_t position, std::uint32_t form) {
      if (may_be.empty() || may_be[form] != 0) positions.push_back(position);
    });
    ++filled;
  }
  if (filled > 1) std::sort(positions.begin(), positions.end());
}

SequenceCursor::SequenceCursor(const format::Positions& positions, const Sequence& sequence, double average_length)
    : positions_(positions), in_title_(sequence.in_title) {
  for (const auto& slot : sequence.slots) slots_.emplace_back(positions, slot, average_length);
}

const std::vector<Span>& SequenceCursor::read(std::uint32_t row) {
  spans_.clear();
  slots_.front().read(starts_);
  for (std::uint32_t i = 1; i < slots_.size() && !starts_.empty(); ++i) {
    slots_[i].read(positions_of_slot_);
    auto at = positions_of_slot_.begin();
    std::erase_if(starts_, [&](std::uint32_t start) {
      at = std::lower_bound(at, positions_of_slot_.end(), start + i);
      return at == positions_of_slot_.end() || *at != start + i;
    });
  }
  const auto last = in_title_ ? positions_.title_words(row) : UINT32_MAX;
  for (const std::size_t start : starts_)
    if (start + slots_.size() - 1 <= last) spans_.push_back({start, start + slots_.size() - 1});
  return spans_;
}

}  // namespace newshound::matching
