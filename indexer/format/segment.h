// An open segment: its Xapian database, its columns, its stored articles and its dead documents. Both halves read
// segments through this.
#ifndef NEWSHOUND_FORMAT_SEGMENT_H
#define NEWSHOUND_FORMAT_SEGMENT_H

#include "indexer/format/article_store.h"
#include "indexer/format/columns.h"
#include "indexer/format/manifest.h"
#include "indexer/format/positions.h"

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace newshound::format {

// Throws Failure (Errc::damaged) if the file's checksum does not hold; Errc::io.
void check_file(const std::filesystem::path& path, const StoredFile& file);

class Segment {
 public:
  // Checks that the files have the sizes the manifest says. Throws Failure: Errc::io if the system refuses to read one,
  // else Errc::damaged. A file may also be gone because a newer generation replaced it: who takes no lock reads
  // MANIFEST again.
  Segment(const ArchivePaths& paths, SegmentEntry entry);

  [[nodiscard]] const SegmentEntry& entry() const { return entry_; }
  [[nodiscard]] const Xapian::Database& database() const { return database_; }
  [[nodiscard]] const Columns& columns() const { return columns_; }
  [[nodiscard]] const Positions& positions() const { return positions_; }
  [[nodiscard]] const ArticleStore& store() const { return store_; }
  [[nodiscard]] const std::vector<std::uint32_t>& dead() const { return dead_; }  // document numbers, ascending

  // Document numbers are from 1 to the number of rows; false for others.
  [[nodiscard]] bool is_alive(Xapian::docid document) const {
    return document <= columns_.rows() && (dead_.empty() || !is_dead_[document - 1]);
  }

  // The living document with that id.
  [[nodiscard]] std::optional<Xapian::docid> find(std::string_view id) const;

 private:
  SegmentEntry entry_;
  Columns columns_;
  Positions positions_;
  ArticleStore store_;
  Xapian::Database database_;
  std::vector<std::uint32_t> dead_;
  std::vector<bool> is_dead_;  // by row; empty if nothing is dead
};

}  // namespace newshound::format

#endif
