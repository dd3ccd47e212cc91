// From small segments to the segments of a generation: what is new is merged into one, what died is written as
// tombstones, segments of similar size are joined so that their number stays small, and those with many dead articles
// are made again from what is stored of the living.
#ifndef NEWSHOUND_WRITING_COMMIT_H
#define NEWSHOUND_WRITING_COMMIT_H

#include "indexer/format/manifest.h"
#include "indexer/format/segment.h"
#include "indexer/writing/checkpoint.h"
#include "indexer/writing/segment_builder.h"

#include <newshound/indexer.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace newshound::writing {

// Writes the segments of one generation below ARCHIVE/segments; none of its files exist before.
class GenerationWriter {
 public:
  // Uses threads and memory of `options` where it indexes anything again.
  GenerationWriter(
      const format::ArchivePaths& paths, std::uint64_t generation, const IndexOptions& options,
      Checkpoint checkpoint = [] {})
      : paths_(paths), generation_(generation), options_(options), checkpoint_(std::move(checkpoint)) {}

  // The merge of small segments, the articles of `dead_arrivals` dead; empty if none is alive.
  std::optional<format::SegmentEntry> merge_built(const std::vector<BuiltSegment>& built,
                                                  const std::unordered_set<std::uint64_t>& dead_arrivals);

  // The segment with more dead documents; empty if no article is left alive.
  std::optional<format::SegmentEntry> with_dead(const format::Segment& segment,
                                                const std::set<std::uint32_t>& newly_dead);

  // Joins segments of similar size while there are kTierWidth of them; makes those again of which more than a quarter
  // is dead.
  std::vector<format::SegmentEntry> keep_few(std::vector<format::SegmentEntry> entries);

  // All in one segment without dead articles.
  std::optional<format::SegmentEntry> compacted(std::vector<format::SegmentEntry> entries);

 private:
  std::optional<format::SegmentEntry> merged(const struct Parts& parts);
  std::optional<format::SegmentEntry> merge_entries(const std::vector<format::SegmentEntry>& entries);
  std::optional<format::SegmentEntry> without_dead(const format::SegmentEntry& entry);
  void write_dead(format::SegmentEntry& entry, const std::vector<std::uint32_t>& dead);

  format::ArchivePaths paths_;
  std::uint64_t generation_;
  IndexOptions options_;
  Checkpoint checkpoint_;
  std::uint64_t serial_ = 0;
};

// An article is copied once for each power of kTierWidth its archive has: log8(n) times in all.
inline constexpr std::size_t kTierWidth = 8;

}  // namespace newshound::writing

#endif
