// Answers that lack something: damaged segments left out, and searches whose time was up.
#include "indexer/format/stored_file.h"
#include "tests/matching/test_archive.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace newshound {
namespace {

using Ids = std::vector<std::string>;
using std::chrono::milliseconds;

// Three segments of one article each.
class PartialAnswers : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* id : {"a", "b", "c"}) archive_.commit({small_article(id, "the ferry of the harbour")});
  }

  // Flips a bit in the middle of one file of the second segment; its name.
  std::string damage(const format::StoredFile format::SegmentEntry::*file) const {
    const format::ArchivePaths paths(archive_.path());
    const auto entry = format::read_current_manifest(paths).segments.at(1);
    const auto path = paths.segment(entry.name) / (entry.*file).name;
    auto bytes = format::read_file(path);
    bytes[bytes.size() / 2] ^= 1;
    format::replace_file(path, bytes);
    return entry.name;
  }

  TestArchive archive_;
};

TEST_F(PartialAnswers, OfASoundArchiveNothingIsMissing) {
  auto searcher = Searcher::open(archive_.path(), {.skip_damaged = true});
  ASSERT_TRUE(searcher);
  EXPECT_TRUE(searcher->missing().empty());
  const auto found = searcher->search({.query = "ferry"});
  EXPECT_EQ(ids(found->hits), (Ids{"a", "b", "c"}));
  EXPECT_FALSE(found->partial);
  EXPECT_TRUE(found->total_exact);
}

TEST_F(PartialAnswers, LeaveADamagedSegmentOutAndSayWhich) {
  using Entry = format::SegmentEntry;
  for (const auto file : {&Entry::index, &Entry::columns, &Entry::positions, &Entry::store}) {
    const auto name = damage(file);
    auto searcher = Searcher::open(archive_.path(), {.skip_damaged = true});
    ASSERT_TRUE(searcher) << searcher.error().message;
    EXPECT_EQ(searcher->missing(), Ids{name});
    const auto found = searcher->search({.query = "ferry"});
    EXPECT_EQ(ids(found->hits), (Ids{"a", "c"}));
    EXPECT_FALSE(found->total_exact);
    ASSERT_TRUE(found->partial);
    EXPECT_EQ(found->partial->reason, Partial::Reason::damaged);
    EXPECT_EQ(found->partial->missing, Ids{name});
    EXPECT_EQ(searcher->info()->articles, 2U);
    damage(file);  // back again
  }
}

TEST_F(PartialAnswers, WithoutTimeNothingIsFoundAndEverySegmentIsMissing) {
  auto searcher = archive_.searcher();
  for (const char* query : {"ferry", "\"ferry of the\"", "*", "nobody"}) {
    const auto found =
        searcher.search({.query = query, .facets = {{"outlet", 10}}, .advice = true, .timeout = milliseconds(0)});
    ASSERT_TRUE(found) << query;
    EXPECT_EQ(found->total, 0U);
    EXPECT_FALSE(found->total_exact);
    EXPECT_TRUE(found->why_empty.empty());
    ASSERT_TRUE(found->partial);
    EXPECT_EQ(found->partial->reason, Partial::Reason::timeout);
    EXPECT_EQ(found->partial->missing.size(), 3U);
  }
}

TEST_F(PartialAnswers, WithTimeEnoughTheAnswerIsTheSame) {
  auto searcher = archive_.searcher();
  const auto found = searcher.search({.query = "ferry", .limit = 2, .timeout = std::chrono::hours(1)});
  const auto whole = searcher.search({.query = "ferry", .limit = 2});
  ASSERT_TRUE(found && whole);
  EXPECT_FALSE(found->partial);
  EXPECT_EQ(found->total, 3U);
  EXPECT_TRUE(found->total_exact);
  EXPECT_EQ(ids(found->hits), ids(whole->hits));
  EXPECT_EQ(found->hits[0].score, whole->hits[0].score);
}

// Where the time runs out depends on the machine; what holds wherever it does is looked at.
TEST(Timeouts, CutASearchShort) {
  const TestArchive archive;
  std::vector<Article> articles;
  for (int i = 0; i < 3000; ++i)
    articles.push_back(small_article(std::to_string(i), "ferry of the harbour " + std::to_string(i)));
  archive.commit(articles);
  auto searcher = archive.searcher();
  const std::string query = "ferry NEAR/9 harbour";
  const auto whole = searcher.search({.query = query});
  ASSERT_TRUE(whole) << whole.error().message;
  ASSERT_EQ(whole->total, 3000U);
  for (int i = 0; i < 100; ++i) {
    const auto found = searcher.search({.query = query, .limit = 5, .timeout = milliseconds(i % 5)});
    ASSERT_TRUE(found);
    EXPECT_LE(found->total, 3000U);
    EXPECT_EQ(found->hits.size(), std::min<std::uint64_t>(5, found->total));
    const bool is_cut_short = found->partial && !found->partial->missing.empty();  // else only snippets may be missing
    EXPECT_EQ(is_cut_short, !found->total_exact);
    EXPECT_EQ(is_cut_short, found->total < 3000U);
  }
}

}  // namespace
}  // namespace newshound
