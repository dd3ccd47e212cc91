// One generation of an archive, open: its segments and what they say together. Unchanged until it is dropped, whatever
// a writer does meanwhile.
#ifndef NEWSHOUND_MATCHING_SNAPSHOT_H
#define NEWSHOUND_MATCHING_SNAPSHOT_H

#include "indexer/format/dates.h"
#include "indexer/format/manifest.h"
#include "indexer/format/segment.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace newshound::matching {

class Snapshot {
 public:
  // With `skip_damaged` every byte is read and damaged segments are left out. Throws Failure: Errc::archive_not_found,
  // Errc::wrong_version, Errc::damaged, Errc::io.
  explicit Snapshot(const std::string& path, bool skip_damaged = false);

  [[nodiscard]] const format::Manifest& manifest() const { return manifest_; }
  [[nodiscard]] const std::vector<format::Segment>& segments() const { return segments_; }
  // Names of segments that were left out.
  [[nodiscard]] const std::vector<std::string>& missing() const { return missing_; }
  // Of the segments that are there.
  [[nodiscard]] std::uint64_t articles() const;

  // Codes of all stemmers that articles of the archive were stemmed with, "" for unstemmed ones; in byte order.
  [[nodiscard]] const std::vector<std::string>& stemmers() const { return stemmers_; }

  // The first and the last that living articles were published on; empty if none has a day. Looks at every article.
  [[nodiscard]] std::optional<format::DayRange> days() const;

  // The living document with that id.
  struct Place {
    const format::Segment* segment;
    Xapian::docid document;
  };
  [[nodiscard]] std::optional<Place> find(const std::string& id) const;

 private:
  format::ArchivePaths paths_;
  format::Manifest manifest_;
  std::vector<format::Segment> segments_;
  std::vector<std::string> missing_;
  std::vector<std::string> stemmers_;
};

}  // namespace newshound::matching

#endif
