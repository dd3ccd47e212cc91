#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/reading/reading_test_support.h"

namespace newshound::reading {
namespace {

ReadAll read_lines(const std::string& lines, ReadOptions options = {}) {
  const TemporaryFolder folder;
  return read_all({folder.write("news.jsonl", lines)}, std::move(options));
}

TEST(JsonLines, EveryKeyFeedsItsField) {
  // id|title|body|outlet|published|byline|section|url|language|entities
  const std::vector<std::pair<std::string, std::string>> table = {
      {R"({"id":"a","title":"Ferry","text":"It sails."})", "a|Ferry|It sails.||||||"},
      {R"({"id":"a","headline":"Ferry","body":"B"})", "a|Ferry|B||||||"},
      {R"({"id":"a","content":"B"})", "a||B||||||"},
      {R"({"id":"a","articleBody":"B"})", "a||B||||||"},
      {R"({"id":7,"title":"T"})", "7|T|||||||"},
      {R"({"id":18446744073709551615,"title":"T"})", "18446744073709551615|T|||||||"},
      {R"({"id":"a","title":"T","outlet":"Harbour Gazette"})", "a|T||Harbour Gazette|||||"},
      {R"({"id":"a","title":"T","source":"Harbour Gazette"})", "a|T||Harbour Gazette|||||"},
      {R"({"id":"a","title":"T","publisher":{"name":"Harbour Gazette","logo":"x.png"}})", "a|T||Harbour Gazette|||||"},
      {R"({"id":"a","title":"T","site":"Harbour Gazette"})", "a|T||Harbour Gazette|||||"},
      {R"({"id":"a","title":"T","date":"2024-05-06"})", "a|T|||2024-05-06||||"},
      {R"({"id":"a","title":"T","published_at":"2024-05-06"})", "a|T|||2024-05-06||||"},
      {R"({"id":"a","title":"T","author":"Mara Velden"})", "a|T||||Mara Velden|||"},
      {R"({"id":"a","title":"T","byline":["Mara Velden","Jon Aster"]})", "a|T||||Mara Velden, Jon Aster|||"},
      {R"({"id":"a","title":"T","section":"Harbour","link":"https://g.example/1","lang":"en"})",
       "a|T|||||Harbour|https://g.example/1|en"},
      {R"({"id":"a","title":"T","entities":["Mara Velden",{"name":"Port Almeda","type":"LOC"},{"name":"X","type":"WORK"}]})",
       "a|T||||||||Mara Velden:-|Port Almeda:2|X:-"},
      {R"({"id":"a","title":"T","persons":["Mara Velden"],"orgs":["Ferry Board"],"places":["Port Almeda"]})",
       "a|T||||||||Mara Velden:0|Ferry Board:1|Port Almeda:2"},
      {R"({"id":"a","title":"T","people":["Mara Velden","Mara Velden",""],"organizations":["Ferry Board",null]})",
       "a|T||||||||Mara Velden:0|Ferry Board:1"},
      // unknown values
      {R"({"id":"a","title":"","headline":"Second","text":null,"body":"B","outlet":"  "})", "a|Second|B||||||"},
      {R"({"id":"a","title":"First","headline":"Second"})", "a|First|||||||"},
      {R"({"id":"a","headline":"Second","title":"First"})", "a|First|||||||"},
      {R"({"id":"a","title":"T","other":{"title":"not this"},"n":[1,2.5e3,true]})", "a|T|||||||"},
      {R"({"id":"a","title":"Caf\u00e9 \ud83d\udea2","text":" verbatim \n"})", "a|Café 🚢| verbatim \n||||||"},
      {R"({"title":"T","url":"https://g.example/1"})", "https://g.example/1|T||||||https://g.example/1|"},
  };
  for (const auto& [line, expected] : table) {
    const auto all = read_lines(line + "\n");
    ASSERT_EQ(all.articles.size(), 1U) << line << (all.order.empty() ? "" : all.order[0]);
    EXPECT_EQ(summary(all.articles[0]), expected) << line;
  }
}

TEST(JsonLines, DayFollowsFromThePublishedTextAndAnOddOneIsKept) {
  const auto all = read_lines(R"({"title":"A","date":"2024-05-06T09:30:00+02:00"})"
                              "\n"
                              R"({"title":"B","date":"some Monday"})");
  ASSERT_EQ(all.articles.size(), 2U);
  EXPECT_EQ(all.articles[0].day, 19849);
  EXPECT_EQ(all.articles[0].published.evidence, "");
  EXPECT_FALSE(all.articles[1].day);
  EXPECT_EQ(all.articles[1].published.value, "some Monday");
  EXPECT_EQ(all.articles[1].published.evidence, "not a date Newshound understands");
}

TEST(JsonLines, BrokenLineIsRejectedWithLineOffsetAndReason) {
  struct Row {
    std::string line;
    std::size_t offset;  // within the line
    std::string id;
    std::string reason;
  };
  const std::vector<Row> table = {
      {R"({"id":"x","title":"T")", 21, "", "not valid JSON"},
      {R"({"title":"T)", 0, "", "not valid JSON: a string is not closed"},
      {R"({"title":"T","n":tru})", 17, "", "not valid JSON: a word that is not true, false or null"},
      {R"({"title":"T" "n":1})", 13, "", "not valid JSON"},
      {R"(["title"])", 0, "", "not a JSON object but an array"},
      {R"("title")", 0, "", "not a JSON object but a string"},
      {"{\"title\":\"a\xff\"}", 11, "", "not UTF-8"},
      {"{\"title\":\"\xe4\xb8\"}", 10, "", "not UTF-8"},
      {R"({"id":"x","title":5})", 0, "p-x", "\"title\" is a number, not a string"},
      {R"({"id":"x","title":"T","entities":"A"})", 0, "p-x", "\"entities\" is a string, not an array"},
      {R"({"id":"x","title":"T","orgs":[5]})", 0, "p-x", "\"orgs\" is a number, not a string"},
      {R"({"id":"x","title":"T","publisher":{"name":[]}})", 0, "p-x", "\"publisher.name\" is an array, not a string"},
      {R"({"id":["x"],"title":"T"})", 0, "", "\"id\" is an array, not a string"},
      {R"({"id":"x","outlet":"Harbour Gazette"})", 0, "p-x", "no title and no body"},
      {R"({"outlet":"Harbour Gazette"})", 0, "", "no title and no body"},
      {R"({"id":"x\ny","title":"T"})", 0, "", "an id with a control character"},
      {R"({"title":"T","id":")" + std::string(4095, 'i') + "\"}", 0, "", "an id of more than 4096 bytes"},
  };
  const std::string good = R"({"id":"good","title":"T"})";
  ReadOptions options;
  options.id_prefix = "p-";
  for (const auto& row : table) {
    const auto all = read_lines(good + "\n\n" + row.line + "\n" + good, options);
    ASSERT_EQ(all.rejections.size(), 1U) << row.line;
    EXPECT_EQ(all.order, (std::vector<std::string>{"p-good", "!" + row.reason, "p-good"})) << row.line;
    EXPECT_EQ(all.rejections[0].line, 3U) << row.line;
    EXPECT_EQ(all.rejections[0].offset, good.size() + 2 + row.offset) << row.line;
    EXPECT_EQ(all.rejections[0].id, row.id) << row.line;
    EXPECT_EQ(all.articles[1].line, 4U) << row.line;
  }
}

TEST(JsonLines, MapReadsAFieldFromAKeyOfOnesOwn) {
  const std::string line =
      R"({"name":"N","title":"T","text":"B","capitalised_phrases":["Mara Velden"],"when":"2024-05-06"})";
  const auto mapped = [&](std::vector<std::pair<std::string, std::string>> map) {
    ReadOptions options;
    options.map = std::move(map);
    const auto all = read_lines(R"({"id":"a",)" + line.substr(1), options);
    return all.articles.empty() ? all.order.at(0) : summary(all.articles[0]);
  };
  EXPECT_EQ(mapped({}), "a|T|B||||||");
  EXPECT_EQ(mapped({{"title", "name"}}), "a|N|B||||||");
  EXPECT_EQ(mapped({{"entities", "capitalised_phrases"}}), "a|T|B|||||||Mara Velden:-");
  EXPECT_EQ(mapped({{"people", "capitalised_phrases"}}), "a|T|B|||||||Mara Velden:0");
  EXPECT_EQ(mapped({{"date", "when"}, {"section", "name"}}), "a|T|B||2024-05-06||N||");
  EXPECT_EQ(mapped({{"title", "missing"}, {"title", "name"}}), "a|N|B||||||");  // in order of preference
  EXPECT_EQ(mapped({{"outlet", "title"}}), "a||B|T|||||");                      // a mapped key feeds nothing else
}

TEST(JsonLines, UnknownNameInTheMapIsAUsageErrorThatNamesTheNearest) {
  ReadOptions options;
  options.map = {{"titel", "x"}};
  const auto reader = Reader::open({"-"}, options);
  ASSERT_FALSE(reader);
  EXPECT_EQ(reader.error().code, Errc::usage);
  EXPECT_NE(reader.error().message.find("titel"), std::string::npos);
  EXPECT_NE(reader.error().hint.find("did you mean \"title\"?"), std::string::npos);
  EXPECT_NE(reader.error().hint.find("entities, people, orgs, places"), std::string::npos);
}

TEST(JsonLines, LineEndsBlankLinesAndByteOrderMarkAreTolerated) {
  const auto all =
      read_lines("\xef\xbb\xbf{\"id\":\"1\",\"title\":\"A\"}\r\n\r\n  \n{\"id\":\"2\",\"title\":\"B\"}\r\n");
  EXPECT_EQ(all.order, (std::vector<std::string>{"1", "2"}));
  EXPECT_EQ(all.articles[1].line, 4U);
}

TEST(JsonLines, LongLineIsRejectedAndTheRestGoesOn) {
  ReadOptions options;
  options.max_document = 100;
  const std::string good = R"({"id":"g","title":"T"})";
  const std::string just = R"({"id":"j","title":")" + std::string(100 - 21, 'x') + "\"}";
  ASSERT_EQ(just.size(), 100U);
  // The long one is longer than any buffer; the last has no line feed.
  const auto all =
      read_lines(good + "\n" + std::string(3 << 20, 'x') + "\n" + just + "\n" + good + "\n" + just + " ", options);
  EXPECT_EQ(all.order, (std::vector<std::string>{"g", "!longer than 100 bytes", "j", "g", "!longer than 100 bytes"}));
  EXPECT_EQ(all.rejections[0].line, 2U);
  EXPECT_EQ(all.rejections[0].offset, good.size() + 1);
  EXPECT_EQ(all.rejections[1].line, 5U);
}

TEST(JsonLines, ArticleWithoutIdOrUrlIsNamedByItsText) {
  const auto all = read_lines(R"({"title":"A","text":"B"})"
                              "\n"
                              R"({"text":"B","title":"A","outlet":"Harbour Gazette"})"
                              "\n"
                              R"({"title":"AB"})");
  ASSERT_EQ(all.articles.size(), 3U);
  EXPECT_EQ(all.articles[0].id.size(), 32U);
  EXPECT_EQ(all.articles[0].id, all.articles[1].id);
  EXPECT_NE(all.articles[0].id, all.articles[2].id);
}

// Oracle: what was put into each line. Good lines all come out, bad ones are all rejections of their line.
TEST(JsonLines, AnyMixOfGoodAndBrokenLinesIsToldApart) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int round = 0; round < 20; ++round) {
    std::string file;
    std::vector<std::pair<bool, std::size_t>> expected;  // good, line
    const std::size_t lines = 1 + random() % 3000;
    for (std::size_t line = 1; line <= lines; ++line) {
      std::string json = R"({"id":")" + std::to_string(line) + R"(","title":"T \"q\" é","text":")" +
                         std::string(random() % 300, 'x') + "\"}";
      const auto kind = random() % 10;
      if (kind == 0) json.resize(1 + random() % (json.size() - 1));   // cut short
      if (kind == 1) json.insert(random() % json.size(), 1, '\xff');  // not UTF-8
      if (kind == 2) json.clear();                                    // blank
      if (kind == 3) json += "}";                                     // more than one value
      if (kind != 2) expected.emplace_back(kind > 3, line);
      file += json + "\n";
    }
    const TemporaryFolder folder;
    auto reader = Reader::open({folder.write("news.jsonl", compress(file, Compression(round % 3)))},
                               {.format = InputFormat::jsonl});
    ASSERT_TRUE(reader);
    for (const auto& [good, line] : expected) {
      const auto item = reader->next();
      ASSERT_TRUE(item);
      const auto* article = std::get_if<Article>(&*item);
      ASSERT_EQ(article != nullptr, good) << line;
      if (article) {
        EXPECT_EQ(article->id, std::to_string(line));
        EXPECT_EQ(article->line, line);
      } else {
        EXPECT_EQ(std::get<Rejection>(*item).line, line);
      }
    }
    EXPECT_FALSE(reader->next());
  }
}

}  // namespace
}  // namespace newshound::reading
