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

// All of a segment's, and that they are there. Throws as check_file().
void check_files(const ArchivePaths& paths, const SegmentEntry& entry);

class Segment {
 public:
  // Checks that the files have the sizes, beginnings and ends the manifest says. Throws Failure: Errc::io if the system
  // refuses to read one, else Errc::damaged. A file may also be gone because a newer generation replaced it: who takes
  // no lock reads MANIFEST again.
  Segment(const ArchivePaths& paths, SegmentEntry entry);

  [[nodiscard]] const SegmentEntry& entry() const { return entry_; }
  [[nodiscard]] const Xapian::Database& database() const { return database_; }
  [[nodiscard]] const Columns& columns() const { return columns_; }
  [[nodiscard]] const Positions& positions() const { return positions_; }
  [[nodiscard]] const ArticleStore& store() const { return store_; }
  [[nodiscard]] const std::vector<std::uint32_t>& dead() const { return dead_; }  // document numbers, ascending

  // The row of a document; throws Failure (Errc::damaged) if there is none.
  [[nodiscard]] std::uint32_t row(Xapian::docid document) const {
    if (document == 0 || document > columns_.rows()) throw_no_such_document();
    return document - 1;
  }

  // Throws as row().
  [[nodiscard]] bool is_alive(Xapian::docid document) const {
    const auto at = row(document);
    return dead_.empty() || !is_dead_[at];
  }

  // The living document with that id.
  [[nodiscard]] std::optional<Xapian::docid> find(std::string_view id) const;

  // What `read()` gives; what Xapian finds wrong meanwhile becomes a Failure (Errc::damaged or Errc::io) that
  // names the file.
  template <typename Read>
  auto reading_index(Read read) const {
    try {
      return read();
    } catch (const Xapian::DatabaseError& error) {
      rethrow_of_index(error);
    }
  }

 private:
  [[noreturn]] void throw_no_such_document() const;
  [[noreturn]] void rethrow_of_index(const Xapian::DatabaseError& error) const;

  SegmentEntry entry_;
  std::string index_;  // path of the database
  Columns columns_;
  Positions positions_;
  ArticleStore store_;
  Xapian::Database database_;
  std::vector<std::uint32_t> dead_;
  std::vector<bool> is_dead_;  // by row; empty if nothing is dead
};

}  // namespace newshound::format

#endif
