// Whether a segment on disk is what its manifest entry says. Used before a rebuild is published and by verify().
// Everything here throws Failure: Errc::damaged naming the file, Errc::io.
#ifndef NEWSHOUND_WRITING_SEGMENT_CHECK_H
#define NEWSHOUND_WRITING_SEGMENT_CHECK_H

#include "indexer/format/manifest.h"

namespace newshound::writing {

// The structure of columns and stored articles, and the number of documents by them, database, tombstones and entry.
void check_structure(const format::ArchivePaths& paths, const format::SegmentEntry& entry);

// All of it.
void check_segment(const format::ArchivePaths& paths, const format::SegmentEntry& entry);

}  // namespace newshound::writing

#endif
