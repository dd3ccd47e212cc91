// The searcher against the oracle: random archives of several segments with dead articles among them, random searches;
// then the same again when all is merged into one segment. A failure names the seed and the query.
#include "tests/oracle/naive_fields.h"
#include "tests/oracle/naive_matcher.h"
#include "tests/oracle/random_archive.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>
#include <vector>

namespace newshound::oracle {
namespace {

constexpr std::size_t kSearches = 400;
constexpr std::array<const char*, 8> kFacets = {"outlet", "entity",  "person",   "org",
                                                "place",  "section", "language", "byline"};

std::string shown(const SearchRequest& request) {
  std::string text = "query: " + request.query + (request.match == Match::any ? "  (any)" : "") +
                     (request.literal ? "  (literal)" : "");
  for (const auto& filter : request.filters) text += "  [" + filter.field + " = " + filter.value + "]";
  return text;
}

std::string shown(const std::vector<FacetBucket>& buckets) {
  std::string text;
  for (const auto& [value, count] : buckets) text += value + " " + std::to_string(count) + ", ";
  return text;
}

std::string shown(const Histogram& histogram) {
  std::string text = "undated " + std::to_string(histogram.undated) + ": ";
  for (const auto& [start, count] : histogram.buckets)
    text += std::to_string(start) + " " + std::to_string(count) + ", ";
  return text;
}

std::vector<std::string> ids(const std::vector<NaiveHit>& hits) {
  std::vector<std::string> list;
  for (const auto& hit : hits) list.push_back(hit.article->article.id);
  return list;
}

void expect_scores(const std::vector<Hit>& found, const std::vector<NaiveHit>& expected) {
  for (std::size_t i = 0; i < std::min(found.size(), expected.size()); ++i)
    EXPECT_NEAR(found[i].score, expected[i].score, 1e-6) << "of " << found[i].id;
}

void expect_counts(const SearchResults& found, const std::vector<NaiveHit>& expected, std::uint64_t limit) {
  std::vector<const Article*> articles;
  for (const auto& hit : expected) articles.push_back(&hit.article->article);
  ASSERT_EQ(found.facets.size(), kFacets.size());
  for (std::size_t i = 0; i < kFacets.size(); ++i) {
    const auto naive = count_facet(articles, kFacets[i], limit);
    EXPECT_EQ(found.facets[i].field, kFacets[i]);
    EXPECT_TRUE(found.facets[i].exact);
    EXPECT_EQ(found.facets[i].unknown, naive.unknown) << kFacets[i];
    EXPECT_EQ(found.facets[i].distinct, naive.distinct) << kFacets[i];
    EXPECT_EQ(shown(found.facets[i].buckets), shown(naive.buckets)) << kFacets[i];
  }
  ASSERT_TRUE(found.histogram);
  EXPECT_EQ(shown(*found.histogram), shown(count_days(articles, found.histogram->unit)));
}

// What there was of each kind, so that a generator that finds nothing does not pass.
struct Tally {
  std::size_t empty = 0;
  std::size_t matching = 0;
};

void expect_refused(const Result<SearchResults>& found) {
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, Errc::query) << found.error().message;
}

class SearchOracle : public testing::TestWithParam<unsigned> {
 protected:
  void SetUp() override {
    random_.fill();
    for (std::size_t i = 0; i < kSearches; ++i) searches_.push_back(random_search());
  }

  SearchRequest random_search() {
    auto request = random_.news.search();
    const std::uint64_t buckets = 1 + random_.news.below(6);
    for (const auto* facet : kFacets) request.facets.push_back({facet, buckets});
    request.histogram = static_cast<DateUnit>(random_.news.below(4));
    request.limit = 1'000;
    return request;
  }

  void expect_all(Searcher& searcher) {
    for (const auto& request : searches_) {
      SCOPED_TRACE(shown(request));
      expect(searcher.search(request), NaiveMatcher(random_.naive).search(request), request.facets.front().limit);
      if (HasFailure()) return;
    }
  }

  void expect(const Result<SearchResults>& found, const Result<std::vector<NaiveHit>>& expected,
              std::uint64_t buckets) {
    if (!expected) return expect_refused(found);
    ASSERT_TRUE(found) << found.error().message;
    ++(expected->empty() ? tally_.empty : tally_.matching);
    EXPECT_EQ(found->total, expected->size());
    EXPECT_EQ(newshound::ids(found->hits), ids(*expected));
    expect_scores(found->hits, *expected);
    expect_counts(*found, *expected, buckets);
  }

  RandomArchive random_{GetParam()};
  std::vector<SearchRequest> searches_;
  Tally tally_;
};

TEST_P(SearchOracle, SegmentsWithDeadArticlesAnswerAsTheOracleDoes) {
  auto searcher = random_.archive.searcher();
  ASSERT_GE(searcher.info()->segments, 3U);
  expect_all(searcher);
  EXPECT_GT(tally_.matching, kSearches / 3);
  EXPECT_GT(tally_.empty, 0U);
}

TEST_P(SearchOracle, OneMergedSegmentAnswersAsTheOracleDoes) {
  random_.archive.compact();
  auto searcher = random_.archive.searcher();
  ASSERT_EQ(searcher.info()->segments, 1U);
  expect_all(searcher);
}

std::string listed(const SearchResults& results) {
  std::string text;
  for (const auto& hit : results.hits)
    text += hit.id + " " + std::to_string(std::llround(hit.score * 1e6)) + " " + hit.title + "\n";
  return text;
}

TEST_P(SearchOracle, MergingChangesNeitherOrderNorScores) {
  auto before = random_.archive.searcher();
  random_.archive.compact();
  auto after = random_.archive.searcher();
  ASSERT_NE(before.generation(), after.generation());
  for (const auto& request : searches_) {
    SCOPED_TRACE(shown(request));
    const auto many = before.search(request);
    const auto one = after.search(request);
    ASSERT_EQ(many.has_value(), one.has_value());
    if (!many) continue;
    ASSERT_EQ(listed(*many), listed(*one));
  }
}

TEST_P(SearchOracle, PagesPutTogetherAreTheWholeList) {
  auto searcher = random_.archive.searcher();
  for (std::size_t i = 0; i < searches_.size(); i += 8) {
    auto request = searches_[i];
    SCOPED_TRACE(shown(request));
    const auto whole = searcher.search(request);
    if (!whole) continue;
    std::vector<std::string> pages;
    for (std::uint64_t offset = 0; offset < whole->total; offset += request.limit) {
      request.offset = offset;
      request.limit = 1 + random_.news.below(9);
      const auto page = searcher.search(request);
      ASSERT_TRUE(page) << page.error().message;
      ASSERT_EQ(page->total, whole->total);
      for (const auto& hit : page->hits) {
        pages.push_back(hit.id);
        EXPECT_EQ(hit.rank, pages.size());
      }
    }
    EXPECT_EQ(pages, newshound::ids(whole->hits));
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, SearchOracle, testing::Range(1U, 11U),
                         [](const auto& seed) { return "seed" + std::to_string(seed.param); });

}  // namespace
}  // namespace newshound::oracle
