// The best hits found without a look at each match against the best of all matches: terms of many blocks, several
// segments, dead articles, equal scores.
#include "searcher/matching/match.h"
#include "searcher/query/parser.h"
#include "tests/matching/test_archive.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <tuple>
#include <vector>

namespace newshound::matching {
namespace {

using Key = std::tuple<std::uint32_t, std::uint32_t, double>;

std::vector<Key> keys_of(const std::vector<Match>& matches) {
  std::vector<Key> keys;
  for (const auto& match : matches) keys.emplace_back(match.segment, match.row, match.score);
  return keys;
}

// Frequent and rare words, w0 in nearly every article.
std::string random_word(std::mt19937& random) { return "w" + std::to_string(random() % (1 + random() % 60)); }

std::vector<Article> random_articles(std::mt19937& random, const std::string& prefix, int count) {
  std::vector<Article> articles;
  for (int i = 0; i < count; ++i) {
    std::string text;
    for (auto words = 1 + random() % 12; words > 0; --words) text += random_word(random) + ' ';
    articles.push_back(small_article(prefix + std::to_string(i), text));
    articles.back().published = "2024-05-" + std::to_string(10 + random() % 5);
  }
  return articles;
}

std::string random_bag(std::mt19937& random) {
  std::string query = random_word(random);
  for (auto words = 1 + random() % 6; words > 0; --words) query += " OR " + random_word(random);
  return query;
}

std::string random_query(std::mt19937& random) {
  if (random() % 4 == 0) return random_bag(random);
  std::string query = random_word(random);
  if (random() % 4 == 0) return '"' + query + ' ' + random_word(random) + '"';
  if (random() % 4 == 0) return query + " NEAR/3 " + random_word(random) + " MAYBE " + random_word(random);
  if (random() % 8 == 0) return query + " =" + random_word(random) + "^2 w1*";
  for (auto words = random() % 4; words > 0; --words) {
    static const char* const kJoints[] = {" OR ", " ", " -", " OR title:", " MAYBE "};
    const auto* joint = kJoints[random() % std::size(kJoints)];
    query = "(" + query + ")" + joint + random_word(random);
  }
  return query;
}

class BestHits : public testing::TestWithParam<unsigned> {};

TEST_P(BestHits, AreTheBestOfAllMatches) {
  std::mt19937 random(GetParam());
  const TestArchive archive;
  archive.commit(random_articles(random, "a", 3000));
  archive.commit(random_articles(random, "b", 700), {"a7", "a8", "a2999"});
  const auto snapshot = archive.snapshot();
  ASSERT_EQ(snapshot.segments().size(), 2U);
  Statistics statistics(snapshot);
  format::Analyser analyser;
  StopWords stop_words;
  Vocabularies vocabularies(snapshot);
  for (int round = 0; round < 300; ++round) {
    const auto query = random_query(random);
    const auto parsed = query::parse(query, {});
    ASSERT_TRUE(parsed) << query;
    const auto plan = Planner(snapshot, statistics, vocabularies, analyser, stop_words).plan(parsed->ast);
    if (!plan.scores) continue;
    const auto average = statistics.average_length();
    const auto all = find_all(plan, {snapshot, average, 2});
    const std::uint64_t offset = random() % 3 == 0 ? random() % 20 : 0;
    const std::uint64_t limit = 1 + random() % 15;
    const auto expected = keys_of(best_of(all, snapshot, Sort::relevance, offset, limit));
    const auto estimated = find_best(plan, {snapshot, average, 3}, offset, limit, Count::estimate);
    EXPECT_EQ(keys_of(estimated.hits), expected) << query;
    const auto exact = find_best(plan, {snapshot, average}, offset, limit, Count::exact);
    EXPECT_EQ(keys_of(exact.hits), expected) << query;
    EXPECT_EQ(exact.total, all.total) << query;
    EXPECT_EQ(count_matches(plan, {snapshot, average}), all.total) << query;
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, BestHits, testing::Values(1U, 2U, 3U));

}  // namespace
}  // namespace newshound::matching
