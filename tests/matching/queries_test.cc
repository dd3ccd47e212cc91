// Queries against a small archive, for what only the analyser and the archive can decide; the oracle has the rest.
#include "tests/matching/test_archive.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace newshound {
namespace {

using Ids = std::vector<std::string>;

// Encircled letters are letters to the parser, and no words to the analyser.
const std::string kFlag = "\U0001F1E9\U0001F1EA";

class Queries : public testing::Test {
 protected:
  void SetUp() override {
    auto titled = small_article("1", "The harbour is closed.");
    titled.title = "Night ferry strike";
    auto spanish = small_article("3", "La huelga del puerto");
    spanish.language = "es";
    archive_.commit({titled, small_article("2", "Ferries resume. No strikes at night.")});
    archive_.commit({spanish, small_article("4", "東京都知事 re-elected")});
    searcher_ = archive_.searcher();
  }

  TestArchive archive_;
  std::optional<Searcher> searcher_;
};

// Xapian 1.4.22 reads a term that every document has from its list of all documents, and throws at the second chunk of
// that if the numbers have gaps ("Unexpected end of posting list"). Ours have none.
TEST(QueriesOfALargeSegment, MayFilterByWhatEveryArticleHas) {
  const TestArchive archive;
  std::vector<Article> articles;
  for (int i = 0; i < 5000; ++i) articles.push_back(small_article(std::to_string(i), i % 100 == 0 ? "ferry" : "tram"));
  archive.commit(articles);
  archive.commit({small_article("other", "ferry")}, {"0", "1", "4999"});
  for (int round = 0; round < 2; ++round) {
    auto searcher = archive.searcher();
    EXPECT_EQ(find(searcher, "lang:en ferry").size(), 50U);
    EXPECT_EQ(searcher.search({.query = "lang:en -ferry"})->total, 4948U);
    EXPECT_EQ(searcher.search({.query = "lang:en"})->total, 4998U);
    archive.compact();
  }
}

// The lexicon knows both by the other's name.
TEST(QueriesByOutlet, MeanTheOutletOfThatNameIfThereIsOne) {
  const TestArchive archive;
  auto web = small_article("web", "ferry");
  web.outlet = "CNN (Web News)";
  auto opinion = small_article("opinion", "ferry");
  opinion.outlet = "CNN - Editorial";
  archive.commit({web});
  archive.commit({opinion});
  auto searcher = archive.searcher();
  EXPECT_EQ(find(searcher, "outlet:\"cnn (web news)\""), Ids{"web"});
  EXPECT_EQ(find(searcher, "-outlet:\"CNN (Web News)\""), Ids{"opinion"});
  EXPECT_EQ(find(searcher, "outlet:cnn"), (Ids{"opinion", "web"}));
  EXPECT_EQ(find(searcher, "outlet:cnn.com"), (Ids{"opinion", "web"}));
}

TEST(QueriesThatRepeatAWord, FindWhatTheWordFindsAndWeighItAsOften) {
  const TestArchive archive;
  archive.commit({small_article("1", "the ferry of the harbour"), small_article("2", "the tram")});
  auto searcher = archive.searcher();
  std::string many = "ferry";
  for (int i = 1; i < 1000; ++i) many += " ferry";
  const auto once = searcher.search({.query = "ferry"});
  const auto often = searcher.search({.query = many});
  ASSERT_TRUE(once && often);
  ASSERT_EQ(ids(often->hits), ids(once->hits));
  EXPECT_NEAR(often->hits[0].score, 1000 * once->hits[0].score, 1e-3);
  EXPECT_EQ(often->hits[0].snippets[0].marks, once->hits[0].snippets[0].marks);
  EXPECT_EQ(searcher.search({.query = many, .match = Match::any})->total, 1U);
}

TEST_F(Queries, FindWhatTheyDescribe) {
  const struct {
    std::string query;
    Ids found;
  } rows[] = {
      {"*", {"1", "2", "3", "4"}},
      {"-ferry", {"3", "4"}},
      {"-ferry -huelga", {"4"}},
      {"-*", {}},
      {"NOT (ferry OR huelga)", {"4"}},
      {"ferry * strike", {"1", "2"}},
      {"ferry OR -strike", {"1", "2", "3", "4"}},
      {"知事", {"4"}},
      {"事知", {}},
      {"\"RE-ELECTED\"", {"4"}},
      {"re-elect", {}},
      {"\"strike the\"", {}},               // no phrase crosses from title to body
      {"strike NEAR/999 harbour", {}},      // nor does NEAR
      {"ferry NEAR/2 strike", {"1"}},       // any form of each
      {"strike NEAR/3 ferry", {"1", "2"}},  // in any order
      {"strike NEAR/3 strike", {}},         // two places, not one
      {"\"night ferry\" NEAR/1 strike", {"1"}},
      {"strike NEAR/1 \"ferry night\"", {}},
      {"\"resume no\" NEAR/s strikes", {}},  // a phrase over the end of a sentence is in none
      {"strikes NEAR/s \"resume no\"", {}},
      {"\"resume no\" NEAR/p strikes", {"2"}},
      {"re-elected NEAR/1 事", {"4"}},
      {"re-elected NEAR/1 東", {}},
      {"title:(strike NEAR/2 night)", {"1"}},
      {"title:(harbour NEAR/2 closed)", {}},
      {"title:ferry", {"1"}},
      {"title:harbour", {}},
      {"lang:es OR id:4", {"3", "4"}},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.query);
    const auto found = searcher_->search({.query = row.query, .limit = 100});
    ASSERT_TRUE(found) << found.error().message;
    auto list = ids(found->hits);
    std::sort(list.begin(), list.end());
    EXPECT_EQ(list, row.found);
    EXPECT_EQ(found->query.warnings, Ids{});
  }
}

