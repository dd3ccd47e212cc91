// The numbers behind a score: what is counted over the archive, and the formula.
#include "searcher/matching/bm25.h"
#include "searcher/matching/statistics.h"
#include "tests/matching/test_archive.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

namespace newshound::matching {
namespace {

constexpr const char* kFerry = "Zen:ferri";

Article titled(Article article, const std::string& title) {
  article.title = title;
  return article;
}

// Enough one-word articles that a segment with a dead one among them is not written anew.
std::vector<Article> with_others(std::vector<Article> articles) {
  for (int i = 0; i < 20; ++i) articles.push_back(small_article("other " + std::to_string(i), "other"));
  return articles;
}

bool has_dead(const Snapshot& snapshot) {
  return std::any_of(snapshot.segments().begin(), snapshot.segments().end(),
                     [](const format::Segment& segment) { return !segment.dead().empty(); });
}

TEST(Statistics, CountLivingArticlesInAllSegments) {
  const TestArchive archive;
  archive.commit(
      with_others({small_article("1", "ferry"), small_article("2", "ferries ferry"), small_article("3", "tram")}));
  archive.commit({small_article("4", "ferry"), small_article("5", "tram")});
  const auto before = archive.snapshot();
  Statistics all(before);
  EXPECT_EQ(all.articles(), 25U);
  EXPECT_EQ(all.document_frequency({kFerry}), 3U);

  archive.commit({small_article("4", "tram")}, {"1"});
  const auto after = archive.snapshot();
  ASSERT_GE(after.segments().size(), 2U);
  ASSERT_TRUE(has_dead(after));
  Statistics living(after);
  EXPECT_EQ(living.articles(), 24U);
  EXPECT_EQ(living.document_frequency({kFerry}), 1U);
  EXPECT_EQ(living.document_frequency({"Zen:tram"}), 3U);
  EXPECT_EQ(living.document_frequency({kFerry, "Zen:tram"}), 4U);
  EXPECT_EQ(living.document_frequency({"Zen:absent"}), 0U);
  EXPECT_EQ(living.document_frequency({}), 0U);
}

TEST(Statistics, LengthCountsWordsOfTheTitleThreeTimesAndTheDeadNot) {
  const TestArchive archive;
  archive.commit(
      with_others({titled(small_article("1", "one two three four"), "five six"), small_article("2", "one two"),
                   small_article("3", "one two three four five six seven eight nine")}));
  EXPECT_DOUBLE_EQ(Statistics(archive.snapshot()).average_length(), (20 + 10 + 2 + 9) / 23.0);
  archive.commit({small_article("4", "東京都")}, {"3"});
  ASSERT_TRUE(has_dead(archive.snapshot()));
  EXPECT_DOUBLE_EQ(Statistics(archive.snapshot()).average_length(), (20 + 10 + 2 + 3) / 23.0);
  archive.compact();
  ASSERT_FALSE(has_dead(archive.snapshot()));
  EXPECT_DOUBLE_EQ(Statistics(archive.snapshot()).average_length(), (20 + 10 + 2 + 3) / 23.0);
}

TEST(Statistics, AnArchiveWithoutWordsHasALengthToDivideBy) {
  const TestArchive archive;
  archive.commit({});
  EXPECT_DOUBLE_EQ(Statistics(archive.snapshot()).average_length(), 1);
  archive.commit({small_article("1", "— … —")});
  EXPECT_DOUBLE_EQ(Statistics(archive.snapshot()).average_length(), 1);
}

TEST(Statistics, RareWordsWeighMoreAndNoneWeighsLessThanNothing) {
  const TestArchive archive;
  archive.commit({small_article("1", "the ferry"), small_article("2", "the tram"), small_article("3", "the")});
  const auto snapshot = archive.snapshot();
  Statistics statistics(snapshot);
  EXPECT_DOUBLE_EQ(statistics.inverse_document_frequency({"Zen:the"}), std::log(1 + 0.5 / 3.5));
  EXPECT_DOUBLE_EQ(statistics.inverse_document_frequency({kFerry}), std::log(1 + 2.5 / 1.5));
  EXPECT_DOUBLE_EQ(statistics.inverse_document_frequency({"Zen:absent"}), std::log(1 + 3.5 / 0.5));
}

double formula(double idf, double frequency, double length, double average, Bm25Parameters parameters) {
  const auto [k1, b] = parameters;
  return idf * frequency * (k1 + 1) / (frequency + k1 * (1 - b + b * length / average));
}

TEST(Bm25, GivesTheFormulasValueAndNeverMoreThanItsBound) {
  constexpr unsigned kSeed = 1994;
  SCOPED_TRACE(kSeed);
  std::mt19937 random(kSeed);
  for (int round = 0; round < 10'000; ++round) {
    const double idf = 0.01 * static_cast<double>(1 + random() % 500);
    const double average = 1 + static_cast<double>(random() % 40);
    const Bm25Parameters parameters{0.1 * static_cast<double>(random() % 25), 0.1 * static_cast<double>(random() % 11)};
    const auto frequency = static_cast<std::uint32_t>(random() % 5);
    const auto length = frequency + static_cast<std::uint32_t>(random() % 30);
    const Bm25 bm25(idf, average, parameters);
    const double score = bm25.score(frequency, length);
    EXPECT_NEAR(score, frequency == 0 ? 0 : formula(idf, frequency, length, average, parameters), kScoreUnit);
    EXPECT_EQ(std::fmod(score, kScoreUnit), 0);
    const format::ScoreBounds bounds{frequency + static_cast<std::uint32_t>(random() % 3),
                                     length - static_cast<std::uint32_t>(random() % (length + 1))};
    EXPECT_LE(score, bm25.most(bounds));
  }
}

TEST(Bm25, PrefersShortArticlesAndManyOccurrences) {
  const TestArchive archive;
  archive.commit({small_article("long", "ferry one two three four five six"), small_article("short", "ferry one"),
                  small_article("often", "ferry ferry one two"),
                  titled(small_article("titled", "one two three"), "Ferry")});
  auto searcher = archive.searcher();
  EXPECT_EQ(find(searcher, "ferry"), (std::vector<std::string>{"titled", "often", "short", "long"}));
}

}  // namespace
}  // namespace newshound::matching
