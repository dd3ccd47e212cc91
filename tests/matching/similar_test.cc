// like:ID finds what shares enough of an article's telling words, the rarest first: small archives by hand, random ones
// against a naive count.
#include "searcher/matching/similar.h"

#include "tests/matching/test_archive.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace newshound {
namespace {

using Ids = std::vector<std::string>;

Ids by_name(Ids ids) {
  std::sort(ids.begin(), ids.end());
  return ids;
}

class Similar : public testing::Test {
 protected:
  void SetUp() override {
    auto copy = small_article("copy", "The harbour board raised the ferry fares again, and islanders protested.");
    copy.outlet = "Hill Courier";
    auto german = small_article("de", "harbour board ferry fares islanders");
    german.language = "de";
    archive_.commit({small_article("wire", "The harbour board raised the ferry fares again and islanders protested."),
                     copy, small_article("later", "Islanders protested; the board will look at the fares."),
                     small_article("other", "The oyster beds reopened and the growers celebrated.")});
    archive_.commit({small_article("oysters", "Growers celebrated the oyster beds."), german,
                     small_article("ja", "東京都知事選挙"), small_article("ja2", "東京都知事"),
                     small_article("empty", "the")});
    searcher_ = archive_.searcher();
  }

  TestArchive archive_;
  std::optional<Searcher> searcher_;
};

TEST_F(Similar, ArticlesShareTheTellingWords) {
  EXPECT_EQ(find(*searcher_, "like:wire"), (Ids{"copy", "later"}));
  EXPECT_EQ(find(*searcher_, "like:later"), (Ids{"copy", "wire"}));  // as good, so by id
  EXPECT_EQ(find(*searcher_, "like:other"), Ids{"oysters"});
  EXPECT_EQ(find(*searcher_, "like:wire outlet:\"Hill Courier\""), Ids{"copy"});
  EXPECT_EQ(by_name(find(*searcher_, "-like:wire lang:en")), (Ids{"empty", "ja", "ja2", "other", "oysters", "wire"}));
  EXPECT_EQ(find(*searcher_, "like:ja"), Ids{"ja2"});
  EXPECT_EQ(find(*searcher_, "like:empty"), Ids{});
  EXPECT_EQ(by_name(find(*searcher_, "like:wire OR like:oysters")), (Ids{"copy", "later", "other"}));
}

TEST(TellingWords, OfTheTitleCountForMore) {
  const TestArchive archive;
  for (const char* id : {"a", "b"}) {
    auto article = small_article(id, "lantern");
    article.title = "Oyster";
    archive.commit({article});
  }
  auto searcher = archive.searcher();
  const auto explained = searcher.explain({.query = "like:a"});
  ASSERT_TRUE(explained && !explained->words.empty());
  EXPECT_EQ(explained->words.front().second, "2 of: oyster lantern");
}

TEST_F(Similar, AnUnknownIdIsRefusedWithItsPlace) {
  const auto refused = searcher_->search({.query = "ferry like:nobody"});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::query);
  EXPECT_EQ(refused.error().message, "no article has the id \"nobody\"");
  EXPECT_EQ(refused.error().span->begin, 6U);
}

TEST_F(Similar, TheWordsAreExplained) {
  const auto explanation = searcher_->explain({.query = "like:oysters"});
  ASSERT_TRUE(explanation);
  EXPECT_EQ(
      explanation->words,
      (std::vector<std::pair<std::string, std::string>>{{"like:oysters", "2 of: beds celebrated growers oyster"}}));
}

TEST(WordsInCommon, AreAThirdAndTwoAtLeast) {
  const std::vector<std::pair<std::size_t, std::size_t>> rows = {{0, 0}, {1, 1}, {2, 2}, {5, 2}, {9, 3}, {25, 8}};
  for (const auto& [words, common] : rows) EXPECT_EQ(matching::words_in_common(words), common) << words;
}

// Every article looked at for every telling word.
TEST(SimilarArticles, AreThoseOfTheNaiveCount) {
  constexpr unsigned kSeed = 11;
  std::mt19937 random(kSeed);
  const TestArchive archive;
  std::vector<Article> articles;
  for (int i = 0; i < 120; ++i) {
    std::string body;
    for (int n = 0; n < 30; ++n) body += "w" + std::to_string(random() % (20 + random() % 200)) + " ";
    articles.push_back(small_article(std::to_string(i), body));
  }
  archive.commit({articles.begin(), articles.begin() + 70});
  archive.commit({articles.begin() + 70, articles.end()}, {"3", "50"});
  articles.erase(articles.begin() + 50);
  articles.erase(articles.begin() + 3);
  auto searcher = archive.searcher();
  const auto snapshot = archive.snapshot();
  matching::Statistics statistics(snapshot);
  matching::StopWords stop_words;
  format::Analyser analyser;
  std::size_t found = 0;
  for (const auto& article : articles) {
    const auto words = matching::telling_words(article, analyser, statistics, stop_words);
    const auto enough = static_cast<std::ptrdiff_t>(matching::words_in_common(words.size()));
    Ids expected;
    for (const auto& other : articles) {
      std::set<std::string> held;
      for (const auto& token : analyser.analyse(other.body, "en")) held.emplace(token.term);
      const auto shared =
          std::count_if(words.begin(), words.end(), [&](const auto& word) { return held.contains(word.word); });
      if (other.id != article.id && shared >= enough) expected.push_back(other.id);
    }
    found += expected.size();
    ASSERT_EQ(by_name(find(searcher, "like:" + article.id)), by_name(expected)) << article.id;
  }
  EXPECT_GT(found, 20U);
}

}  // namespace
}  // namespace newshound
