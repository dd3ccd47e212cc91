// Which forms of a word a query finds, and what it is told about the others: small archives, every row by hand. The
// oracle has the rest.
#include "tests/matching/test_archive.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace newshound {
namespace {

class WordForms : public testing::Test {
 protected:
  void SetUp() override {
    archive_.commit({
        small_article("US", "The US said so."),
        small_article("U.S.", "The U.S. said so."),
        small_article("us", "They told us so."),
        small_article("Us", "Us two said so."),
        small_article("WHO", "The WHO said so."),
        small_article("who", "The man who said so."),
        small_article("NATO", "Ships of NATO came."),
        small_article("Nato", "Ships of Nato came."),
        small_article("Kenya's", "Kenya’s organization of harbours"),
        small_article("organic", "Organic farms, re-elected"),
        small_article("organisation", "An organisation re-elects. RÉSUMÉ, Zelenskyy, Watergate"),
    });
    searcher_ = archive_.searcher();
  }

  std::string found(const std::string& query) {
    auto all = find(*searcher_, query);
    std::sort(all.begin(), all.end());
    std::string text;
    for (const auto& id : all) text.append(text.empty() ? "" : " ").append(id);
    return text;
  }

  TestArchive archive_;
  std::optional<Searcher> searcher_;
};

TEST_F(WordForms, AreFoundAsTheSignsAndCapitalsSay) {
  const struct {
    const char* query;
    const char* ids;
  } rows[] = {
      {"US", "U.S. US"},
      {"U.S.", "U.S. US"},
      {"u.s.", "U.S. US"},
      {"us", "Us us"},
      {"Us", "Us us"},
      {"\\US", "U.S. US Us us"},
      {"==us", "us"},
      {"=us", "U.S. US Us us"},
      {"==Us", "Us"},
      {"\"said US\" OR \"the us\"", "U.S. US"},  // a phrase tolerates capitals
      {"WHO said", "WHO"},
      {"who", "who"},
      {"who said", "U.S. US Us WHO who"},  // a stop word beside another word
      {"nato", "NATO Nato"},
      {"NATO", "NATO"},
      {"NATO SHIPS", "NATO Nato"},
      {"Nato", "NATO Nato"},
      {"==Nato ships", "Nato"},
      {"organization", "Kenya's organic"},  // one stem in English
      {"=organization", "Kenya's"},
      {"=ORGANIZATION", "Kenya's"},
      {"organi?ation", "Kenya's organisation"},
      {"organi*", "Kenya's organic organisation"},
      {"*gate", "organisation"},
      {"zelensky~1", "organisation"},
      {"selensky~1", ""},
      {"selensky~2", "organisation"},
      {"re-elect*", "organic organisation"},
      {"=resume", "organisation"},
      {"==resume", ""},
      {"==RÉSUMÉ", "organisation"},
      {"=kenya", "Kenya's"},
      {"kenya*", "Kenya's"},
      {"title:organi*", ""},
  };
  for (const auto& [query, ids] : rows) EXPECT_EQ(found(query), ids) << query;
}

TEST_F(WordForms, OfACapitalWordThatAreLeftOutAreCounted) {
  const auto warnings = [&](const std::string& query) {
    const auto results = searcher_->search({.query = query});
    return results ? results->query.warnings : std::vector<std::string>{results.error().message};
  };
  const std::string of_us =
      "US is searched for in capitals; 2 more articles have it in other letters (write \\US for "
      "those too)";
  const std::string of_nato =
      "NATO is searched for in capitals; 1 more article has it in other letters (write \\NATO "
      "for those too)";
  for (int round = 0; round < 2; ++round) {  // counted, then remembered
    EXPECT_EQ(warnings("US trade"), std::vector<std::string>{of_us});
    EXPECT_EQ(warnings("US trade -NATO US"), (std::vector<std::string>{of_us, of_nato}));
  }
  EXPECT_EQ(warnings("NATO TRADE"), std::vector<std::string>{});
  EXPECT_EQ(warnings("==US trade"), std::vector<std::string>{});
  EXPECT_EQ(warnings("EU trade"), std::vector<std::string>{});
}

TEST_F(WordForms, AreListedByExplain) {
  const auto explanation = searcher_->explain({.query = "organi?ation =organization ==US \"us * so\""});
  ASSERT_TRUE(explanation);
  const std::vector<std::pair<std::string, std::string>> words = {{"organi?ation", "organisation|organization"},
                                                                  {"organization", "\"organization\""},
                                                                  {"US", "\"==US\""},
                                                                  {"us * so", "\"us * so\""}};
  EXPECT_EQ(explanation->words, words);
  std::vector<std::uint64_t> matches;
  for (const auto& clause : explanation->clauses) matches.push_back(clause.matches);
  EXPECT_EQ(matches, (std::vector<std::uint64_t>{2, 1, 2, 2}));
}

TEST_F(WordForms, ThatAreNoneOfAWordAreRefused) {
  const struct {
    const char* query;
    const char* message;
  } rows[] = {
      {"re-elected~1", "\"re-elected\" is not one word, and ~ stands after one word"},
      {"東~1", "\"東\" is not one word, and ~ stands after one word"},
      {"東*", "a wildcard in \"東*\" has no letter beside it"},
      {"F-*", "a wildcard in \"F-*\" has no letter beside it"},
  };
  for (const auto& [query, message] : rows) {
    const auto results = searcher_->search({.query = query});
    ASSERT_FALSE(results) << query;
    EXPECT_EQ(results.error().message, message);
    EXPECT_EQ(results.error().code, Errc::query);
    EXPECT_TRUE(results.error().span);
  }
}

TEST(WordFormsOfNothing, AreReadInAnEmptyArchiveToo) {
  const TestArchive archive;
  archive.commit({});
  auto searcher = archive.searcher();
  for (const char* query : {"velden~1", "vel*", "=velden", "US", "us", "\"a * b\"", "a NEAR/s b", "東京"})
    EXPECT_EQ(find(searcher, query), std::vector<std::string>{}) << query;
}

TEST(WordPatterns, OfTooManyWordsAreRefusedWithTheirNumber) {
  const TestArchive archive;
  std::string body;
  for (int i = 0; i < 10'001; ++i) body += "a" + std::to_string(i) + " ";
  archive.commit({small_article("1", body)});
  auto searcher = archive.searcher();
  const auto refused = searcher.search({.query = "x OR a*"});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message, "\"a*\" stands for 10001 words, and 10000 are the most");
  EXPECT_EQ(refused.error().span->begin, 5U);
  EXPECT_EQ(find(searcher, "a1*"), std::vector<std::string>{"1"});
}

TEST_F(WordForms, OfMaybeOnlyRank) {
  EXPECT_EQ(find(*searcher_, "ships MAYBE ==Nato"), (std::vector<std::string>{"Nato", "NATO"}));
  EXPECT_EQ(find(*searcher_, "ships MAYBE ==NATO"), (std::vector<std::string>{"NATO", "Nato"}));
  EXPECT_EQ(find(*searcher_, "MAYBE kenya").size(), 11U);
  const auto useless = searcher_->search({.query = "ships MAYBE lang:en"});
  ASSERT_TRUE(useless);
  EXPECT_EQ(useless->query.warnings, std::vector<std::string>{"MAYBE has no effect before what does not score"});
}

TEST_F(WordForms, WithAWeightRankHigher) {
  EXPECT_EQ(find(*searcher_, "kenya^20 OR watergate").front(), "Kenya's");
  EXPECT_EQ(find(*searcher_, "kenya OR watergate^20").front(), "organisation");
  EXPECT_EQ(find(*searcher_, "\"kenya organization\"^0.001 OR watergate").front(), "organisation");
}

}  // namespace
}  // namespace newshound
