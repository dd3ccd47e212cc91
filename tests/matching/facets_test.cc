// Facets of several segments: joined by value the first time, by global ordinal from then on, and counted in one
// segment after a merge. The counts of the articles themselves say which numbers are right.
#include "tests/matching/test_archive.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace newshound {
namespace {

constexpr unsigned kSegments = 4;
constexpr unsigned kArticles = 50;  // of each
constexpr unsigned kNames = 90;     // some in one segment only, some in all

using Counts = std::map<std::string, std::uint64_t>;

class Facets : public testing::Test {
 protected:
  Facets() {
    std::mt19937 random(5);
    for (unsigned segment = 0; segment < kSegments; ++segment) {
      std::vector<Article> articles;
      for (unsigned i = 0; i < kArticles; ++i) {
        const bool is_about_ferries = random() % 2 == 0;
        auto article = small_article(std::to_string(segment * kArticles + i), is_about_ferries ? "ferry" : "bridge");
        std::set<std::string> names;
        for (auto left = random() % 5; left > 0; --left) names.insert(name(random() % kNames * (random() % 2)));
        for (const auto& entity : names) article.entities.push_back({entity, {}});
        if (is_about_ferries) count(names);
        articles.push_back(std::move(article));
      }
      archive_.commit(articles);
    }
  }

  static std::string name(std::size_t number) { return "Velden " + std::to_string(number); }

  void count(const std::set<std::string>& names) {
    if (names.empty()) ++unknown_;
    for (const auto& entity : names) ++expected_[entity];
  }

  void expect_right(const FacetResult& facet) const {
    Counts counts;
    for (const auto& [value, count] : facet.buckets) counts[value] = count;
    EXPECT_EQ(counts, expected_);
    EXPECT_EQ(facet.distinct, expected_.size());
    EXPECT_EQ(facet.unknown, unknown_);
  }

  TestArchive archive_;
  Counts expected_;
  std::uint64_t unknown_ = 0;
};

TEST_F(Facets, OfSeveralSegmentsAreTheSameEachTimeAndAfterAMerge) {
  auto searcher = archive_.searcher();
  ASSERT_EQ(archive_.snapshot().segments().size(), kSegments);
  const SearchRequest request = {.query = "ferry", .facets = {{"entity", 1'000}}};
  for (int time = 0; time < 3; ++time) expect_right(searcher.search(request)->facets[0]);
  archive_.compact();
  ASSERT_TRUE(*searcher.refresh());
  expect_right(searcher.search(request)->facets[0]);
}

TEST_F(Facets, ShowTheFrequentFirstAndEqualCountsByValue) {
  auto searcher = archive_.searcher();
  const SearchRequest request = {.query = "ferry", .facets = {{"entity", 25}}};
  std::vector<std::pair<std::string, std::uint64_t>> expected(expected_.begin(), expected_.end());
  std::stable_sort(expected.begin(), expected.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  expected.resize(25);
  for (int time = 0; time < 2; ++time) {
    const auto found = searcher.search(request);
    std::vector<std::pair<std::string, std::uint64_t>> shown;
    for (const auto& [value, count] : found->facets[0].buckets) shown.emplace_back(value, count);
    EXPECT_EQ(shown, expected);
  }
}

}  // namespace
}  // namespace newshound
