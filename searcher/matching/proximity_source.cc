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

std::string to_string(const Proximity& proximity) {
  const auto first = to_string(proximity.sides.front());
  if (proximity.sides.size() == 1) return '"' + first + '"';
  return "(" + first + ") NEAR/" + std::to_string(proximity.distance) + " (" + to_string(proximity.sides.back()) + ")";
}

ProximitySource::ProximitySource(const format::Segment& segment, Proximity proximity)
    : segment_(segment), proximity_(std::move(proximity)) {}

void ProximitySource::init(const Xapian::Database&) {
  sequences_.clear();
  slots_.clear();
  for (const auto& side : proximity_.sides) sequences_.emplace_back(segment_.positions(), side);
  for (auto& sequence : sequences_)
    for (auto& slot : sequence.slots()) slots_.push_back(&slot);
  std::stable_sort(slots_.begin(), slots_.end(),
                   [](const auto* a, const auto* b) { return a->most_documents() < b->most_documents(); });
  most_ = std::min(slots_.front()->most_documents(), segment_.positions().rows());
  document_ = 0;
  is_at_end_ = false;
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

bool ProximitySource::matches(std::uint32_t row) {
  const auto& left = sequences_.front().read(row);
  if (left.empty() || sequences_.size() == 1) return !left.empty();
  const auto& right = sequences_.back().read(row);
  return follows_closely(left, right, proximity_.distance) || follows_closely(right, left, proximity_.distance);
}

void ProximitySource::next(double min_weight) { skip_to(document_ + 1, min_weight); }

void ProximitySource::skip_to(Xapian::docid document, double) {
  for (auto row = document - 1; align(row); ++row) {
    document_ = row + 1;
    if (matches(row)) return;
  }
  is_at_end_ = true;
}

// Xapian asks so about documents that other clauses have; looking further would be work for nothing.
bool ProximitySource::check(Xapian::docid document, double) {
  document_ = document;
  auto row = document - 1;
  is_at_end_ = !align(row);
  return is_at_end_ || (row == document - 1 && matches(row));
}

}  // namespace newshound::matching