TEST_F(Queries, ASideOfNearWithoutAWordIsAnErrorThatShowsIt) {
  const struct {
    std::string query;
    Span span;
  } rows[] = {
      {"ferry NEAR/2 " + kFlag, {13, 21}},
      {"strike -(\"" + kFlag + "\" NEAR ferry)", {9, 19}},
      {"title:(ferry NEAR/2 " + kFlag + ")", {20, 28}},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.query);
    const auto found = searcher_->search({.query = row.query});
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, Errc::query);
    ASSERT_TRUE(found.error().span);
    EXPECT_EQ(*found.error().span, row.span);
    EXPECT_NE(found.error().message.find("NEAR"), std::string::npos);
    EXPECT_FALSE(searcher_->explain({.query = row.query}));
  }
}

TEST_F(Queries, WhatHoldsNoWordIsLeftOutWithAWarning) {
  for (const auto& query : {"ferry " + kFlag, kFlag + " AND ferry", "ferry OR " + kFlag, "ferry -" + kFlag,
                            "ferry (" + kFlag + " OR \"" + kFlag + "\")", std::string("ferry \U0001F600")}) {
    SCOPED_TRACE(query);
    const auto found = searcher_->search({.query = query});
    ASSERT_TRUE(found) << found.error().message;
    EXPECT_EQ(found->total, 2U);
    EXPECT_FALSE(found->query.warnings.empty());
    const auto explained = searcher_->explain({.query = query});
    ASSERT_TRUE(explained) << explained.error().message;
    EXPECT_EQ(explained->total, 2U);
    EXPECT_EQ(explained->query.warnings, found->query.warnings);
  }
}

TEST_F(Queries, WithoutAnyWordOrFilterAreAnError) {
  for (const auto& query : {kFlag, "-" + kFlag, kFlag + " " + kFlag, "(" + kFlag + " OR " + kFlag + ")",
                            "title:" + kFlag, "\"" + kFlag + "\"", std::string("\U0001F600"), std::string("& .")}) {
    SCOPED_TRACE(query);
    const auto found = searcher_->search({.query = query});
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, Errc::query);
    EXPECT_NE(found.error().message.find("no word"), std::string::npos) << found.error().message;
    ASSERT_TRUE(found.error().span);
    EXPECT_LT(found.error().span->begin, found.error().span->end);
    EXPECT_FALSE(searcher_->explain({.query = query}));
  }
}

