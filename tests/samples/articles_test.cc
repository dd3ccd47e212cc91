// The sample articles keep what their README and the help texts promise: counts, unique ids, and an article for each
// example query of the schema table.
#include <gtest/gtest.h>
#include <newshound/newshound.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace newshound {
namespace {

namespace fs = std::filesystem;

const std::string kArticles = std::string(NEWSHOUND_SOURCE_DIR) + "/samples/articles";

struct ReadAll {
  std::vector<Article> articles;
  std::vector<Rejection> rejected;
};

ReadAll read_samples(const std::vector<std::string>& sources) {
  ReadAll all;
  auto reader = Reader::open(sources);
  if (!reader) {
    ADD_FAILURE() << reader.error().message;
    return all;
  }
  while (auto item = reader->next()) {
    if (auto* article = std::get_if<Article>(&*item)) all.articles.push_back(std::move(*article));
    if (auto* rejection = std::get_if<Rejection>(&*item)) all.rejected.push_back(std::move(*rejection));
  }
  return all;
}

std::vector<std::string> json_files() {
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(kArticles))
    if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

TEST(SampleArticles, EachOutletHasTheCountThatTheReadmeSays) {
  std::map<std::string, int> counts;
  for (const auto& article : read_samples(json_files()).articles)
    ++counts[fs::path(article.source).filename().string()];
  EXPECT_EQ(counts, (std::map<std::string, int>{{"gazette.jsonl", 12},
                                                {"courier.jsonl", 10},
                                                {"meridian.jsonl", 9},
                                                {"ledger.jsonl", 8},
                                                {"abendbote.jsonl", 8},
                                                {"diario.jsonl", 8}}));
  EXPECT_EQ(read_samples({kArticles + "/scraped"}).articles.size(), 8U);
}

TEST(SampleArticles, NoneIsRejectedAndNoIdIsGivenTwice) {
  const auto all = read_samples({kArticles});
  for (const auto& rejection : all.rejected) ADD_FAILURE() << rejection.source << ": " << rejection.reason;
  std::set<std::string> ids;
  for (const auto& article : all.articles) EXPECT_TRUE(ids.insert(article.id).second) << article.id;
  EXPECT_EQ(ids.size(), 63U);
}

TEST(SampleArticles, SomeAreIncompleteOnPurpose) {
  const auto articles = read_samples(json_files()).articles;
  const auto count = [&](auto lacks) { return std::count_if(articles.begin(), articles.end(), lacks); };
  EXPECT_EQ(count([](const Article& article) { return !article.published.known(); }), 6);
  EXPECT_EQ(count([](const Article& article) { return article.published.known() && !article.day; }), 0);
  EXPECT_EQ(count([](const Article& article) { return !article.outlet.known(); }), 2);
  EXPECT_EQ(count([](const Article& article) { return article.entities.empty(); }), 3);
}

TEST(SampleArticles, EveryHostIsReservedForExamples) {
  for (const auto& article : read_samples(json_files()).articles) {
    const std::string_view url = article.url.value;
    ASSERT_TRUE(url.starts_with("https://")) << article.id;
    const auto host = url.substr(8, url.find('/', 8) - 8);
    EXPECT_TRUE(host.ends_with(".example")) << article.id;
  }
}

class SampleArchive : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    fs::remove_all(path());
    auto indexer = Indexer::open(path());
    ASSERT_TRUE(indexer) << indexer.error().message;
    for (auto& article : read_samples({kArticles}).articles)
      if (auto put = indexer->put(std::move(article)); !put) ADD_FAILURE() << put.error().message;
    const auto report = indexer->commit();
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->articles, 63U);
  }
  static void TearDownTestSuite() { fs::remove_all(path()); }

  // Cases may run at the same time, each in a process of its own.
  static std::string path() { return testing::TempDir() + "newshound-samples-" + std::to_string(::getpid()); }
};

TEST_F(SampleArchive, EveryExampleOfTheHelpTextsFindsAnArticle) {
  auto searcher = Searcher::open(path());
  ASSERT_TRUE(searcher) << searcher.error().message;
  const auto fields = query_fields();
  ASSERT_TRUE(fields);
  for (const auto& field : *fields) {
    const auto found = searcher->search({.query = field.example});
    ASSERT_TRUE(found) << field.example << ": " << found.error().message;
    EXPECT_GE(found->total, 1U) << field.example;
  }
}

TEST_F(SampleArchive, OneStoryToldByManyIsFoundAcrossOutlets) {
  auto searcher = Searcher::open(path());
  ASSERT_TRUE(searcher) << searcher.error().message;
  const auto found = searcher->search({.query = "title:petrel \"badly packed rucksack\"", .facets = {{"outlet", 10}}});
  ASSERT_TRUE(found) << found.error().message;
  EXPECT_EQ(found->facets[0].buckets,
            (std::vector<FacetBucket>{
                {"Harbour Gazette", 1}, {"Meridian Wire", 1}, {"Northern Ledger", 1}, {"The Lissen Courier", 1}}));
}

}  // namespace
}  // namespace newshound
