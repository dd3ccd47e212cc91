// What becomes of segments over many commits: they stay few, the dead stay as tombstones while they are few, and are
// folded away by indexing the living again, which changes nothing that can be seen.
#include "indexer/format/segment.h"
#include "tests/writing/archive_under_test.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

namespace newshound::writing {
namespace {

using format::Random;

TEST(Segments, StayFewOverManySmallCommits) {
  const ArchiveUnderTest archive;
  auto indexer = archive.open();
  Articles expected;
  std::size_t most = 0;
  for (int i = 0; i < 100; ++i) {
    const auto article = small_article("id-" + std::to_string(i), "text " + std::to_string(i));
    expected[article.id] = article;
    ASSERT_TRUE(indexer.put(article));
    ASSERT_TRUE(indexer.commit());
    most = std::max(most, archive.manifest().segments.size());
  }
  EXPECT_LE(most, 21U);  // seven in each of the three tiers up to 512 articles
  archive.expect(expected);
}

// Articles of every kind, so that a rewritten one can differ in every way.
Articles random_articles(int count) {
  Random random(11);
  Articles articles;
  for (int i = 0; i < count; ++i) {
    auto article = format::random_article(random, "id-" + std::to_string(i));
    if (!article.day && article.published.known()) article.day = 19849;  // as put() does
    articles[article.id] = article;
  }
  return articles;
}

std::vector<Article> listed(const Articles& articles) {
  std::vector<Article> list;
  for (const auto& [id, article] : articles) list.push_back(article);
  return list;
}

// Removes the first `count` articles, in the archive and here.
void remove_first(const ArchiveUnderTest& archive, Articles& articles, std::size_t count) {
  auto indexer = archive.open(little_memory());
  for (; count > 0; --count) {
    EXPECT_TRUE(*indexer.remove(articles.begin()->first));
    articles.erase(articles.begin());
  }
  ASSERT_TRUE(indexer.commit());
}

TEST(Segments, UpToAQuarterDeadStaysAsTombstones) {
  const ArchiveUnderTest archive;
  auto articles = random_articles(100);
  archive.add(listed(articles));
  const auto before = archive.manifest().segments.front();
  remove_first(archive, articles, 25);
  ASSERT_EQ(archive.manifest().segments.size(), 1U);
  const auto after = archive.manifest().segments.front();
  EXPECT_EQ(after.index, before.index);
  EXPECT_EQ(after.rows, 100U);
  EXPECT_EQ(after.articles, 75U);
  EXPECT_TRUE(after.dead.has_value());
  archive.expect(articles);
}

TEST(Segments, OneMoreThanAQuarterDeadIsRewritten) {
  const ArchiveUnderTest archive;
  auto articles = random_articles(100);
  archive.add(listed(articles));
  remove_first(archive, articles, 26);
  ASSERT_EQ(archive.manifest().segments.size(), 1U);
  const auto after = archive.manifest().segments.front();
  EXPECT_EQ(after.rows, 74U);
  EXPECT_FALSE(after.dead.has_value());
  archive.expect(articles);
}

TEST(Segments, KnowTheSentencesAndParagraphsOfEachBody) {
  const ArchiveUnderTest archive;
  auto article = small_article("a", "It left. It was late.\n\nWhy? The end");
  article.title = "One. Title";
  archive.add({article, small_article("b", "")});
  const format::Segment segment(archive.paths(), archive.manifest().segments.front());
  using Sentences = std::vector<format::SentenceLength>;
  const auto sentences_of = [&](const char* id) { return segment.positions().sentences(segment.find(id).value() - 1); };
  EXPECT_EQ(sentences_of("a"), (Sentences{{2, false}, {3, true}, {1, false}, {2, true}}));
  EXPECT_EQ(sentences_of("b"), Sentences{});
}

Field archive_language(const ArchiveUnderTest& archive) {
  const format::Segment segment(archive.paths(), archive.manifest().segments.front());
  return segment.store().without_body(0).language;
}

// The language that was found is stored, and the hash of the article without it stays.
TEST(Segments, RewritingOneKeepsWhatWasFoundAndTheContentHashes) {
  const ArchiveUnderTest archive;
  std::vector<Article> articles;
  for (int i = 0; i < 12; ++i) {
    articles.push_back(small_article(std::to_string(i), "The harbour ferry resumed its service on Monday, they said."));
    articles.back().language = {};
  }
  archive.add(articles);
  auto indexer = std::make_optional(archive.open());
  for (int i = 0; i < 6; ++i) EXPECT_TRUE(*indexer->remove(std::to_string(i)));
  ASSERT_TRUE(indexer->commit());
  indexer.reset();
  ASSERT_EQ(archive.manifest().segments.front().rows, 6U);
  articles.erase(articles.begin(), articles.begin() + 6);
  const auto language = archive_language(archive);
  EXPECT_EQ(language.value, "en");
  EXPECT_EQ(language.standing, Standing::derived);
  const auto again = archive.add(articles);
  EXPECT_EQ(again.unchanged, 6U);
  EXPECT_EQ(again.generation, 2U);
}

TEST(Segments, MergingKeepsTombstones) {
  const ArchiveUnderTest archive;
  auto articles = random_articles(80);
  const auto all = listed(articles);
  // Seven segments of ten, the first two with two dead each; the eighth makes them one.
  for (std::size_t i = 0; i < 7; ++i)
    archive.add(
        {all.begin() + static_cast<std::ptrdiff_t>(10 * i), all.begin() + static_cast<std::ptrdiff_t>(10 * i + 10)});
  {
    auto indexer = archive.open();
    for (const std::size_t dead : {3, 7, 10, 19}) {
      EXPECT_TRUE(*indexer.remove(all[dead].id));
      articles.erase(all[dead].id);
    }
    ASSERT_TRUE(indexer.commit());
  }
  ASSERT_EQ(archive.manifest().segments.size(), 7U);
  archive.add({all.begin() + 70, all.end()});
  ASSERT_EQ(archive.manifest().segments.size(), 1U);
  EXPECT_EQ(archive.manifest().segments.front().rows, 80U);
  EXPECT_EQ(archive.manifest().segments.front().articles, 76U);
  archive.expect(articles);
}

TEST(Segments, CompactingRewritesThoseWithAnyDead) {
  const ArchiveUnderTest archive;
  auto articles = random_articles(60);
  archive.add(listed(articles));
  archive.add({small_article("other", "text")});
  remove_first(archive, articles, 1);
  articles["other"] = small_article("other", "text");
  ASSERT_TRUE(compact(archive.path()));
  ASSERT_EQ(archive.manifest().segments.size(), 1U);
  EXPECT_EQ(archive.manifest().segments.front().rows, 60U);
  EXPECT_FALSE(archive.manifest().segments.front().dead.has_value());
  archive.expect(articles);
  EXPECT_EQ(archive.add(listed(articles)).unchanged, 60U);
}

// A long run that corrects itself all the time.
TEST(Segments, ArticlesThatDieWithinARunAreFoldedAwayIfTheyAreMany) {
  const ArchiveUnderTest archive;
  std::vector<Article> articles;
  for (int i = 0; i < 60; ++i) articles.push_back(small_article(std::to_string(i % 20), std::to_string(i)));
  archive.add(articles);
  const auto entry = archive.manifest().segments.front();
  EXPECT_EQ(entry.rows, 20U);
  EXPECT_FALSE(entry.dead.has_value());
  Articles expected;
  for (const auto& article : articles) expected[article.id] = article;
  archive.expect(expected);
}

TEST(Segments, WordsThatWereCutAreCountedOnceThoughTheirArticleIsIndexedAgain) {
  const ArchiveUnderTest archive;
  std::vector<Article> articles;
  for (int i = 0; i < 9; ++i) articles.push_back(small_article(std::to_string(i), std::string(100, 'w')));
  archive.add(articles);
  auto indexer = archive.open();
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(*indexer.remove(std::to_string(i)));
  ASSERT_TRUE(indexer.put(small_article("new", std::string(100, 'w'))));
  const auto report = indexer.commit();
  ASSERT_TRUE(report);
  EXPECT_EQ(report->cut_tokens, 1U);
}

TEST(Segments, RewritingCanBeGivenUpAtAnyMoment) {
  const ArchiveUnderTest archive;
  auto articles = random_articles(30);
  archive.add(listed(articles));
  const auto files = archive.files();
  bool is_done = false;
  int stops = 0;
  for (; !is_done; ++stops) {
    SCOPED_TRACE(stops);
    auto options = little_memory();
    options.stop = [left = stops]() mutable { return left-- <= 0; };
    auto indexer = archive.open(options);
    for (int i = 10; i < 25; ++i) EXPECT_TRUE(*indexer.remove("id-" + std::to_string(i)));
    is_done = indexer.commit().has_value();
    EXPECT_TRUE(is_done || archive.files() == files);
  }
  EXPECT_GT(stops, 15);  // asked before each living article
  for (int i = 10; i < 25; ++i) articles.erase("id-" + std::to_string(i));
  archive.expect(articles);
}

}  // namespace
}  // namespace newshound::writing
