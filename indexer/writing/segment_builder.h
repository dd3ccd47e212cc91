// Builds one small segment from articles: a Xapian database, a columns file, an article store and the list of what is
// in it. Small ones are cheap to build (Xapian's unflushed trees stay in the processor's cache); merge.h joins them.
#ifndef NEWSHOUND_WRITING_SEGMENT_BUILDER_H
#define NEWSHOUND_WRITING_SEGMENT_BUILDER_H

#include "indexer/format/article_store.h"
#include "indexer/writing/document.h"
#include "indexer/writing/segment_files.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace newshound::writing {

// A segment on disk that no manifest names yet.
struct BuiltSegment {
  SegmentFiles files;
  std::vector<std::uint64_t> arrivals;  // row -> the article's number in order of arrival
  std::set<std::string> stemmers;
};

// What an article counts for where texts are counted by bytes: its title, its body and something for the rest.
std::uint64_t text_bytes(const Article& article);

class SegmentBuilder {
 public:
  // Makes the directory. `maker` outlives the builder and serves no other one meanwhile.
  SegmentBuilder(std::filesystem::path directory, DocumentMaker& maker);
  SegmentBuilder(const SegmentBuilder&) = delete;
  SegmentBuilder& operator=(const SegmentBuilder&) = delete;

  void add(const Article& article, std::uint64_t content_hash, Day added, std::uint64_t arrival);

  [[nodiscard]] std::uint64_t text_bytes() const { return text_bytes_; }
  // That words and places take, about.
  [[nodiscard]] std::uint64_t memory() const { return positions_.memory(); }

  // Writes everything; the builder is used up. Not synced: a merge follows.
  BuiltSegment finish();

 private:
  std::filesystem::path directory_;
  DocumentMaker& maker_;
  Xapian::WritableDatabase database_;
  format::ColumnsBuilder columns_;
  PositionsBuilder positions_;
  format::ArticleStoreBuilder store_;
  std::vector<std::uint64_t> arrivals_;
  std::set<std::string> stemmers_;
  std::uint64_t text_bytes_ = 0;
};

}  // namespace newshound::writing

#endif
