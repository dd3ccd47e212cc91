// An archive in a directory of its own beside the simplest thing that could be one, a map from id to article. What is
// stored is read through format::Segment, as a searcher does, never through the code that wrote it.
#ifndef NEWSHOUND_TESTS_WRITING_ARCHIVE_UNDER_TEST_H
#define NEWSHOUND_TESTS_WRITING_ARCHIVE_UNDER_TEST_H

#include "indexer/format/manifest.h"
#include "tests/format/random_article.h"
#include "tests/format/temporary_directory.h"

#include <newshound/indexer.h>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace newshound::writing {

using Articles = std::map<std::string, Article>;

// A small English article that differs by id and text.
Article small_article(const std::string& id, const std::string& text, const std::string& source = "a.jsonl");

class ArchiveUnderTest {
 public:
  [[nodiscard]] std::string path() const { return (directory_ / "news.idx").string(); }
  [[nodiscard]] format::ArchivePaths paths() const { return format::ArchivePaths(path()); }
  [[nodiscard]] format::Manifest manifest() const { return format::read_current_manifest(paths()); }

  // Opens the archive; a failure is a failure of the test and throws.
  [[nodiscard]] Indexer open(IndexOptions options = {}) const;

  // Puts the articles in one run and commits.
  IndexReport add(const std::vector<Article>& articles, IndexOptions options = {}) const;

  // Every article alive in `manifest` by id. Two with one id, and columns that say something else than the stored
  // record, fail the test.
  [[nodiscard]] Articles stored(const format::Manifest& manifest) const;
  [[nodiscard]] Articles stored() const { return stored(manifest()); }

  // The current generation holds exactly `expected`, verify() has no fault, and nothing lies about.
  void expect(const Articles& expected) const;

  // Every file of the archive but LOCK, by path below the archive, with its bytes.
  [[nodiscard]] std::map<std::string, std::string> files() const;

 private:
  format::TemporaryDirectory directory_;
};

// Few threads and little memory: several small segments arise from a few hundred articles.
IndexOptions little_memory(IndexMode mode = IndexMode::update);

// read = indexed + replaced + unchanged + rejected
void expect_balanced(const IndexReport& report);

}  // namespace newshound::writing

#endif
