// What is said beside results: another spelling that finds more, why nothing matches, how a word may go on.
#include "tests/matching/test_archive.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace newshound {
namespace {

// Forty articles with frequent words, and some with rare ones.
class Advice : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    archive = new TestArchive;
    std::vector<Article> articles;
    for (int i = 0; i < 40; ++i) {
      articles.push_back(small_article("m" + std::to_string(i), "government harbour ferry strike US"));
      articles.back().published = "2024-05-" + std::to_string(10 + i % 10);
      articles.back().outlet = "Harbour Gazette";
    }
    articles.push_back(small_article("g", "goverment lantern"));
    articles.push_back(small_article("z", "Zelenskyy and the lanterns of Kyiv"));
    articles.back().entities = {{"Mara Velden", EntityType::person}, {"Harbour Board", EntityType::organization}};
    articles.push_back(small_article("c", "The first lighthouse keeper"));
    archive->commit(articles);
  }
  static void TearDownTestSuite() { delete archive; }

  SearchResults search(const std::string& query) {
    auto results = searcher_.search({.query = query, .today = 20000, .advice = true});
    EXPECT_TRUE(results) << results.error().message;
    return *std::move(results);
  }

  std::string meant(const std::string& query) {
    const auto results = search(query);
    return results.did_you_mean ? results.did_you_mean->query + " " + std::to_string(results.did_you_mean->total) : "";
  }

  static TestArchive* archive;
  Searcher searcher_ = archive->searcher();
};

TestArchive* Advice::archive = nullptr;

TEST_F(Advice, OffersASpellingThatFindsMore) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"govermnent", "government 40"},
      {"goverment", "government 40"},  // is there, and rare
      {"Goverment strike", "government strike 40"},
      {"\"goverment harbor\"", "\"government harbour\" 40"},
      {"title:goverment", ""},  // would find nothing
      {"goverment zeppelin", ""},
      {"goverment OR lantern", "government OR lantern 42"},
      {"=goverment", "=government 40"},
      {"fery", "ferry 40"},
      {"-goverment", ""},
      {"strike", ""},
      {"zelenskyy", ""},  // rare, and nothing frequent is like it
      {"kyiv", ""},
      {"gov", ""},  // too short to tell
      {"gover*", ""},
      {"goverment~1", ""},
      {"strike2024", ""},
  };
  for (const auto& [query, expected] : rows) EXPECT_EQ(meant(query), expected) << query;
}

TEST(Spelling, AWordThatIsNotRareIsNoSlip) {
  const TestArchive archive;
  std::vector<Article> articles;
  for (int i = 0; i < 50; ++i) articles.push_back(small_article("m" + std::to_string(i), "island island"));
  for (int i = 0; i < 3; ++i) articles.push_back(small_article("r" + std::to_string(i), "islend"));
  for (int i = 0; i < 4; ++i) articles.push_back(small_article("n" + std::to_string(i), "islund"));
  archive.commit(articles);
  auto searcher = archive.searcher();
  EXPECT_TRUE(searcher.search({.query = "islend", .advice = true})->did_you_mean);
  EXPECT_FALSE(searcher.search({.query = "islund", .advice = true})->did_you_mean);
}

TEST_F(Advice, OffersNoSpellingOfWhatIsNoText) {
  std::string query = "goverment";
  for (std::size_t i = 0; i < 8; ++i) query += " OR zq" + std::string(i + 3, 'x');
  EXPECT_EQ(meant(query), "");
  EXPECT_EQ(meant(query.substr(0, query.rfind(" OR"))).substr(0, 10), "government");
}

TEST_F(Advice, IsOnlyGivenWhereAskedFor) {
  const auto results = searcher_.search({.query = "govermnent"});
  ASSERT_TRUE(results);
  EXPECT_FALSE(results->did_you_mean);
  EXPECT_TRUE(results->why_empty.empty());
}

TEST_F(Advice, SaysWhyNothingMatches) {
  using Reasons = std::vector<std::string>;
  EXPECT_EQ(search("zeppelin").why_empty, Reasons{"No article matches zeppelin on its own."});
  EXPECT_EQ(
      search("ferry zeppelin \"dirigible balloon\"").why_empty,
      (Reasons{"No article matches zeppelin on its own.", "No article matches \"dirigible balloon\" on its own."}));
  EXPECT_EQ(search("ferry date:2023").why_empty,
            Reasons{"No article matches date:2023-01-01..2023-12-31 on its own; the archive has articles from "
                    "2024-05-10 to 2024-05-19."});
  EXPECT_EQ(search("ferry lantern").why_empty,
            (Reasons{"Each part of the query matches some articles, but none matches them all.",
                     "Without ferry, 2 articles match.", "Without lantern, 40 articles match."}));
  EXPECT_EQ(search("lantern kyiv lighthouse").why_empty,
            (Reasons{"Each part of the query matches some articles, but none matches them all.",
                     "Without lighthouse, 1 article matches."}));
  EXPECT_EQ(search("the lantern lighthouse").why_empty.front(),
            "Each part of the query matches some articles, but none matches them all.");
  EXPECT_TRUE(search("ferry").why_empty.empty());
  EXPECT_EQ(search("-*").why_empty, Reasons{"No article matches -* on its own."});
}

std::vector<std::string> shown(const Result<std::vector<Suggestion>>& suggestions) {
  std::vector<std::string> lines;
  if (!suggestions) return {suggestions.error().message};
  for (const auto& [kind, value, count, query] : *suggestions)
    lines.push_back(std::to_string(static_cast<int>(kind)) + " " + value + " " + std::to_string(count) + " " + query);
  return lines;
}

TEST_F(Advice, CompletesTheBeginningOfAWord) {
  using Lines = std::vector<std::string>;
  for (int round = 0; round < 2; ++round) {
    EXPECT_EQ(shown(searcher_.suggest("harb")),
              (Lines{"0 harbour 40 harbour", "1 Harbour Gazette 40 outlet:\"Harbour Gazette\"",
                     "2 Harbour Board 1 entity:\"Harbour Board\""}));
    EXPECT_EQ(shown(searcher_.suggest("LANT", 1)), Lines{"0 lantern 2 lantern"});
    EXPECT_EQ(shown(searcher_.suggest("lant")), Lines{"0 lantern 2 lantern"});  // and not lanterns, too
    EXPECT_EQ(shown(searcher_.suggest("us")), Lines{});                         // US is another word
    EXPECT_EQ(shown(searcher_.suggest("Vel")), Lines{"2 Mara Velden 1 entity:\"Mara Velden\""});
    EXPECT_EQ(shown(searcher_.suggest("mara v")), Lines{"2 Mara Velden 1 entity:\"Mara Velden\""});
    EXPECT_EQ(shown(searcher_.suggest("arbour")), Lines{});
  }
  EXPECT_EQ(shown(searcher_.suggest(" ")), Lines{"there is nothing to complete"});
  EXPECT_EQ(shown(searcher_.suggest("\xff")), Lines{"what is to be completed is not UTF-8"});
}

}  // namespace
}  // namespace newshound
