// The public Searcher as a snapshot of an archive: opening, refreshing, reading articles, describing.
#include <newshound/searcher.h>

#include "indexer/format/analysis.h"
#include "indexer/format/manifest.h"
#include "indexer/format/stored_file.h"
#include "tests/format/random_article.h"
#include "tests/matching/test_archive.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace newshound {
namespace {

namespace fs = std::filesystem;
using Ids = std::vector<std::string>;

void overwrite(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::string manifest_of(const TestArchive& archive) { return archive.path() + "/MANIFEST"; }

void expect_no_opening(const std::string& path, Errc code) {
  const auto searcher = Searcher::open(path);
  ASSERT_FALSE(searcher);
  EXPECT_EQ(searcher.error().code, code) << searcher.error().message;
  EXPECT_NE(searcher.error().message.find(path), std::string::npos) << searcher.error().message;
}

TEST(Searcher, WhatIsNotThereIsAnArchiveNotFound) {
  const format::TemporaryDirectory directory;
  expect_no_opening(directory / "none", Errc::archive_not_found);
}

TEST(Searcher, ADirectoryOrFileThatIsNoArchiveIsAnArchiveNotFound) {
  const format::TemporaryDirectory directory;
  expect_no_opening(directory.path(), Errc::archive_not_found);
  overwrite(directory / "file", "text");
  expect_no_opening(directory / "file", Errc::archive_not_found);
}

TEST(Searcher, AnArchiveOfAnotherAnalyserIsOfAWrongVersion) {
  const TestArchive archive;
  archive.commit({small_article("1", "ferry")});
  auto manifest = format::read_current_manifest(format::ArchivePaths(archive.path()));
  manifest.analyser = "news-0";
  overwrite(manifest_of(archive), format::encode_manifest(manifest));
  expect_no_opening(archive.path(), Errc::wrong_version);
}

TEST(Searcher, AManifestWithAnyBitFlippedIsDamaged) {
  const TestArchive archive;
  archive.commit({small_article("1", "ferry")});
  const std::string sound = format::read_file(manifest_of(archive));
  for (std::size_t at = 0; at < sound.size(); at += 7) {
    auto bytes = sound;
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
    overwrite(manifest_of(archive), bytes);
    expect_no_opening(archive.path(), Errc::damaged);
  }
  overwrite(manifest_of(archive), "");
  expect_no_opening(archive.path(), Errc::damaged);
  overwrite(manifest_of(archive), sound);
  EXPECT_TRUE(Searcher::open(archive.path()));
}

TEST(Searcher, ASegmentThatIsGoneOrCutIsAnErrorNotAnEmptyAnswer) {
  const TestArchive archive;
  archive.commit({small_article("1", "ferry")});
  const auto manifest = format::read_current_manifest(format::ArchivePaths(archive.path()));
  const auto columns = format::ArchivePaths(archive.path()).segment(manifest.segments.front().name) / "columns";
  const auto bytes = format::read_file(columns);
  overwrite(columns, bytes.substr(0, bytes.size() / 2));
  expect_no_opening(archive.path(), Errc::damaged);
  fs::remove(columns);
  expect_no_opening(archive.path(), Errc::damaged);
}

TEST(Searcher, ASnapshotStaysUntilItIsRefreshed) {
  const TestArchive archive;
  archive.commit({small_article("1", "ferry"), small_article("2", "ferry")});
  auto searcher = archive.searcher();
  const auto generation = searcher.generation();
  archive.commit({small_article("3", "ferry")}, {"1"});
  archive.compact();
  archive.commit({small_article("4", "ferry")});  // by now the files of the first generation are gone

  EXPECT_EQ(find(searcher, "ferry"), (Ids{"1", "2"}));
  EXPECT_TRUE(*searcher.article("1"));
  EXPECT_FALSE(*searcher.article("3"));
  EXPECT_EQ(searcher.generation(), generation);

  const auto moved = searcher.refresh();
  ASSERT_TRUE(moved) << moved.error().message;
  EXPECT_TRUE(*moved);
  EXPECT_GT(searcher.generation(), generation);
  EXPECT_EQ(find(searcher, "ferry"), (Ids{"2", "3", "4"}));
  EXPECT_FALSE(*searcher.article("1"));
  EXPECT_FALSE(*searcher.refresh());
}

// It is no part of the body, and is searched as its first paragraph.
TEST(Searcher, ASubtitleIsFoundWithTheLead) {
  const TestArchive archive;
  auto article = small_article("1", "ferry");
  article.body = "One paragraph.\n\nAnother one.\n\nA third of them.";
  article.subtitle = "Board raises every fare";
  archive.commit({article, small_article("2", "tram")});
  auto searcher = archive.searcher();
  for (const char* query : {"fares", "lead:fare", "body:fare", "\"raises every fare\"", "board NEAR/s fare"})
    EXPECT_EQ(find(searcher, query), (Ids{"1"})) << query;
  for (const char* query : {"title:fare", "fare NEAR/s paragraph", "fare NEAR/p paragraph", "lead:third"})
    EXPECT_EQ(find(searcher, query), Ids()) << query;
  EXPECT_EQ(find(searcher, "words:12..12"), (Ids{"1"}));
  // What is marked is what was found: the second paragraph of the body is not of the lead.
  const auto found = searcher.search({.query = "lead:(paragraph OR another)"});
  ASSERT_TRUE(found) << found.error().message;
  ASSERT_EQ(found->hits.size(), 1U);
  const auto& snippet = found->hits[0].snippets.at(0);
  ASSERT_EQ(snippet.marks.size(), 1U) << snippet.text;
  EXPECT_EQ(snippet.text.substr(snippet.marks[0].begin, 9), "paragraph");
}

TEST(Searcher, RefreshGoesBackWithARollback) {
  const TestArchive archive;
  archive.commit({small_article("1", "ferry")});
  archive.commit({small_article("2", "ferry")});
  auto searcher = archive.searcher();
  ASSERT_TRUE(rollback(archive.path()));
  EXPECT_TRUE(*searcher.refresh());
  EXPECT_EQ(find(searcher, "ferry"), (Ids{"1"}));
}

TEST(Searcher, AFailedRefreshLeavesTheSnapshot) {
  const TestArchive archive;
  archive.commit({small_article("1", "ferry")});
  auto searcher = archive.searcher();
  overwrite(manifest_of(archive), "{}");
  const auto refreshed = searcher.refresh();
  ASSERT_FALSE(refreshed);
  EXPECT_EQ(refreshed.error().code, Errc::damaged);
  EXPECT_EQ(find(searcher, "ferry"), (Ids{"1"}));
}

TEST(Searcher, AnArticleComesBackByteForByte) {
  constexpr unsigned kSeed = 20240506;
  format::Random random(kSeed);
  SCOPED_TRACE(kSeed);
  std::vector<Article> articles;
  for (int i = 0; i < 100; ++i) articles.push_back(format::random_article(random, "id " + std::to_string(i) + "/é?"));
  const TestArchive archive;
  archive.commit({articles.begin(), articles.begin() + 50});
  archive.commit({articles.begin() + 50, articles.end()});
  auto searcher = archive.searcher();
  for (auto& article : articles) {
    const auto stored = searcher.article(article.id);
    ASSERT_TRUE(stored) << stored.error().message;
    ASSERT_TRUE(*stored) << article.id;
    auto given = article;
    if (!given.day && given.published.known()) given.day = (*stored)->day;  // put reads it from `published`
    EXPECT_EQ(format::printed(**stored), format::printed(given));
  }
  EXPECT_FALSE(*searcher.article("id 1"));
  EXPECT_FALSE(*searcher.article(""));
}

TEST(Searcher, TheDayOfAnArticleIsReadFromWhatWasPublished) {
  const TestArchive archive;
  auto article = small_article("1", "ferry");
  article.published = "1970-01-11T23:30:00-05:00";
  archive.commit({article});
  EXPECT_EQ((*archive.searcher().article("1"))->day, 10);
}

TEST(Searcher, AnEmptyArchiveAnswersEverythingWithNothing) {
  const TestArchive archive;
  archive.commit({});
  auto searcher = archive.searcher();
  for (const char* query : {"*", "ferry", "-ferry", "\"night ferry\"", "a NEAR b", "outlet:x", "date:2024"}) {
    const auto found = searcher.search({.query = query, .facets = {{"outlet", 3}}, .histogram = DateUnit::day});
    ASSERT_TRUE(found) << query << ": " << found.error().message;
    EXPECT_EQ(found->total, 0U) << query;
    EXPECT_TRUE(found->hits.empty() && found->facets[0].buckets.empty() && found->histogram->buckets.empty());
  }
  const auto info = searcher.info();
  ASSERT_TRUE(info);
  EXPECT_EQ(info->articles, 0U);
  EXPECT_FALSE(info->first_day);
  EXPECT_TRUE(searcher.explain({.query = "ferry"}));
}

TEST(Searcher, AnArchiveWhoseArticlesAreAllRemovedIsEmpty) {
  const TestArchive archive;
  archive.commit({small_article("1", "ferry"), small_article("2", "tram")});
  archive.commit({}, {"1", "2"});
  auto searcher = archive.searcher();
  EXPECT_EQ(find(searcher, "*"), Ids{});
  EXPECT_EQ(find(searcher, "ferry"), Ids{});
}

std::vector<std::string> coverage(const ArchiveInfo& info) {
  std::vector<std::string> lines;
  for (const auto& field : info.fields)
    lines.push_back(field.field + " " + std::to_string(field.known) + " " + std::to_string(field.distinct));
  return lines;
}

TEST(Searcher, InfoCountsLivingArticlesOnly) {
  auto first = small_article("1", "ferry");
  first.outlet = "Harbour Gazette";
  first.published = "2024-05-06";
  first.entities = {{"Mara Velden", EntityType::person}, {"Port-Almeda", EntityType::place}};
  auto second = small_article("2", "tram");
  second.outlet = "Harbour Gazette";
  second.published = "2024-05-10";
  second.language = "de";
  auto third = small_article("3", "tram");
  third.published = "2024-05-10";
  auto dead = small_article("4", "gone");
  dead.outlet = "Nowhere";
  dead.published = "1999-01-01";
  const TestArchive archive;
  archive.commit({first, second, dead});
  archive.commit({third}, {"4"});

  auto searcher = archive.searcher();
  const auto info = searcher.info();
  ASSERT_TRUE(info) << info.error().message;
  EXPECT_EQ(info->path, archive.path());
  EXPECT_EQ(info->generation, searcher.generation());
  EXPECT_EQ(info->articles, 3U);
  EXPECT_EQ(info->segments, 2U);
  EXPECT_EQ(info->analyser, format::kAnalyserVersion);
  EXPECT_GT(info->bytes, 0U);
  EXPECT_EQ(info->first_day, 19849);
  EXPECT_EQ(info->last_day, 19853);
  EXPECT_EQ(coverage(*info), (Ids{"byline 0 0", "outlet 2 1", "entity 1 2", "person 1 1", "org 0 0", "place 1 1",
                                  "section 0 0", "language 3 2", "date 3 2"}));
  EXPECT_EQ(info->languages, (std::vector<FacetBucket>{{"en", 2}, {"de", 1}}));
}

}  // namespace
}  // namespace newshound
