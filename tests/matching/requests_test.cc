// What a SearchRequest asks for beside its query: pages, facets, histograms; and what is refused.
#include "indexer/format/dates.h"
#include "tests/matching/test_archive.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

namespace newshound {
namespace {

using Ids = std::vector<std::string>;

Article dated_article(const std::string& id, const std::string& day) {
  auto article = small_article(id, "ferry");
  article.published = day;
  return article;
}

class Requests : public testing::Test {
 protected:
  void SetUp() override {
    archive_.commit({dated_article("b", "2024-05-06"), dated_article("a", "2024-05-06"), small_article("u", "ferry")});
    archive_.commit({dated_article("c", "2024-05-07"), dated_article("d", "2023-01-01")});
  }

  Ids page(Searcher& searcher, std::uint64_t offset, std::uint64_t limit, Sort sort = Sort::newest) {
    const auto found = searcher.search({.query = "*", .sort = sort, .limit = limit, .offset = offset});
    EXPECT_TRUE(found);
    EXPECT_EQ(found->total, 5U);
    return ids(found->hits);
  }

  TestArchive archive_;
};

TEST_F(Requests, IdsOnlyReadsNoArticle) {
  auto searcher = archive_.searcher();
  const auto whole = searcher.search({.query = "ferry"});
  const auto bare = searcher.search({.query = "ferry", .ids_only = true});
  ASSERT_TRUE(whole && bare);
  ASSERT_EQ(bare->hits.size(), 5U);
  EXPECT_EQ(ids(bare->hits), ids(whole->hits));
  for (std::size_t i = 0; i < bare->hits.size(); ++i) {
    EXPECT_EQ(bare->hits[i].rank, whole->hits[i].rank);
    EXPECT_EQ(bare->hits[i].score, whole->hits[i].score);
    EXPECT_TRUE(bare->hits[i].snippets.empty());
    EXPECT_FALSE(bare->hits[i].day);
  }
}

TEST_F(Requests, OrderIsByDayThenIdAndTheUndatedComeLast) {
  auto searcher = archive_.searcher();
  EXPECT_EQ(page(searcher, 0, 10), (Ids{"c", "a", "b", "d", "u"}));
  EXPECT_EQ(page(searcher, 0, 10, Sort::oldest), (Ids{"d", "a", "b", "c", "u"}));
  EXPECT_EQ(page(searcher, 0, 10, Sort::relevance), (Ids{"c", "a", "b", "d", "u"}));
}

TEST_F(Requests, PagesBeginAtTheOffset) {
  auto searcher = archive_.searcher();
  EXPECT_EQ(page(searcher, 1, 2), (Ids{"a", "b"}));
  EXPECT_EQ(page(searcher, 4, 2), (Ids{"u"}));
}

TEST_F(Requests, PagesPastTheEndAreEmptyAndKeepTheTotal) {
  constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
  auto searcher = archive_.searcher();
  EXPECT_EQ(page(searcher, 5, 2), Ids{});
  EXPECT_EQ(page(searcher, kMost, kMost), Ids{});
  EXPECT_EQ(page(searcher, 3, kMost), (Ids{"d", "u"}));
}

TEST_F(Requests, ALimitOfNoneGivesTotalsAndFacetsOnly) {
  auto searcher = archive_.searcher();
  const auto found = searcher.search({.query = "ferry", .limit = 0, .facets = {{"language", 5}}});
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->hits.empty());
  EXPECT_EQ(found->total, 5U);
  EXPECT_EQ(found->facets.at(0).buckets, (std::vector<FacetBucket>{{"en", 5}}));
}

TEST_F(Requests, FacetsComeInTheOrderAskedForUnderTheirOwnNames) {
  auto searcher = archive_.searcher();
  const auto found = searcher.search({.query = "*", .facets = {{"lang", 1}, {"outlet", 0}, {"org", 2}}});
  ASSERT_TRUE(found) << found.error().message;
  ASSERT_EQ(found->facets.size(), 3U);
  EXPECT_EQ(found->facets[0].field, "language");
  EXPECT_EQ(found->facets[1].field, "outlet");
  EXPECT_EQ(found->facets[2].field, "org");
  EXPECT_EQ(found->facets[1].unknown, 5U);
}

TEST_F(Requests, AnUnknownFacetIsAUsageErrorThatNamesTheFacets) {
  auto searcher = archive_.searcher();
  for (const char* name : {"colour", "", "title", "date", "Outlet"}) {
    const auto found = searcher.search({.query = "*", .facets = {{name, 5}}});
    ASSERT_FALSE(found) << name;
    EXPECT_EQ(found.error().code, Errc::usage) << name;
    EXPECT_NE(found.error().hint.find("outlet"), std::string::npos);
  }
}

TEST_F(Requests, AnUnknownFilterIsAUsageError) {
  auto searcher = archive_.searcher();
  const auto found = searcher.search({.query = "*", .filters = {{"colour", "red"}}});
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, Errc::usage);
}

TEST_F(Requests, FiltersAloneAreAQueryAndNothingAtAllIsAnError) {
  auto searcher = archive_.searcher();
  const auto found = searcher.search({.query = "  ", .filters = {{"after", "2024-05-07"}}});
  ASSERT_TRUE(found) << found.error().message;
  EXPECT_EQ(ids(found->hits), (Ids{"c"}));
  const auto nothing = searcher.search({.query = "  "});
  ASSERT_FALSE(nothing);
  EXPECT_EQ(nothing.error().code, Errc::query);
}

TEST(Histograms, HaveAtMostTenThousandBuckets) {
  const Day first = *format::make_day(2000, 1, 1);
  const TestArchive archive;
  archive.commit({dated_article("1", format::to_string(first)), dated_article("2", format::to_string(first + 9'999)),
                  dated_article("3", format::to_string(first + 10'000))});
  auto searcher = archive.searcher();
  const auto most = searcher.search({.query = "-id:3", .histogram = DateUnit::day});
  ASSERT_TRUE(most) << most.error().message;
  EXPECT_EQ(most->histogram->buckets.size(), 10'000U);
  EXPECT_EQ(most->histogram->buckets.back(), (HistogramBucket{first + 9'999, 1}));
  const auto more = searcher.search({.query = "*", .histogram = DateUnit::day});
  ASSERT_FALSE(more);
  EXPECT_EQ(more.error().code, Errc::usage);
  EXPECT_TRUE(searcher.search({.query = "*", .histogram = DateUnit::week}));
}

TEST(Histograms, OfTheWholeCalendarStayWithinTheYearsThereAre) {
  const TestArchive archive;
  archive.commit({dated_article("1", "0001-01-01"), dated_article("2", "9999-12-31")});
  auto searcher = archive.searcher();
  const auto found = searcher.search({.query = "*", .histogram = DateUnit::year});
  ASSERT_TRUE(found) << found.error().message;
  EXPECT_EQ(found->histogram->buckets.size(), 9'999U);
}

}  // namespace
}  // namespace newshound
