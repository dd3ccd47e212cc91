// The reader on real news, which is no part of the project; registered only where the folder stands beside it.
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "indexer/understanding/understand.h"
#include "tests/reading/reading_test_support.h"

namespace newshound::reading {
namespace {

const std::string kData = NEWSHOUND_SHARED_DATA;

TEST(SharedData, SeedsGiveTwoArticlesAndOnlyTheStatedOutlet) {
  auto reader = Reader::open({kData + "/seeds"}, {.format = InputFormat::text});
  ASSERT_TRUE(reader);
  std::vector<Article> articles;
  while (auto item = reader->next()) {
    auto& article = std::get<Article>(*item);
    if (article.source.ends_with(".txt")) articles.push_back(std::move(article));
  }
  ASSERT_EQ(articles.size(), 2U);
  EXPECT_EQ(articles[0].id, "000_184f19b63aef88ac");
  EXPECT_EQ(articles[0].title, "U.S. Sanctions North Korea In Retaliation For Sony Hack");
  EXPECT_FALSE(articles[0].outlet.known());
  EXPECT_FALSE(articles[0].published.known());
  EXPECT_EQ(articles[1].outlet.value, "Rolling Stone");
  EXPECT_EQ(articles[1].outlet.standing, Standing::stated);
  EXPECT_EQ(articles[1].outlet.evidence, "page title suffix, line 1");
  EXPECT_FALSE(articles[1].published.known());
  for (auto& article : articles) {
    understanding::understand(article);
    EXPECT_EQ(article.language.value, "en");
    EXPECT_EQ(article.language.standing, Standing::derived);
  }
}

TEST(SharedData, ReutersGivesEveryRecord) {
  auto reader = Reader::open({kData + "/news/reuters21578"});
  ASSERT_TRUE(reader);
  std::size_t with_body = 0;
  std::size_t title_only = 0;
  std::size_t read = 0;
  std::size_t dated = 0;
  std::vector<Rejection> rejections;
  while (auto item = reader->next()) {
    if (auto* rejection = std::get_if<Rejection>(&*item)) {
      rejections.push_back(*rejection);
      continue;
    }
    const auto& article = std::get<Article>(*item);
    if (article.source.ends_with("README.txt")) continue;
    ++read;
    dated += article.day.has_value();
    (article.body.empty() ? title_only : with_body) += 1;
    ASSERT_EQ(article.body.find('\x03'), std::string::npos);
  }
  EXPECT_EQ(read, 21577U);
  EXPECT_EQ(dated, 21576U);  // one has the hour 605
  ASSERT_EQ(rejections.size(), 1U);
  EXPECT_EQ(rejections[0].id, "reuters-12793");
  EXPECT_EQ(rejections[0].reason, "no title and no body");
  RecordProperty("with_body_or_other_text", static_cast<int>(with_body));
  RecordProperty("title_only", static_cast<int>(title_only));
}

TEST(SharedData, JsonLinesOfManyOutletsAreReadWhole) {
  const auto begin = std::chrono::steady_clock::now();
  auto reader =
      Reader::open({kData + "/news/multi-outlet-2012-2018.jsonl.gz"}, {.map = {{"entities", "capitalised_phrases"}}});
  ASSERT_TRUE(reader);
  std::size_t articles = 0;
  std::size_t dated = 0;
  std::size_t entities = 0;
  std::size_t text_bytes = 0;
  while (auto item = reader->next()) {
    ASSERT_TRUE(std::holds_alternative<Article>(*item)) << std::get<Rejection>(*item).reason;
    const auto& article = std::get<Article>(*item);
    ++articles;
    dated += article.day.has_value();
    entities += article.entities.size();
    text_bytes += article.body.size();
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  EXPECT_EQ(articles, 20000U);
  EXPECT_GT(dated, 15000U);
  EXPECT_GT(entities, 20000U);
  RecordProperty("text_megabytes_per_second", std::to_string(static_cast<double>(text_bytes) / 1e6 / seconds.count()));
}

struct Found {
  std::size_t articles = 0;
  std::size_t titled = 0;
  std::size_t with_outlet = 0;
  std::size_t dated = 0;
  std::size_t with_url = 0;
  std::size_t rejected = 0;
};

Found look_through(const std::string& source) {
  Found found;
  auto reader = Reader::open({source});
  while (auto item = reader->next()) {
    const auto* article = std::get_if<Article>(&*item);
    if (!article) {
      ++found.rejected;
      continue;
    }
    ++found.articles;
    found.titled += !article->title.empty();
    found.with_outlet += article->outlet.known();
    found.dated += article->day.has_value();
    found.with_url += article->url.known();
  }
  return found;
}

TEST(SharedData, FeedsGiveTitleOutletDateAndUrlOfEveryEntry) {
  for (const auto& [name, entries] :
       std::vector<std::pair<std::string, std::size_t>>{{"feed.json", 22U}, {"feed1.atom", 2U}, {"feed2.rss", 1U}}) {
    const auto found = look_through(kData + "/feeds/" + name);
    EXPECT_GE(found.articles, entries) << name;
    EXPECT_EQ(found.titled, found.articles) << name;
    EXPECT_EQ(found.with_outlet, found.articles) << name;
    EXPECT_EQ(found.dated, found.articles) << name;
    EXPECT_EQ(found.with_url, found.articles) << name;
  }
}

// Many of the examples have no outlet, some no date: what they have is found.
TEST(SharedData, ExamplesOfTheIptcGiveWhatTheyHave) {
  const auto newsml = look_through(kData + "/extract/iptc/ninjs/examples/NewsML");
  EXPECT_EQ(newsml.articles, 4U);
  EXPECT_EQ(newsml.with_outlet, 4U);
  EXPECT_EQ(newsml.dated, 4U);
  const auto ninjs = look_through(kData + "/extract/iptc/ninjs/examples/2.1");
  EXPECT_EQ(ninjs.articles, ninjs.titled);
  EXPECT_GE(ninjs.dated, 12U);
  EXPECT_GE(ninjs.with_url, 10U);
  EXPECT_GE(ninjs.with_outlet, 6U);
  const auto g2 = look_through(kData + "/extract/iptc/examples");
  EXPECT_GE(g2.articles, 12U);
  EXPECT_GE(g2.with_outlet, 9U);
  EXPECT_GE(g2.dated, 11U);
}

}  // namespace
}  // namespace newshound::reading
