#include "indexer/writing/segment_check.h"

#include "indexer/format/guard.h"
#include "indexer/format/segment.h"
#include "indexer/format/stored_file.h"

namespace newshound::writing {

void check_file(const std::filesystem::path& path, const format::StoredFile& file) {
  if (format::checksum_of_file(path) != file.checksum)
    throw format::Failure(Errc::damaged, path.string() + " is damaged: its checksum does not hold");
}

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
  for (const auto& file : entry.files()) check_file(directory / file.name, file);
  check_structure(paths, entry);
}

}  // namespace newshound::writing
