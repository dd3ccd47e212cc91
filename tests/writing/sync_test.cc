// remove_missing(): what a source no longer has goes, and nothing else does.
#include "indexer/writing/missing_articles.h"
#include "tests/writing/archive_under_test.h"

#include <gtest/gtest.h>

namespace newshound::writing {
namespace {

Article from(const std::string& source, const std::string& id) { return small_article(id, "text of " + id, source); }

// One run over `articles` and `rejected`, compared with `sources`.
SyncReport sync(const ArchiveUnderTest& archive, const std::vector<Article>& articles,
                const std::vector<std::string>& sources, const std::vector<Rejection>& rejected = {}) {
  IndexOptions options;
  options.sync = sources;
  auto indexer = archive.open(options);
  for (const auto& article : articles) EXPECT_TRUE(indexer.put(article));
  for (const auto& rejection : rejected) EXPECT_TRUE(indexer.reject(rejection));
  auto report = indexer.remove_missing();
  EXPECT_TRUE(report);
  EXPECT_TRUE(indexer.commit());
  return *report;
}

Articles by_id(const std::vector<Article>& articles) {
  Articles map;
  for (const auto& article : articles) map[article.id] = article;
  return map;
}

TEST(LiesIn, IsTheFileItselfOrBelowTheFolder) {
  EXPECT_TRUE(lies_in("news/a.txt", "news/a.txt"));
  EXPECT_TRUE(lies_in("news/deep/a.txt", "news"));
  EXPECT_TRUE(lies_in("/a.txt", "/"));
  EXPECT_TRUE(lies_in("news.tar!a.jsonl", "news.tar"));
  EXPECT_FALSE(lies_in("newspaper/a.txt", "news"));
  EXPECT_FALSE(lies_in("news", "news/a.txt"));
}

TEST(RemoveMissing, RemovesWhatTheSourceHasNoMore) {
  const ArchiveUnderTest archive;
  archive.add({from("day/a", "a"), from("day/b", "b"), from("other", "c")});
  const auto report = sync(archive, {from("day/a", "a"), from("day/d", "d")}, {"day/"});
  EXPECT_EQ(report.removed, 1U);
  EXPECT_TRUE(report.kept.empty());
  archive.expect(by_id({from("day/a", "a"), from("other", "c"), from("day/d", "d")}));
}

TEST(RemoveMissing, AnArticleThatMovedToAnotherSourceOfTheRunStays) {
  const ArchiveUnderTest archive;
  archive.add({from("one", "a"), from("one", "b"), from("two", "c")});
  const auto report = sync(archive, {from("one", "b"), from("two", "a"), from("two", "c")}, {"one", "two"});
  EXPECT_EQ(report.removed, 0U);
}

TEST(RemoveMissing, AnEmptySourceKeepsItsArticlesInAnotherSourceToo) {
  const ArchiveUnderTest archive;
  archive.add({from("day/a", "a"), from("day/mount/b", "b"), from("day/c", "c")});
  const auto report = sync(archive, {from("day/a", "a")}, {"day", "day/mount"});
  EXPECT_EQ(report.removed, 1U);
  ASSERT_EQ(report.kept.size(), 1U);
  EXPECT_TRUE(report.kept.front().starts_with("day/mount gave no article"));
  archive.expect(by_id({from("day/a", "a"), from("day/mount/b", "b")}));
}

TEST(RemoveMissing, WhatCannotBeToldIsKept) {
  const ArchiveUnderTest archive;
  const std::vector<Article> all = {from("one", "a"), from("two", "b"), from("three", "c"), from("three", "d")};
  archive.add(all);
  // "one" gave nothing, "two" has a document that may be any, "three" one that is known.
  const auto report = sync(archive, {from("two", "new"), from("three", "e")}, {"one", "two", "three"},
                           {{.source = "two", .reason = "broken"}, {.source = "three", .id = "c", .reason = "broken"}});
  EXPECT_EQ(report.removed, 1U);
  ASSERT_EQ(report.kept.size(), 2U);
  EXPECT_NE(report.kept[0].find("one gave no article"), std::string::npos) << report.kept[0];
  EXPECT_NE(report.kept[1].find("two was rejected"), std::string::npos) << report.kept[1];
  archive.expect(by_id({all[0], all[1], all[2], from("two", "new"), from("three", "e")}));
}

TEST(RemoveMissing, SaysThatASourceHasAnotherNameInTheArchive) {
  const ArchiveUnderTest archive;
  archive.add({from("day/a", "a"), from("day/b", "b")});
  const auto report = sync(archive, {from("/srv/day/a", "a")}, {"/srv/day"});
  EXPECT_EQ(report.removed, 0U);
  ASSERT_EQ(report.kept.size(), 1U);
  EXPECT_NE(report.kept[0].find("under that name"), std::string::npos) << report.kept[0];
}

TEST(RemoveMissing, SeesWhatAnEarlierCommitOfTheRunPut) {
  const ArchiveUnderTest archive;
  archive.add({from("day", "a"), from("day", "gone")});
  IndexOptions options;
  options.sync = {"day"};
  auto indexer = archive.open(options);
  ASSERT_TRUE(indexer.put(from("day", "a")));
  ASSERT_TRUE(indexer.put(from("day", "b")));
  ASSERT_TRUE(indexer.commit());
  ASSERT_TRUE(indexer.put(from("day", "c")));
  EXPECT_EQ(indexer.remove_missing()->removed, 1U);
  EXPECT_EQ(indexer.commit()->removed, 1U);
  archive.expect(by_id({from("day", "a"), from("day", "b"), from("day", "c")}));
}

TEST(RemoveMissing, NeedsSourcesAndAnUpdate) {
  const ArchiveUnderTest archive;
  auto indexer = archive.open();
  EXPECT_EQ(indexer.remove_missing().error().code, Errc::usage);
  IndexOptions options;
  options.mode = IndexMode::rebuild;
  options.sync = {"day"};
  EXPECT_EQ(Indexer::open((archive.path() + ".other"), options).error().code, Errc::usage);
}

}  // namespace
}  // namespace newshound::writing
