// Which words of a query are left out as stop words, seen through what is found and what the warnings say.
#include "searcher/matching/stop_words.h"
#include "tests/matching/test_archive.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace newshound {
namespace {

using Ids = std::vector<std::string>;

class StopWords : public testing::Test {
 protected:
  StopWords() {
    archive_.commit({small_article("1", "the ferry of the harbour"), small_article("2", "ferry harbour strike"),
                     small_article("3", "the WHO and the ferry, die hard"), small_article("4", "who is on strike")});
  }

  [[nodiscard]] SearchResults search(SearchRequest request) const {
    auto found = archive_.searcher().search(request);
    if (!found) throw std::runtime_error(found.error().message);
    return *std::move(found);
  }
  [[nodiscard]] std::size_t count(const std::string& query) const { return search({.query = query}).total; }
  [[nodiscard]] std::vector<std::string> warnings(const std::string& query) const {
    return search({.query = query}).query.warnings;
  }

  TestArchive archive_;
};

TEST_F(StopWords, NeitherFilterNorScoreBesideOtherWords) {
  const auto with = search({.query = "the ferry of harbour"});
  const auto without = search({.query = "ferry harbour"});
  EXPECT_EQ(ids(with.hits), ids(without.hits));
  ASSERT_EQ(with.hits.size(), 2U);
  EXPECT_EQ(with.hits[0].score, without.hits[0].score);
  EXPECT_EQ(search({.query = "the ferry OR of"}).total, 3U);
  EXPECT_EQ(search({.query = "the ferry", .match = Match::any}).total, 3U);
  EXPECT_EQ(search({.query = "the ferry", .literal = true}).total, 3U);
}

TEST_F(StopWords, AreWordsWhereTheyAreMeant) {
  EXPECT_EQ(count("the"), 2U);
  EXPECT_EQ(count("the of"), 1U);
  EXPECT_EQ(count("+the ferry"), 2U);
  EXPECT_EQ(count("\"of the\""), 1U);
  EXPECT_EQ(count("ferry \"the\""), 2U);
  EXPECT_EQ(count("ferry -the"), 1U);
  EXPECT_EQ(count("the -ferry"), 0U);
  EXPECT_EQ(count("the lang:en"), 2U);
  EXPECT_EQ(count("ferry NEAR/1 of"), 1U);
  EXPECT_EQ(count("ferry WHO"), 1U);
  EXPECT_EQ(count("ferry who"), 3U);
  EXPECT_EQ(count("THE FERRY"), 3U);
}

TEST_F(StopWords, GroupsOfNothingElseGoWithThem) {
  EXPECT_EQ(count("ferry (the OR of)"), 3U);
  EXPECT_EQ(count("(the OR of) lang:en"), 2U);
  EXPECT_EQ(count("(the (of OR is)) ferry title:who"), 3U);
}

TEST_F(StopWords, WarningNamesThemOnce) {
  EXPECT_EQ(warnings("the ferry"), Ids{"stop word left out: the (write +the to search for it)"});
  EXPECT_EQ(search({.query = "the ferry", .literal = true}).query.warnings, Ids{"stop word left out: the"});
  EXPECT_EQ(warnings("the ferry of the harbour"), Ids{"stop words left out: the, of (write +the to search for it)"});
  EXPECT_EQ(warnings("+the ferry"), Ids{});
  EXPECT_EQ(warnings("the"), Ids{});
}

TEST_F(StopWords, AreNotMarked) {
  const auto found = search({.query = "the harbour"});
  ASSERT_FALSE(found.hits.empty());
  for (const auto& hit : found.hits) EXPECT_EQ(hit.snippets.at(0).marks.size(), 1U) << hit.snippets[0].text;
}

TEST_F(StopWords, ExplainSaysWhatBecameOfThem) {
  const auto explained = archive_.searcher().explain({.query = "the ferry"});
  ASSERT_TRUE(explained);
  const auto& words = explained->words;
  ASSERT_EQ(words.size(), 2U);
  EXPECT_EQ(words[1].first, "the");
  EXPECT_EQ(words[1].second, "a stop word, left out");
  EXPECT_EQ(explained->total, 3U);
}

Article german_article(const std::string& id, const std::string& body) {
  auto article = small_article(id, body);
  article.language = "de";
  return article;
}

TEST_F(StopWords, AreThoseOfTheLanguageThatTheWordsPointTo) {
  std::vector<Article> german;
  for (int i = 0; i < 3; ++i)
    german.push_back(german_article("d" + std::to_string(i), "die Fähre und der Hafen, das Schiff im Hafen"));
  german.push_back(german_article("d4", "Fähre"));
  archive_.commit(german);
  EXPECT_EQ(warnings("die fähre"), Ids{"stop word left out: die (write +die to search for it)"});
  EXPECT_EQ(warnings("die hard"), Ids{});
  EXPECT_EQ(warnings("the ferry"), Ids{"stop word left out: the (write +the to search for it)"});
  EXPECT_EQ(warnings("die hard lang:de"), Ids{"stop word left out: die (write +die to search for it)"});
  EXPECT_EQ(warnings("the ferry lang:de"), Ids{});
  EXPECT_EQ(search({.query = "die hard", .filters = {{"language", "de"}}}).query.warnings.size(), 1U);
  EXPECT_EQ(count("die fähre"), 4U);
}

TEST(StopWordLists, EveryListIsThere) {
  matching::StopWords lists;
  const std::vector<std::pair<std::string, std::string>> samples = {
      {"da", "og"},     {"de", "fur"}, {"en", "the"},  {"es", "mas"}, {"fi", "etta"}, {"fr", "des"}, {"hu", "azert"},
      {"it", "perche"}, {"nl", "het"}, {"no", "ikke"}, {"pt", "nao"}, {"ru", "что"},  {"sv", "och"}};
  for (const auto& [stemmer, word] : samples) EXPECT_TRUE(lists.has(stemmer, word)) << stemmer;
  EXPECT_FALSE(lists.has("tr", "ve"));
  EXPECT_FALSE(lists.has("", "the"));
  EXPECT_FALSE(lists.has("fr", "ete"));
}

}  // namespace
}  // namespace newshound
