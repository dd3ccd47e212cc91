#include "searcher/matching/bag_source.h"

#include <algorithm>
#include <utility>

namespace newshound::matching {

BagSource::BagSource(const format::Positions& positions, std::vector<ScoredTerm> terms)
    : positions_(positions), terms_(std::move(terms)) {
  std::stable_sort(terms_.begin(), terms_.end(), [](const ScoredTerm& a, const ScoredTerm& b) {
    return a.bm25.most(a.term.bounds) < b.bm25.most(b.term.bounds);
  });
  double most = 0;
  std::uint64_t documents = 0;
  for (const auto& [term, bm25] : terms_) {
    documents += term.documents;
    least_ = std::max(least_, term.documents);
    most += bm25.most(term.bounds);
  }
  most_ = static_cast<Xapian::doccount>(std::min<std::uint64_t>(documents, positions_.rows()));
  set_maxweight(most);
}

std::string BagSource::get_description() const {
  std::string text;
  for (const auto& [term, bm25] : terms_) text.append(text.empty() ? "" : " | ").append(term.key);
  return "(" + text + ")";
}

void BagSource::init(const Xapian::Database&) {
  lists_.clear();
  double together = 0;
  for (const auto& [term, bm25] : terms_) {
    together += bm25.most(term.bounds);
    lists_.push_back({format::PostingsCursor(positions_, term), &bm25, together});
  }
  set_maxweight(together);
  is_before_first_ = true;
  row_ = 0;
}

std::size_t BagSource::first_essential(double min_weight) const {
  std::size_t first = 0;
  while (first < lists_.size() && lists_[first].most_together < min_weight) ++first;
  return first;
}

std::uint32_t BagSource::next_row(std::size_t essential) const {
  auto row = kEnd;
  for (auto i = essential; i < lists_.size(); ++i)
    if (!lists_[i].cursor.at_end()) row = std::min(row, lists_[i].cursor.row());
  return row;
}

double BagSource::take(List& list, std::uint32_t row) const {
  if (list.cursor.at_end() || list.cursor.row() != row) return 0;
  return list.bm25->score(list.cursor.frequency(), positions_.length(row));
}

double BagSource::add_others(std::size_t essential, std::uint32_t row, double score, double min_weight) {
  for (auto i = essential; i-- > 0;) {
    auto& list = lists_[i];
    if (score + list.most_together < min_weight) return score;
    const auto block = list.cursor.block_with(row);
    if (block == list.cursor.blocks()) continue;
    if (block != list.cursor.block()) {
      const double before = i == 0 ? 0 : lists_[i - 1].most_together;
      if (score + list.bm25->most(list.cursor.bounds(block)) + before < min_weight) return score;
    }
    list.cursor.skip_to(row);
    score += take(list, row);
  }
  return score;
}

void BagSource::find(std::uint32_t row, double min_weight) {
  const auto essential = first_essential(min_weight);
  for (auto i = essential; i < lists_.size(); ++i) lists_[i].cursor.skip_to(row);
  for (row_ = next_row(essential); row_ != kEnd; row_ = next_row(essential)) {
    score_ = 0;
    for (auto i = essential; i < lists_.size(); ++i) score_ += take(lists_[i], row_);
    score_ = add_others(essential, row_, score_, min_weight);
    if (score_ >= min_weight) return;
    for (auto i = essential; i < lists_.size(); ++i)
      if (!lists_[i].cursor.at_end() && lists_[i].cursor.row() == row_) lists_[i].cursor.next();
  }
}

void BagSource::next(double min_weight) { find(std::exchange(is_before_first_, false) ? 0 : row_ + 1, min_weight); }

void BagSource::skip_to(Xapian::docid document, double min_weight) {
  is_before_first_ = false;
  find(document - 1, min_weight);
}

}  // namespace newshound::matching
