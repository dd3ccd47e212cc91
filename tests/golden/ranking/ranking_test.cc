// Relevance as a file that is reviewed: the best five of samples/articles for queries a reader might ask. top5.txt has
// a query at the start of a line and below it the ids it finds, indented, the best first. A change of ranking shows as
// a change of that file; with NEWSHOUND_UPDATE_GOLDEN set this test writes it anew, for the same queries.
#include "indexer/format/guard.h"
#include "tests/matching/test_archive.h"

#include <newshound/reader.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace newshound {
namespace {

const std::string kGolden = std::string(NEWSHOUND_SOURCE_DIR) + "/tests/golden/ranking/top5.txt";
const std::string kArticles = std::string(NEWSHOUND_SOURCE_DIR) + "/samples/articles";

struct Ranking {
  std::string query;
  std::vector<std::string> ids;
};

std::vector<Ranking> read_golden(std::string& heading) {
  std::vector<Ranking> rankings;
  std::ifstream file(kGolden);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("#"))
      heading += line + "\n";
    else if (line.starts_with("  ") && !rankings.empty())
      rankings.back().ids.push_back(line.substr(2));
    else if (!line.empty())
      rankings.push_back({line, {}});
  }
  return rankings;
}

void write_golden(const std::string& heading, const std::vector<Ranking>& rankings) {
  std::ofstream file(kGolden);
  file << heading;
  for (const auto& [query, found] : rankings) {
    file << query << '\n';
    for (const auto& id : found) file << "  " << id << '\n';
  }
}

std::vector<Article> sample_articles() {
  std::vector<std::string> sources;
  for (const auto& entry : std::filesystem::directory_iterator(kArticles)) sources.push_back(entry.path());
  std::sort(sources.begin(), sources.end());
  auto reader = format::value_or_throw(Reader::open(sources));
  std::vector<Article> articles;
  while (auto item = reader.next())
    if (auto* article = std::get_if<Article>(&*item)) articles.push_back(std::move(*article));
  return articles;
}

std::string side_by_side(const std::vector<std::string>& expected, const std::vector<std::string>& found) {
  std::string text = "expected            found\n";
  for (std::size_t i = 0; i < std::max(expected.size(), found.size()); ++i) {
    std::string left = i < expected.size() ? expected[i] : "";
    left.resize(std::max<std::size_t>(left.size(), 20), ' ');
    text += left + (i < found.size() ? found[i] : "") + "\n";
  }
  return text;
}

TEST(Ranking, OfTheSampleArticlesIsTheOneReviewed) {
  const TestArchive archive;
  const auto articles = sample_articles();
  ASSERT_GT(articles.size(), 50U);
  archive.commit(articles);
  auto searcher = archive.searcher();

  std::string heading;
  auto rankings = read_golden(heading);
  ASSERT_GE(rankings.size(), 20U) << "there is no golden file at " << kGolden;
  const bool update = std::getenv("NEWSHOUND_UPDATE_GOLDEN") != nullptr;
  for (auto& ranking : rankings) {
    const auto found = searcher.search({.query = ranking.query, .limit = 5, .snippets = 0});
    ASSERT_TRUE(found) << ranking.query << ": " << found.error().message;
    if (update)
      ranking.ids = ids(found->hits);
    else
      EXPECT_EQ(ids(found->hits), ranking.ids) << ranking.query << '\n' << side_by_side(ranking.ids, ids(found->hits));
  }
  if (update) write_golden(heading, rankings);
}

}  // namespace
}  // namespace newshound
