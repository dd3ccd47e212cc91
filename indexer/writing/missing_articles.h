// Which articles a source no longer has: those that came from it and were not seen in this run. What cannot be told is
// kept: a source that gave nothing may be a disk that is not mounted, and a document that was rejected may be any.
#ifndef NEWSHOUND_WRITING_MISSING_ARTICLES_H
#define NEWSHOUND_WRITING_MISSING_ARTICLES_H

#include "indexer/format/segment.h"

#include <newshound/reader.h>

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace newshound::writing {

// `path` is the file `source`, or below the folder or in the archive file `source` (`news.tar!a.jsonl`).
bool lies_in(std::string_view path, std::string_view source);

class MissingArticles {
 public:
  explicit MissingArticles(std::vector<std::string> sources);

  void saw(const std::string& id, const std::string& path);
  void rejected(const Rejection& rejection);

  struct Found {
    std::vector<std::string> ids;
    std::vector<std::string> kept;  // why some were not looked for, one sentence each
  };
  // Among the living articles of the segments.
  [[nodiscard]] Found find(const std::vector<format::Segment>& segments);

 private:
  struct Source {
    std::string path;
    std::uint64_t articles = 0;        // of this run
    std::uint64_t known_articles = 0;  // of the archive
  };
  [[nodiscard]] bool is_unsure(std::string_view path) const;
  [[nodiscard]] std::vector<std::string> reasons() const;

  std::vector<Source> sources_;
  std::vector<std::uint64_t> seen_;       // hashes of ids
  std::set<std::string> broken_sources_;  // paths with a rejection that names no id
};

}  // namespace newshound::writing

#endif