TEST_F(Queries, OnlyFiltersAndNegationsScoreNothing) {
  for (const char* query : {"*", "-zorbl", "lang:en", "date:unknown", "-lang:es"}) {
    const auto found = searcher_->search({.query = query});
    ASSERT_TRUE(found) << query;
    ASSERT_FALSE(found->hits.empty()) << query;
    for (const auto& hit : found->hits) EXPECT_EQ(hit.score, 0) << query;
  }
  EXPECT_GT(searcher_->search({.query = "ferry lang:en"})->hits.front().score, 0);
}

TEST_F(Queries, ExplainCountsWhatEachClauseFindsAlone) {
  for (const std::string query : {"ferry strike -harbour", "ferry OR huelga OR title:night", "\"night ferry\"",
                                  "lang:en (ferry OR 知事) has:outlet", "-ferry", "*", "ferry NEAR/3 strike lang:en"}) {
    SCOPED_TRACE(query);
    const auto explained = searcher_->explain({.query = query});
    ASSERT_TRUE(explained) << explained.error().message;
    EXPECT_EQ(explained->total, searcher_->search({.query = query})->total);
    EXPECT_FALSE(explained->clauses.empty());
    EXPECT_NE(explained->xapian.find("Query("), std::string::npos);
    for (const auto& clause : explained->clauses) {
      EXPECT_EQ(clause.matches, searcher_->search({.query = clause.clause})->total) << clause.clause;
      EXPECT_EQ(clause.clause,
                searcher_->search({.query = query.substr(clause.span.begin, clause.span.end - clause.span.begin)})
                    ->query.canonical);
    }
  }
}

TEST_F(Queries, ExplainShowsWhatWordsBecame) {
  const auto explained = searcher_->explain({.query = "ferries \"night ferry\" outlet:x"});
  ASSERT_TRUE(explained);
  ASSERT_EQ(explained->words.size(), 2U);
  EXPECT_EQ(explained->words[0].first, "ferries");
  EXPECT_NE(explained->words[0].second.find("Zen:ferri"), std::string::npos) << explained->words[0].second;
  EXPECT_EQ(explained->words[1].first, "night ferry");
  EXPECT_NE(explained->words[1].second.find("\"night ferry\""), std::string::npos) << explained->words[1].second;
}

TEST_F(Queries, ExplainCountsFiltersGivenBesideTheText) {
  const auto explained = searcher_->explain({.query = "ferry", .filters = {{"language", "es"}, {"language", "en"}}});
  ASSERT_TRUE(explained);
  ASSERT_EQ(explained->clauses.size(), 2U);
  EXPECT_EQ(explained->clauses[0].matches, 2U);
  EXPECT_EQ(explained->clauses[1].matches, 4U);
  EXPECT_EQ(explained->clauses[1].span, (Span{}));
}

// Xapian fails on such a term where its list of documents has gaps and several chunks, as merging leaves it.
TEST(MergedSegments, FindWhatEveryArticleHas) {
  const TestArchive archive;
  for (const std::string run : {"a", "b", "c"}) {
    std::vector<Article> articles;
    for (int i = 0; i < 5; ++i) articles.push_back(small_article(run + std::to_string(i), "the ferry"));
    archive.commit(articles);
  }
  archive.commit({}, {"a2", "b2", "c2"});
  archive.compact();
  auto searcher = archive.searcher();
  ASSERT_EQ(searcher.info()->segments, 1U);
  for (const char* query :
       {"has:lang", "lang:en", "the", "\"ferry\"", "title:the OR lang:en", "-has:date lang:en", "the ferry"})
    EXPECT_EQ(find(searcher, query).size(), 12U) << query;
  for (const char* query : {"-lang:en", "-the", "-\"ferry\"", "lang:unknown", "* -(the NEAR ferry)", "-(the lang:en)"})
    EXPECT_EQ(find(searcher, query).size(), 0U) << query;
}

}  // namespace
}  // namespace newshound
