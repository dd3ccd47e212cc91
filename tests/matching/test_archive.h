// An archive in a directory of its own, and the short ways tests take to it. What fails here fails the test by an
// exception.
#ifndef NEWSHOUND_TESTS_MATCHING_TEST_ARCHIVE_H
#define NEWSHOUND_TESTS_MATCHING_TEST_ARCHIVE_H

#include "searcher/matching/snapshot.h"
#include "tests/format/temporary_directory.h"

#include <newshound/indexer.h>
#include <newshound/searcher.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace newshound {

// English, with an id and a body.
Article small_article(const std::string& id, const std::string& body);

class TestArchive {
 public:
  [[nodiscard]] std::string path() const { return (directory_ / "news.idx").string(); }

  // One commit: a segment more, if there is anything new. The generation it made.
  std::uint64_t commit(const std::vector<Article>& articles, const std::vector<std::string>& removed = {},
                       std::optional<Day> today = {}) const;
  void compact() const;

  [[nodiscard]] Searcher searcher() const;
  [[nodiscard]] matching::Snapshot snapshot() const { return matching::Snapshot(path()); }

 private:
  format::TemporaryDirectory directory_;
};

std::vector<std::string> ids(const std::vector<Hit>& hits);

// Ids of all articles a query finds, in order.
std::vector<std::string> find(Searcher& searcher, const std::string& query);

}  // namespace newshound

#endif
