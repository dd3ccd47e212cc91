// What a hit shows of its article: fields, and marks that stand exactly on the words that matched.
#include "tests/matching/test_archive.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace newshound {
namespace {

using Words = std::vector<std::string>;

Words marked(const std::string& text, const std::vector<Span>& marks) {
  Words words;
  for (const auto& mark : marks) words.push_back(text.substr(mark.begin, mark.end - mark.begin));
  return words;
}

Article article_with_everything() {
  Article article;
  article.id = "1";
  article.title = "Kenya's ferries strike – the Café re-elected 東京都";
  article.body = "A ferry sailed.\nStriking crews re-elected Mara; nobody elected the ferry's cat. 東京 and 京都.\n";
  article.outlet = "Harbour Gazette";
  article.published = "2024-05-06T09:30:00+02:00";
  article.byline = "Ilse Korvath";
  article.section = "politics";
  article.url = "https://gazette.example/ferry";
  article.language = "en-GB";
  article.entities = {{"Mara Velden", EntityType::person}, {"the strike", {}}};
  return article;
}

class Hits : public testing::Test {
 protected:
  void SetUp() override {
    auto german = small_article("2", "Die Fähren");
    german.language = "de";
    archive_.commit({article_with_everything(), german});
    searcher_ = archive_.searcher();
  }

  Hit first(const std::string& query, unsigned snippets = 5, unsigned bytes = 240) {
    const auto found = searcher_->search({.query = query, .snippets = snippets, .snippet_bytes = bytes});
    EXPECT_TRUE(found) << query << ": " << found.error().message;
    EXPECT_FALSE(found->hits.empty()) << query;
    return found->hits.empty() ? Hit{} : found->hits.front();
  }

  TestArchive archive_;
  std::optional<Searcher> searcher_;
};

TEST_F(Hits, ShowWhatTheArticleSays) {
  const auto given = article_with_everything();
  const auto hit = first("ferry");
  EXPECT_EQ(hit.rank, 1U);
  EXPECT_EQ(hit.id, given.id);
  EXPECT_EQ(hit.title, given.title);
  EXPECT_EQ(hit.outlet, given.outlet.value);
  EXPECT_EQ(hit.day, 19849);
  EXPECT_EQ(hit.published, given.published.value);
  EXPECT_EQ(hit.url, given.url.value);
  EXPECT_EQ(hit.language, "en-GB");
  EXPECT_EQ(hit.byline, given.byline.value);
  EXPECT_EQ(hit.section, given.section.value);
  EXPECT_EQ(hit.entities, given.entities);
}

TEST_F(Hits, MarkTheWordsThatMatched) {
  const struct {
    std::string query;
    Words title;
    Words body;
  } rows[] = {
      {"ferry", {"ferries"}, {"ferry", "ferry"}},
      {"FERRIES kenya", {"Kenya", "ferries"}, {"ferry", "ferry"}},
      {"\"ferry\"", {}, {"ferry", "ferry"}},
      {"cafe", {"Café"}, {}},
      {"re-elected", {"re-elected"}, {"re-elected"}},
      {"elected", {"elected"}, {"elected", "elected"}},
      {"\"strike the cafe\"", {"strike – the Café"}, {}},
      {"東京", {"東京"}, {"東京"}},
      {"京", {"京"}, {"京", "京"}},
      {"title:strike", {"strike"}, {}},
      {"title:(strike OR absent)", {"strike"}, {}},
      {"strike NEAR/3 re", {"strike", "re"}, {"Striking", "re"}},
      {"byline:korvath", {}, {}},
      {"id:1 section:politics -absent", {}, {}},
      {"ferry -zorbl", {"ferries"}, {"ferry", "ferry"}},
      {"*", {}, {}},
      {"ferries strike", {"ferries", "strike"}, {"ferry", "Striking", "ferry"}},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.query);
    const auto hit = first(row.query + " id:1");
    EXPECT_EQ(marked(hit.title, hit.title_marks), row.title);
    Words body;
    for (const auto& snippet : hit.snippets)
      for (auto& word : marked(snippet.text, snippet.marks)) body.push_back(std::move(word));
    EXPECT_EQ(body, row.body);
  }
}

TEST_F(Hits, ASnippetIsThePieceOfTheBodyAtItsOffset) {
  const auto body = article_with_everything().body;
  for (const unsigned bytes : {0U, 1U, 10U, 25U, 60U, 240U}) {
    for (const std::string query : {"ferry", "re-elected", "*", "京都", "title:strike"}) {
      const auto hit = first(query + " id:1", 3, bytes);
      for (const auto& snippet : hit.snippets) {
        EXPECT_EQ(snippet.text, body.substr(snippet.offset, snippet.text.size())) << query << " " << bytes;
        for (const auto& mark : snippet.marks) EXPECT_LE(mark.end, snippet.text.size());
      }
    }
  }
}

TEST_F(Hits, HaveAsManySnippetsAsAskedFor) {
  EXPECT_TRUE(first("ferry", 0).snippets.empty());
  EXPECT_EQ(first("ferry", 1, 20).snippets.size(), 1U);
  EXPECT_EQ(first("ferry", 2, 20).snippets.size(), 2U);
  EXPECT_EQ(first("*", 1).snippets.size(), 1U);
}

TEST_F(Hits, AWordIsMarkedByTheStemsOfTheArticlesLanguage) {
  const auto hit = first("fähre");
  EXPECT_EQ(hit.id, "2");
  ASSERT_EQ(hit.snippets.size(), 1U);
  EXPECT_EQ(marked(hit.snippets[0].text, hit.snippets[0].marks), Words{"Fähren"});
}

}  // namespace
}  // namespace newshound
