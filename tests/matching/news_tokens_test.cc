// What is typed finds itself: every row of tests/golden/news_tokens.tsv in an article of its own, searched for as typed
// and as plain words, and marked as the row says.
#include "tests/matching/test_archive.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

namespace newshound {
namespace {

struct Row {
  std::string typed;
  std::string marked;
};

std::vector<Row> read_rows() {
  std::vector<Row> rows;
  std::ifstream file(NEWSHOUND_SOURCE_DIR "/tests/golden/news_tokens.tsv");
  for (std::string line; std::getline(file, line);)
    if (const auto tab = line.find('\t'); tab != std::string::npos)
      rows.push_back({line.substr(0, tab), line.substr(tab + 1)});
  return rows;
}

std::string marked(const Snippet& snippet) {
  std::string text;
  for (const auto& mark : snippet.marks)
    text.append(text.empty() ? "" : " | ").append(snippet.text, mark.begin, mark.end - mark.begin);
  return text;
}

TEST(NewsTokens, FindThemselvesAndAreMarked) {
  const auto rows = read_rows();
  ASSERT_GE(rows.size(), 200U);
  const TestArchive archive;
  std::vector<Article> articles;
  for (std::size_t i = 0; i < rows.size(); ++i)
    articles.push_back(small_article(std::to_string(i), "Before " + rows[i].typed + " after."));
  archive.commit(articles);
  auto searcher = archive.searcher();
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (const bool literal : {false, true}) {
      const auto& [typed, expected] = rows[i];
      const auto found = searcher.search({.query = typed, .literal = literal, .limit = 300});
      ASSERT_TRUE(found) << typed << ": " << found.error().message;
      const auto hit = std::find_if(found->hits.begin(), found->hits.end(),
                                    [&](const Hit& one) { return one.id == std::to_string(i); });
      ASSERT_NE(hit, found->hits.end()) << typed;
      ASSERT_EQ(hit->snippets.size(), 1U) << typed;
      EXPECT_EQ(marked(hit->snippets[0]), expected) << typed << (literal ? " (literal)" : "");
      EXPECT_LE(found->total, rows.size() / 10) << typed << " finds too much";
    }
}

}  // namespace
}  // namespace newshound
