#include "searcher/matching/proximity_source.h"

#include <algorithm>
#include <utility>

namespace newshound::matching {
namespace {

bool follows_closely(const std::vector<Span>& first, const std::vector<Span>& second, unsigned distance) {
  const auto begins_by = [](std::size_t position, const Span& span) { return position < span.begin; };
  return std::any_of(first.begin(), first.end(), [&](const Span& span) {
    const auto next = std::upper_bound(second.begin(), second.end(), span.end, begins_by);
    return next != second.end() && next->begin - span.end <= distance;
  });
}

}  // namespace

bool scores(const Proximity& proximity) {
  return std::any_of(proximity.sides.begin(), proximity.sides.end(), [](const auto& side) { return scores(side); });
}

std::string to_string(const Proximity& proximity) {
  const auto first = to_string(proximity.sides.front());
  if (proximity.sides.size() == 1) return '"' + first + '"';
  return "(" + first + ") NEAR/" + std::to_string(proximity.distance) + " (" + to_string(proximity.sides.back()) + ")";
}

ProximitySource::ProximitySource(const format::Segment& segment, Proximity proximity, double average_length)
    : segment_(segment), proximity_(std::move(proximity)), average_length_(average_length) {}

void ProximitySource::init(const Xapian::Database&) {
  sequences_.clear();
  slots_.clear();
  for (const auto& side : proximity_.sides) sequences_.emplace_back(segment_.positions(), side, average_length_);
  for (auto& sequence : sequences_)
    for (auto& slot : sequence.slots()) slots_.push_back(&slot);
  std::stable_sort(slots_.begin(), slots_.end(),
                   [](const auto* a, const auto* b) { return a->most_documents() < b->most_documents(); });
  most_ = std::min(slots_.front()->most_documents(), segment_.positions().rows());
  double most_score = 0;
  for (const auto* slot : slots_) most_score += slot->most_score();
  set_maxweight(most_score);
  document_ = 0;
  is_at_end_ = false;
}

bool ProximitySource::lead(std::uint32_t& row, double min_weight) {
  auto& rarest = *slots_.front();
  for (rarest.skip_to(row); !rarest.at_end(); rarest.skip_to(row + 1)) {
    row = rarest.row();
    if (min_weight <= 0) return true;
    double most = rarest.score();
    for (std::size_t i = 1; i < slots_.size(); ++i) most += slots_[i]->most_score_at(row);
    if (most >= min_weight) return true;
  }
  return false;
}

bool ProximitySource::align(std::uint32_t& row) {
  for (std::size_t i = 0; i < slots_.size();) {
    auto& slot = *slots_[i];
    slot.skip_to(row);
    if (slot.at_end()) return false;
    const bool is_further = slot.row() > row;
    row = slot.row();
    i = is_further && i > 0 ? 0 : i + 1;  // the rarest says where to look next
  }
  return true;
}

double ProximitySource::score() const {
  double score = 0;
  for (const auto* slot : slots_) score += slot->score();
  return score;
}

bool ProximitySource::matches(std::uint32_t row, double min_weight) {
  // While any score will do, most candidates are better refused by where their words stand.
  const bool is_score_first = min_weight > 0;
  if (is_score_first) score_ = score();
  if (is_score_first && score_ < min_weight) return false;
  if (!stand_right(row)) return false;
  if (!is_score_first) score_ = score();
  return true;
}

bool ProximitySource::stand_right(std::uint32_t row) {
  const auto& left = sequences_.front().read(row);
  if (left.empty() || sequences_.size() == 1) return !left.empty();
  const auto& right = sequences_.back().read(row);
  return follows_closely(left, right, proximity_.distance) || follows_closely(right, left, proximity_.distance);
}

void ProximitySource::next(double min_weight) { skip_to(document_ + 1, min_weight); }

void ProximitySource::skip_to(Xapian::docid document, double min_weight) {
  for (auto row = document - 1; lead(row, min_weight) && align(row); ++row) {
    document_ = row + 1;
    if (matches(row, min_weight)) return;
  }
  is_at_end_ = true;
}

// Xapian asks so about documents that other clauses have; looking further for the next match would be work for nothing.
// But in version 1.4.22 an OR inside an OR takes a source that does not have the document to be at the next one, and
// asks for its weight there without another check: so that one is looked at, too, and if it does not match either, the
// weight is 0.
bool ProximitySource::check(Xapian::docid document, double min_weight) {
  for (const auto candidate : {document, document + 1}) {
    auto row = candidate - 1;
    is_at_end_ = !align(row);
    document_ = candidate;
    if (is_at_end_ || (row == candidate - 1 && matches(row, min_weight))) return true;
  }
  score_ = 0;
  return false;
}

}  // namespace newshound::matching
