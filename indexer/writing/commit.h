// From small segments to the segments of a generation: what is new is merged into one, what died is written as
// tombstones, and segments of similar size are joined so that their number stays small.
#ifndef NEWSHOUND_WRITING_COMMIT_H
#define NEWSHOUND_WRITING_COMMIT_H

#include "indexer/format/manifest.h"
#include "indexer/format/segment.h"
#include "indexer/writing/checkpoint.h"
#include "indexer/writing/segment_builder.h"

#include <cstdint>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace newshound::writing {

// Writes the segments of one generation below ARCHIVE/segments; none of its files exist before.
class GenerationWriter {
 public:
  GenerationWriter(
      const format::ArchivePaths& paths, std::uint64_t generation, Checkpoint checkpoint = [] {})
      : paths_(paths), generation_(generation), checkpoint_(std::move(checkpoint)) {}

  // The merge of small segments without the articles of `dead_arrivals`; empty if none is left.
  std::optional<format::SegmentEntry> merge_built(const std::vector<BuiltSegment>& built,
                                                  const std::unordered_set<std::uint64_t>& dead_arrivals);

  // The segment with more dead documents; empty if no article is left alive.
  std::optional<format::SegmentEntry> with_dead(const format::Segment& segment,
                                                const std::set<std::uint32_t>& newly_dead);

  // The merge of whole segments with their dead folded away; empty if no article is left alive.
  std::optional<format::SegmentEntry> merge_entries(const std::vector<format::SegmentEntry>& entries);

  // Joins segments of similar size while there are kTierWidth of them, and rewrites those that are mostly dead.
  std::vector<format::SegmentEntry> keep_few(std::vector<format::SegmentEntry> entries);

 private:
  std::optional<format::SegmentEntry> merged(std::vector<struct MergeInput> inputs,
                                             const std::set<std::string>& stemmers);

  format::ArchivePaths paths_;
  std::uint64_t generation_;
  Checkpoint checkpoint_;
  std::uint64_t serial_ = 0;
};

// An article is rewritten once for each power of kTierWidth its archive has: log8(n) times in all.
inline constexpr std::size_t kTierWidth = 8;

}  // namespace newshound::writing

#endif
