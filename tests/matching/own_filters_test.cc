// Facets without the filter of their own field, against the same search with that filter left out.
#include "tests/matching/test_archive.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace newshound {
namespace {

const std::vector<std::string> kOutlets = {"Gazette", "Courier", "Ledger", ""};
const std::vector<std::string> kSections = {"Politics", "Sport", ""};

class OwnFilters : public testing::Test {
 protected:
  OwnFilters() {
    std::mt19937 random(11);
    for (int part = 0; part < 3; ++part) {
      std::vector<Article> articles;
      for (int i = 0; i < 60; ++i) {
        auto article = small_article(std::to_string(part * 100 + i), random() % 2 == 0 ? "ferry strike" : "ferry");
        article.outlet = kOutlets[random() % kOutlets.size()];
        article.section = kSections[random() % kSections.size()];
        article.entities = {{"Mara Velden", {}}};
        if (random() % 3 == 0) article.entities.push_back({"Harbour Board", EntityType::organization});
        articles.push_back(std::move(article));
      }
      archive_.commit(articles, part == 2 ? std::vector<std::string>{"3", "104"} : std::vector<std::string>{});
    }
  }

  static std::string shown(const FacetResult& facet) {
    std::string text = facet.field + " unknown " + std::to_string(facet.unknown);
    for (const auto& [value, count] : facet.buckets) text += ", " + value + " " + std::to_string(count);
    return text;
  }

  TestArchive archive_;
};

TEST_F(OwnFilters, CountAsIfTheFilterWereNotThere) {
  struct Case {
    std::string query, without_outlet, without_section, without_entity;
  };
  const std::vector<Case> cases = {
      {"ferry outlet:gazette", "ferry", "ferry outlet:gazette", "ferry outlet:gazette"},
      {"strike outlet:gazette section:sport", "strike section:sport", "strike outlet:gazette",
       "strike outlet:gazette section:sport"},
      {"outlet:(gazette OR courier)", "*", "outlet:(gazette OR courier)", "outlet:(gazette OR courier)"},
      {"outlet:unknown strike", "strike", "outlet:unknown strike", "outlet:unknown strike"},
      {"-outlet:gazette section:sport", "-outlet:gazette section:sport", "-outlet:gazette",
       "-outlet:gazette section:sport"},
      {"entity:\"Harbour Board\" outlet:ledger section:politics", "entity:\"Harbour Board\" section:politics",
       "entity:\"Harbour Board\" outlet:ledger", "outlet:ledger section:politics"},
      {"outlet:gazette OR strike", "outlet:gazette OR strike", "outlet:gazette OR strike", "outlet:gazette OR strike"},
      {"ferry", "ferry", "ferry", "ferry"},
  };
  auto searcher = archive_.searcher();
  const auto facet_of = [&](const std::string& query, const std::string& field) {
    return shown(searcher.search({.query = query, .facets = {{field, 20}}})->facets.at(0));
  };
  for (const auto& [query, without_outlet, without_section, without_entity] : cases) {
    const auto found = searcher.search(
        {.query = query,
         .facets = {{"outlet", 20, true}, {"section", 20, true}, {"entity", 20, true}, {"outlet", 20}}});
    ASSERT_TRUE(found) << query;
    EXPECT_EQ(shown(found->facets[0]), facet_of(without_outlet, "outlet")) << query;
    EXPECT_EQ(shown(found->facets[1]), facet_of(without_section, "section")) << query;
    EXPECT_EQ(shown(found->facets[2]), facet_of(without_entity, "entity")) << query;
    EXPECT_EQ(shown(found->facets[3]), facet_of(query, "outlet")) << query;
    const auto plain = searcher.search({.query = query});
    EXPECT_EQ(found->total, plain->total) << query;
    EXPECT_EQ(ids(found->hits), ids(plain->hits)) << query;
  }
}

TEST_F(OwnFilters, FiltersBesideTheQueryAreOwnToo) {
  auto searcher = archive_.searcher();
  const auto found = searcher.search(
      {.query = "ferry", .facets = {{"outlet", 20, true}}, .filters = {{"outlet", "Gazette"}, {"outlet", "Ledger"}}});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->facets[0].distinct, 3U);
  EXPECT_LT(found->total, searcher.search({.query = "ferry"})->total);
}

}  // namespace
}  // namespace newshound
