#include "searcher/matching/proximity_source.h"

#include <algorithm>
#include <utility>

namespace newshound::matching {
namespace {

using Within = QueryNode::Within;

// Spans ascend by their beginning and by their end.
bool begins_before(const Span& span, std::size_t position) { return span.begin < position; }
bool ends_before(const Span& span, std::size_t position) { return span.end < position; }

}  // namespace

bool scores(const Proximity& proximity) {
  return std::any_of(proximity.sides.begin(), proximity.sides.end(), [](const auto& side) { return scores(side); });
}

std::string to_string(const Proximity& proximity) {
  if (proximity.sides.size() == 1) return '"' + to_string(proximity.sides.front()) + '"';
  std::string between = proximity.ordered ? " ADJ/" : " NEAR/";
  if (proximity.within == Within::distance)
    between += std::to_string(proximity.distance);
  else
    between += proximity.within == Within::sentence ? "s" : "p";
  std::string text;
  for (const auto& side : proximity.sides) {
    if (!text.empty()) text += between + " ";
    text += "(" + to_string(side) + ")";
  }
  return text;
}

ProximitySource::ProximitySource(const format::Segment& segment, Proximity proximity, double average_length,
                                 Deadline deadline)
    : segment_(segment), proximity_(std::move(proximity)), average_length_(average_length), deadline_(deadline) {}

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
  if (sequences_.size() == 1) return !sequences_.front().read(row).empty();
  before_ = sequences_.front().read(row);
  if (!before_.empty() && proximity_.within != Within::distance) read_units(row);
  for (std::size_t i = 1; i < sequences_.size() && !before_.empty(); ++i) {
    spans_ = sequences_[i].read(row);
    keep_near(before_, spans_);
    std::swap(before_, spans_);
  }
  return !before_.empty();
}

void ProximitySource::keep_near(const std::vector<Span>& before, std::vector<Span>& spans) const {
  const bool by_distance = proximity_.within == Within::distance;
  std::erase_if(
      spans, [&](const Span& span) { return !(by_distance ? is_near(before, span) : is_in_one_unit(before, span)); });
}

bool ProximitySource::is_near(const std::vector<Span>& before, const Span& span) const {
  const std::size_t distance = proximity_.distance;
  const auto ends =
      std::lower_bound(before.begin(), before.end(), span.begin > distance ? span.begin - distance : 0, ends_before);
  if (ends != before.end() && ends->end < span.begin) return true;
  if (proximity_.ordered) return false;
  const auto begins = std::lower_bound(before.begin(), before.end(), span.end + 1, begins_before);
  return begins != before.end() && begins->begin - span.end <= distance;
}

// Beside it and not over it.
bool ProximitySource::is_in_one_unit(const std::vector<Span>& before, const Span& span) const {
  const auto unit = std::lower_bound(unit_ends_.begin(), unit_ends_.end(), span.begin);
  if (unit == unit_ends_.end() || span.end > *unit) return false;
  const std::size_t begin = unit == unit_ends_.begin() ? 0 : *(unit - 1) + 1;
  const auto first = std::lower_bound(before.begin(), before.end(), begin, begins_before);
  if (first != before.end() && first->end < span.begin) return true;
  const auto after = std::lower_bound(before.begin(), before.end(), span.end + 1, begins_before);
  return std::any_of(after, before.end(), [&](const Span& other) { return other.end <= *unit; });
}

// The title is one sentence, and so is an author line.
void ProximitySource::read_units(std::uint32_t row) {
  unit_ends_.clear();
  if (proximity_.sides.front().region == Region::byline) {
    unit_ends_.push_back(SIZE_MAX);
    return;
  }
  const auto& positions = segment_.positions();
  std::size_t end = positions.title_words(row);
  unit_ends_.push_back(end);
  end += format::kFieldGap;
  for (const auto& [words, ends_paragraph] : positions.sentences(row)) {
    end += words;
    if (proximity_.within == Within::sentence || ends_paragraph) unit_ends_.push_back(end);
  }
  if (unit_ends_.back() != end) unit_ends_.push_back(end);
}

void ProximitySource::next(double min_weight) { skip_to(document_ + 1, min_weight); }

void ProximitySource::skip_to(Xapian::docid document, double min_weight) {
  for (auto row = document - 1; lead(row, min_weight) && align(row); ++row) {
    deadline_.require_time();
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
