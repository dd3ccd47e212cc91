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

struct Opened {
  std::vector<format::Segment> segments;
  std::vector<std::string> missing;
};

Opened open_segments(const format::ArchivePaths& paths, const format::Manifest& manifest) {
  Opened opened;
  opened.segments.reserve(manifest.segments.size());
  for (const auto& entry : manifest.segments) opened.segments.emplace_back(paths, entry);
  return opened;
}

// Damage that shows only where somebody looks must not come up in the midst of a search.
Opened open_sound_segments(const format::ArchivePaths& paths, const format::Manifest& manifest) {
  Opened opened;
  for (const auto& entry : manifest.segments) {
    const auto directory = paths.segment(entry.name);
    auto segment = format::guard("open " + directory.string(), [&] {
      format::Segment whole(paths, entry);
      for (const auto& file : entry.files()) format::check_file(directory / file.name, file);
      return whole;
    });
    if (segment)
      opened.segments.push_back(*std::move(segment));
    else if (segment.error().code == Errc::damaged)
      opened.missing.push_back(entry.name);
    else
      throw format::Failure(segment.error());
  }
  return opened;
}

}  // namespace

Snapshot::Snapshot(const std::string& path, bool skip_damaged) : paths_(path) {
  for (int attempt = 1;; ++attempt) {
    manifest_ = format::read_current_manifest(paths_);
    auto opened = format::guard("open " + path, [&] {
      return skip_damaged ? open_sound_segments(paths_, manifest_) : open_segments(paths_, manifest_);
    });
    const bool is_whole = opened && opened->missing.empty();
    const bool is_replaced =
        !is_whole && format::read_current_manifest(paths_).generation != manifest_.generation && attempt < kAttempts;
    if (is_replaced) continue;
    if (!opened) throw format::Failure(opened.error());
    segments_ = std::move(opened->segments);
    missing_ = std::move(opened->missing);
    break;
  }
  std::set<std::string> codes;
  for (const auto& segment : segments_) codes.insert(segment.entry().stemmers.begin(), segment.entry().stemmers.end());
  stemmers_.assign(codes.begin(), codes.end());
}

std::uint64_t Snapshot::articles() const {
  std::uint64_t sum = 0;
  for (const auto& segment : segments_) sum += segment.entry().articles;
  return sum;
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
