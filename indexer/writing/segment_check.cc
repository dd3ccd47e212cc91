#include "indexer/writing/segment_check.h"

#include "indexer/format/guard.h"
#include "indexer/format/segment.h"

namespace newshound::writing {

void check_structure(const format::ArchivePaths& paths, const format::SegmentEntry& entry) {
  const format::Segment segment(paths, entry);
  segment.columns().check_all();
  segment.positions().check_all();
  segment.store().check_all();
  if (entry.rows - segment.dead().size() != entry.articles)
    throw format::Failure(Errc::damaged, paths.segment(entry.name).string() + " is damaged: its counts disagree");
}

void check_segment(const format::ArchivePaths& paths, const format::SegmentEntry& entry) {
  const auto directory = paths.segment(entry.name);
  for (const auto& file : entry.files()) format::check_file(directory / file.name, file);
  check_structure(paths, entry);
}

}  // namespace newshound::writing
