// Joins segments into one by Xapian's compaction, folding dead documents away, and lets the columns follow the document
// numbers. Xapian appends one segment's numbers after another's: leading and trailing gaps vanish, inner ones stay and
// become absent rows.
#ifndef NEWSHOUND_WRITING_MERGE_H
#define NEWSHOUND_WRITING_MERGE_H

#include "indexer/writing/checkpoint.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace newshound::writing {

struct MergeInput {
  std::filesystem::path index;
  std::filesystem::path columns;
  std::filesystem::path store;
  std::vector<std::uint32_t> dead;  // document numbers, ascending
};

struct MergeOutput {
  std::filesystem::path index;
  std::filesystem::path columns;
  std::filesystem::path store;
  std::uint32_t rows = 0;
  std::uint32_t articles = 0;
};

// If no document is alive, nothing is written and the output has no rows. Else writes index.glass, columns
// and articles in `directory`, synced. At most kMergeWidth inputs are opened at once; more are joined in tiers in
// `scratch`, which must be free to use and is emptied. What `checkpoint` throws comes out; files of a half-done merge
// stay then.
MergeOutput merge(
    std::vector<MergeInput> inputs, const std::filesystem::path& directory, const std::filesystem::path& scratch,
    const Checkpoint& checkpoint = [] {});

inline constexpr std::size_t kMergeWidth = 64;

}  // namespace newshound::writing

#endif
