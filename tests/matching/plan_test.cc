// Query -> plan, as text: which terms a query looks up, and what they filter and score.
#include "searcher/matching/plan.h"

#include "searcher/query/parser.h"
#include "tests/matching/test_archive.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace newshound::matching {
namespace {

// Two languages with a stemmer and one without: each word has three stems.
class Plans : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    archive = new TestArchive;
    auto german = small_article("2", "Die Fähren streiken");
    german.language = "de";
    auto unstemmed = small_article("3", "東京 ferries");
    unstemmed.language = "xx";
    archive->commit({small_article("1", "Ferries strike"), german, unstemmed});
  }
  static void TearDownTestSuite() { delete archive; }

  Plan plan(const std::string& query) {
    const auto parsed = query::parse(query, {});
    EXPECT_TRUE(parsed) << parsed.error().message;
    return Planner(snapshot_, statistics_, vocabularies_, analyser_, stop_words_).plan(parsed->ast);
  }

  static TestArchive* archive;
  Snapshot snapshot_ = archive->snapshot();
  Statistics statistics_{snapshot_};
  format::Analyser analyser_;
  StopWords stop_words_;
  Vocabularies vocabularies_{snapshot_};
};

TestArchive* Plans::archive = nullptr;

TEST_F(Plans, NameTheTermsOfTheIndex) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"*", "*"},
      {"ferry", "(Z:ferry | Zde:ferry | Zen:ferri)"},
      {"FERRIES", "(Z:ferries | Zde:ferri | Zen:ferri)"},
      {"東", "東"},
      {"title:東", "(東 & S東)"},
      {"outlet:\"Le  Monde\"", "XOle monde"},
      {"lang:EN", "XNen"},
      {"id:Ab/1", "QAb/1"},
      {"url:https://x.example/A", "Uhttps://x.example/A"},
      {"has:date", "XHdate"},
      {"outlet:unknown", "!XHoutlet"},
      {"byline:Velden", "Avelden"},
      {"byline:\"Mara Velden\"", "\"Amara Avelden\""},
      {"date:2024-05", "days 2024-05-01..2024-05-31"},
      {"after:2024", "days 2024-01-01.."},
      {"before:2024", "days ..2023-12-31"},
      {"-id:1", "!Q1"},
      {"id:1 OR id:2", "(Q1 | Q2)"},
      {"id:1 -id:2 (lang:en OR lang:de)", "(Q1 & !Q2 & (XNen | XNde))"},
  };
  for (const auto& [query, text] : rows) EXPECT_EQ(to_string(plan(query).root), text) << query;
}

TEST_F(Plans, OfPhrasesAreDecidedBySurfaceWordsAndScoredByStems) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"\"Ferries\"", "\"ferries\""},
      {"東京", "\"東 京\""},
      {"title:東京", "\"title:東 京\""},
  };
  for (const auto& [query, text] : rows) EXPECT_EQ(to_string(plan(query).root), text) << query;
  const auto ferries = plan("\"Ferries\"");
  for (const auto& place : ferries.root.proximity.sides.at(0).slots.at(0).alternatives) {
    EXPECT_EQ(place.terms, std::vector<std::string>{"ferries"});
    EXPECT_GT(place.weight, 0) << place.key;
  }
}

TEST_F(Plans, OfNegatedPhrasesHaveNothingThatScores) {
  const auto negated = plan("-\"Ferries\"").root;
  EXPECT_EQ(to_string(negated), "!\"ferries\"");
  EXPECT_FALSE(scores(negated.children.at(0).proximity));
  EXPECT_EQ(to_string(plan("-(東京 lang:en)").root), "!(\"東 京\" & XNen)");
}

TEST_F(Plans, OfWordsInTheTitleFilterByTheTitleAndScoreByTheArticle) {
  EXPECT_EQ(to_string(plan("title:ferry").root),
            "((Z:ferry & ZS:ferry) | (Zde:ferry & ZSde:ferry) | (Zen:ferri & ZSen:ferri))");
}

TEST_F(Plans, OfNearTakeEveryFormOfAStem) {
  EXPECT_EQ(to_string(plan("東 NEAR/3 京").root), "(東) NEAR/3 (京)");
  EXPECT_EQ(to_string(plan("ferry NEAR/3 strike").root),
            "(Z:ferry|Zde:ferry|Zen:ferri) NEAR/3 (Z:strike|Zde:strik|Zen:strike)");
}

TEST_F(Plans, ScoreOnlyIfAWordMustMatch) {
  for (const char* query : {"ferry", "title:ferry lang:en", "\"ferry strike\"", "東京", "id:1 OR ferry", "a NEAR b"})
    EXPECT_TRUE(plan(query).scores) << query;
  for (const char* query : {"*", "-ferry", "lang:en", "byline:velden", "date:2024 -(a OR b)", "has:date"})
    EXPECT_FALSE(plan(query).scores) << query;
}

TEST_F(Plans, ListWhatEachWordBecame) {
  const auto words = plan("ferry -東 byline:velden lang:en").words;
  EXPECT_EQ(words, (std::vector<std::pair<std::string, std::string>>{
                       {"ferry", "(Z:ferry | Zde:ferry | Zen:ferri)"}, {"東", "東"}, {"velden", "Avelden"}}));
}

}  // namespace
}  // namespace newshound::matching
