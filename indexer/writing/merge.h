// Joins segments into one: the rows of each stand whole after those of the one before, dead ones too. What each kind of
// file does for it stands in a function of its own.
#ifndef NEWSHOUND_WRITING_MERGE_H
#define NEWSHOUND_WRITING_MERGE_H

#include "indexer/writing/checkpoint.h"
#include "indexer/writing/segment_files.h"

#include <cstddef>
#include <filesystem>
#include <vector>

namespace newshound::writing {

// Writes index.glass, columns, positions and articles in `directory`, synced; `inputs` are not empty and none is
// without rows. At most kMergeWidth inputs are opened at once; more are joined in tiers in `scratch`, which must be
// free to use and is removed. What `checkpoint` throws comes out; files of a half-done merge stay then.
SegmentFiles merge(
    std::vector<SegmentFiles> inputs, const std::filesystem::path& directory, const std::filesystem::path& scratch,
    const Checkpoint& checkpoint = [] {});

inline constexpr std::size_t kMergeWidth = 64;

}  // namespace newshound::writing

#endif
