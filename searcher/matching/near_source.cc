#include "searcher/matching/near_source.h"

#include <algorithm>
#include <utility>

namespace newshound::matching {
namespace {

std::vector<std::size_t> positions_of(const Xapian::PostingIterator& posting) {
  std::vector<std::size_t> positions;
  const auto end = posting.positionlist_end();
  for (auto position = posting.positionlist_begin(); position != end; ++position) positions.push_back(*position);
  return positions;
}

std::string text_of(const NearSide& side) {
  std::string text;
  for (const auto& sequence : side) {
    if (!text.empty()) text += " | ";
    for (const auto& term : sequence) text.append(&term == &sequence.front() ? "" : " ").append(term);
  }
  return "(" + text + ")";
}

}  // namespace

NearSource::NearSource(const format::Segment& segment, NearSides sides, unsigned distance)
    : segment_(segment), sides_(std::move(sides)), distance_(distance) {}

void NearSource::init(const Xapian::Database&) {
  document_ = 0;
  const auto& database = segment_.database();
  for (std::size_t side = 0; side < sides_.size(); ++side) {
    postings_.at(side).clear();
    for (const auto& sequence : sides_.at(side)) {
      auto& terms = postings_.at(side).emplace_back();
      for (const auto& term : sequence) terms.push_back({database.postlist_begin(term), database.postlist_end(term)});
    }
  }
}

bool NearSource::holds(Postings& postings, Xapian::docid document) const {
  if (postings.at != postings.end && *postings.at < document) postings.at.skip_to(document);
  return postings.at != postings.end && *postings.at == document;
}

// A sequence begins where its first term stands and each next one a position later.
void NearSource::add_occurrences(std::vector<Postings>& sequence, Xapian::docid document, Occurrences& found) const {
  for (auto& term : sequence)
    if (!holds(term, document)) return;
  auto starts = positions_of(sequence.front().at);
  for (std::size_t i = 1; i < sequence.size(); ++i) {
    const auto positions = positions_of(sequence[i].at);
    std::erase_if(starts,
                  [&](auto start) { return !std::binary_search(positions.begin(), positions.end(), start + i); });
  }
  for (auto start : starts) found.push_back({start, start + sequence.size() - 1});
}

NearSource::Occurrences NearSource::occurrences(std::size_t side, Xapian::docid document) {
  Occurrences found;
  for (auto& sequence : postings_.at(side)) add_occurrences(sequence, document, found);
  std::sort(found.begin(), found.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
  return found;
}

bool NearSource::follows_closely(const Occurrences& first, const Occurrences& second) const {
  const auto begins_by = [](std::size_t position, const Span& span) { return position < span.begin; };
  return std::any_of(first.begin(), first.end(), [&](const Span& span) {
    const auto next = std::upper_bound(second.begin(), second.end(), span.end, begins_by);
    return next != second.end() && next->begin - span.end <= distance_;
  });
}

bool NearSource::matches(Xapian::docid document) {
  const auto left = occurrences(0, document);
  if (left.empty()) return false;
  const auto right = occurrences(1, document);
  return follows_closely(left, right) || follows_closely(right, left);
}

void NearSource::next(double min_weight) { skip_to(document_ + 1, min_weight); }

void NearSource::skip_to(Xapian::docid document, double) {
  document_ = document;
  while (!at_end() && !matches(document_)) ++document_;
}

bool NearSource::check(Xapian::docid document, double) {
  document_ = document;
  return !at_end() && matches(document_);
}

std::string NearSource::get_description() const {
  return "near/" + std::to_string(distance_) + text_of(sides_[0]) + text_of(sides_[1]);
}

}  // namespace newshound::matching
