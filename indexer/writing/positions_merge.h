// Joins positions files into one: the rows of each input follow those of the one before, whole.
#ifndef NEWSHOUND_WRITING_POSITIONS_MERGE_H
#define NEWSHOUND_WRITING_POSITIONS_MERGE_H

#include "indexer/writing/checkpoint.h"

#include <filesystem>
#include <vector>

namespace newshound::writing {

// Writes `output`, not synced. Memory: the dictionary of the output and one term at a time.
void merge_positions(
    const std::vector<std::filesystem::path>& inputs, const std::filesystem::path& output,
    const Checkpoint& checkpoint = [] {});

}  // namespace newshound::writing

#endif
