// The reader on real news, which is no part of the project; registered only where the folder stands beside it.
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "indexer/format/dates.h"
#include "indexer/understanding/understand.h"
#include "tests/reading/reading_test_support.h"

namespace newshound::reading {
namespace {

const std::string kData = NEWSHOUND_SHARED_DATA;

using Json = nlohmann::json;

// The value of a member that may be null or absent.
std::string text_of(const Json& gold, const char* key) {
  return gold.contains(key) && gold[key].is_string() ? gold[key].get<std::string>() : std::string();
}

std::size_t paragraphs_of(const std::string& body) {
  std::size_t count = body.empty() ? 0 : 1;
  for (auto at = body.find("\n\n"); at != std::string::npos; at = body.find("\n\n", at + 2)) ++count;
  return count;
}

// gold.json shortens long lines by " ... ".
bool is_line(const std::string& gold, const std::string& text) {
  const auto cut = gold.find(" ... ");
  return cut == std::string::npos ? gold == text
                                  : text.starts_with(gold.substr(0, cut)) && text.ends_with(gold.substr(cut + 5));
}

void expect_gold(const Article& article, const Json& gold) {
  SCOPED_TRACE(article.id);
  EXPECT_EQ(article.title, gold["title"]);
  EXPECT_EQ(article.subtitle.value, text_of(gold, "subtitle"));
  EXPECT_EQ(article.outlet.value, text_of(gold, "outlet"));
  EXPECT_EQ(article.section.value, text_of(gold, "section"));
  EXPECT_EQ(article.byline.value, text_of(gold, "byline"));
  EXPECT_EQ(article.published.value, text_of(gold, "date_published"));
  EXPECT_EQ(article.language.value, gold.value("language", "en"));
  const auto bounds = gold.value("date_bounds_alone", Json());
  EXPECT_EQ(article.bounds.earliest ? format::to_string(*article.bounds.earliest) : "",
            bounds.is_array() && bounds[0].is_string() ? bounds[0].get<std::string>() : "");
  EXPECT_FALSE(article.bounds.latest);
  EXPECT_TRUE(article.body.starts_with(gold["body_first"].get<std::string>()));
  EXPECT_TRUE(article.body.ends_with(gold["body_last"].get<std::string>()));
  EXPECT_EQ(paragraphs_of(article.body), gold["paragraphs"]);
  ASSERT_EQ(article.dropped.size(), gold["drop_lines"].size());
  for (std::size_t i = 0; i < article.dropped.size(); ++i)
    EXPECT_TRUE(is_line(gold["drop_lines"][i], article.dropped[i].text)) << article.dropped[i].text;
}

TEST(SharedData, SeedsComeOutAsTheGoldSays) {
  const auto gold = Json::parse(std::ifstream(kData + "/seeds/gold.json"))["docs"];
  ASSERT_EQ(gold.size(), 2U);
  for (const auto& doc : gold) {
    auto reader = Reader::open({kData + "/seeds/" + doc["id"].get<std::string>() + ".txt"}, {});
    ASSERT_TRUE(reader);
    auto item = reader->next();
    ASSERT_TRUE(item);
    auto& article = std::get<Article>(*item);
    understanding::understand(article);
    expect_gold(article, doc);
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
