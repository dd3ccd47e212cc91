// The files of a segment that is not yet, or no longer, asked for by a manifest.
#ifndef NEWSHOUND_WRITING_SEGMENT_FILES_H
#define NEWSHOUND_WRITING_SEGMENT_FILES_H

#include <filesystem>

namespace newshound::writing {

struct SegmentFiles {
  std::filesystem::path index;  // Xapian database, directory or single file
  std::filesystem::path columns;
  std::filesystem::path positions;
  std::filesystem::path store;
};

}  // namespace newshound::writing

#endif
