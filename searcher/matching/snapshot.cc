#include "searcher/matching/snapshot.h"

#include "indexer/format/guard.h"

#include <algorithm>
#include <set>
#include <utility>

namespace newshound::matching {
namespace {

// A writer may publish, and drop what it replaced, while segments are being opened. Each new attempt needs a new
// generation to have come, so this many in a row mean something else is wrong.
constexpr int kAttempts = 10;

std::vector<format::Segment> open_segments(const format::ArchivePaths& paths, const format::Manifest& manifest) {
  std::vector<format::Segment> segments;
  segments.reserve(manifest.segments.size());
  for (const auto& entry : manifest.segments) segments.emplace_back(paths, entry);
  return segments;
}

}  // namespace

Snapshot::Snapshot(const std::string& path) : paths_(path) {
  for (int attempt = 1;; ++attempt) {
    manifest_ = format::read_current_manifest(paths_);
    auto opened = format::guard("open " + path, [&] { return open_segments(paths_, manifest_); });
    if (opened) {
      segments_ = *std::move(opened);
      break;
    }
    const bool is_replaced = format::read_current_manifest(paths_).generation != manifest_.generation;
    if (!is_replaced || attempt == kAttempts) throw format::Failure(opened.error());
  }
  std::set<std::string> codes;
  for (const auto& segment : segments_) codes.insert(segment.entry().stemmers.begin(), segment.entry().stemmers.end());
  stemmers_.assign(codes.begin(), codes.end());
}

std::optional<Snapshot::Place> Snapshot::find(const std::string& id) const {
  for (const auto& segment : segments_)
    if (const auto document = segment.find(id)) return Place{&segment, *document};
  return {};
}

std::optional<format::DayRange> Snapshot::days() const {
  std::optional<format::DayRange> range;
  for (const auto& segment : segments_)
    for (std::uint32_t row = 0; row < segment.columns().rows(); ++row) {
      const Day day = segment.columns().day(row);
      if (day == format::kNoDay || !segment.is_alive(row + 1)) continue;
      if (!range) range = format::DayRange{day, day};
      range->first = std::min(range->first, day);
      range->last = std::max(range->last, day);
    }
  return range;
}

}  // namespace newshound::matching
