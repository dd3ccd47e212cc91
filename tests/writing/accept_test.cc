// A commit that is looked at before anybody sees it, and one that waits for its swap.
#include "tests/writing/archive_under_test.h"

#include <gtest/gtest.h>

namespace newshound::writing {
namespace {

TEST(Accept, IsGivenAnArchiveThatHoldsWhatWouldBecomeVisible) {
  const ArchiveUnderTest archive;
  archive.add({small_article("a", "one")});
  IndexOptions options;
  int asked = 0;
  options.accept = [&](const std::string& candidate) -> Result<void> {
    ++asked;
    const auto next = format::read_current_manifest(format::ArchivePaths(candidate));
    EXPECT_EQ(next.articles(), 2U);
    EXPECT_EQ(archive.stored(next).size(), 2U);
    EXPECT_EQ(archive.manifest().articles(), 1U);
    const auto report = verify(candidate);
    EXPECT_TRUE(report && report->faults.empty());
    return {};
  };
  archive.add({small_article("b", "two")}, options);
  EXPECT_EQ(asked, 1);
  archive.expect({{"a", small_article("a", "one")}, {"b", small_article("b", "two")}});
}

TEST(Accept, RefusingLeavesTheArchiveAsItWas) {
  const ArchiveUnderTest archive;
  archive.add({small_article("a", "one")});
  const auto before = archive.files();
  for (const auto mode : {IndexMode::update, IndexMode::rebuild}) {
    IndexOptions options;
    options.mode = mode;
    options.accept = [](const std::string&) -> Result<void> { return Error{Errc::gate, "too few", "", {}}; };
    auto indexer = archive.open(options);
    ASSERT_TRUE(indexer.put(small_article("b", "two")));
    const auto committed = indexer.commit();
    ASSERT_FALSE(committed);
    EXPECT_EQ(committed.error().code, Errc::gate);
    EXPECT_EQ(committed.error().message, "too few");
  }
  EXPECT_EQ(archive.files(), before);
  archive.expect({{"a", small_article("a", "one")}});
}

TEST(Swap, CanWaitUntilOneGoesToTheGeneration) {
  const ArchiveUnderTest archive;
  archive.add({small_article("a", "one")});
  IndexOptions options;
  options.mode = IndexMode::rebuild;
  options.swap = false;
  const auto report = archive.add({small_article("b", "two")}, options);
  EXPECT_EQ(report.generation, 2U);
  EXPECT_TRUE(report.verified);
  archive.expect({{"a", small_article("a", "one")}});
  const auto kept = generations(archive.path());
  ASSERT_EQ(kept->size(), 2U);
  EXPECT_FALSE(kept->front().current);
  ASSERT_TRUE(rollback(archive.path(), 2));
  archive.expect({{"b", small_article("b", "two")}});
}

TEST(Swap, OnlyARebuildCanWait) {
  const ArchiveUnderTest archive;
  IndexOptions options;
  options.swap = false;
  EXPECT_EQ(Indexer::open(archive.path(), options).error().code, Errc::usage);
}

TEST(Compact, CanBeGivenUp) {
  const ArchiveUnderTest archive;
  archive.add({small_article("a", "one")});
  archive.add({small_article("b", "two")});
  IndexOptions options;
  options.stop = [] { return true; };
  const auto compacted = compact(archive.path(), options);
  ASSERT_FALSE(compacted);
  EXPECT_EQ(compacted.error().code, Errc::stopped);
  archive.add({});
  archive.expect({{"a", small_article("a", "one")}, {"b", small_article("b", "two")}});
}

}  // namespace
}  // namespace newshound::writing
