#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "indexer/reading/json_extent.h"
#include "tests/reading/reading_test_support.h"

namespace newshound::reading {
namespace {

Order order_of(const std::string& text, ReadOptions options = {}) {
  const TemporaryFolder folder;
  return read_all({folder.write("a.json", text)}, std::move(options)).order;
}

TEST(JsonDocument, EveryShapeGivesTheSameArticles) {
  const std::string a = R"({"id":"a","title":"Ferry [late] {today}"})";
  const std::string b = "{\n \"id\" : \"b\",\n \"title\" : \"Tram \\\" \\\\\"\n}";
  const std::vector<std::string> shapes = {
      "[" + a + "," + b + "]",
      "\xef\xbb\xbf [ " + a + " ,\n" + b + " ]\n",
      R"({"status":"ok","count":2,"articles":[)" + a + ",\n" + b + "]}",
      R"({"data": [ )" + a + "," + b + R"( ], "more": [1, {"x": "]}"}]})",
      R"({"meta":{"items":3},"items":[)" + a + R"(],"results":[)" + b + "]}",
      b + "\n" + a,
      b + a,
      "[" + a + "]\n[" + b + "]",
  };
  for (const auto& shape : shapes) {
    auto order = order_of(shape);
    std::sort(order.begin(), order.end());
    EXPECT_EQ(order, (Order{"a", "b"})) << shape;
  }
}

TEST(JsonDocument, ListsOfOtherThingsAreNoLists) {
  EXPECT_EQ(order_of(R"({"id":"a","title":"T","entities":[{"name":"Mara Velden"}]})"), (Order{"a"}));
  EXPECT_EQ(order_of(R"({"id":"a","title":"T","items":["x"]})"), (Order{"a"}));
  EXPECT_EQ(order_of(R"({"id":"a","title":"T","x":{"items":[{}]}})"), (Order{"a"}));
  EXPECT_EQ(order_of("[]"), (Order{}));
  EXPECT_EQ(order_of("{\"items\":\n[]}"), (Order{"!no title and no body"}));
}

TEST(JsonDocument, LineAndOffsetAreThoseOfTheArticle) {
  const TemporaryFolder folder;
  const auto all = read_all({folder.write("a", "[\n{\"title\":\"A\"},\n{\"title\":7},\n{\"title\":\"C\"}]")});
  ASSERT_EQ(all.articles.size(), 2U);
  EXPECT_EQ(all.articles[1].line, 4U);
  ASSERT_EQ(all.rejections.size(), 1U);
  EXPECT_EQ(all.rejections[0].line, 3U);
  EXPECT_EQ(all.rejections[0].offset, 17U);
}

TEST(JsonDocument, BrokenArticleCostsNoOther) {
  const std::string a = R"({"id":"a","title":"A"})";
  const std::string b = R"({"id":"b","title":"B"})";
  const std::vector<std::pair<std::string, std::string>> table = {
      {"{\"id\":\"x\",\"title\":\"X\n}", "!not valid JSON: a string is not closed"},
      {R"({"id":"x","title":["X"})", "!not valid JSON"},
      {R"({"id":"x","title":"X"]})", "!not valid JSON: a bracket that closes nothing"},
      {"{\"id\":\"x\",\"title\":\"caf\xe9\"}", "!not UTF-8"},
      {"{\"id\":\"x\",\"title\":\"a\tb\"}", "!not valid JSON: a control character in a string"},
      {"17", "!not a JSON object but a number"},
      {"\"x\"", "!not a JSON object but a string"},
      {"nil", "!not valid JSON: a word that is not true, false or null"},
      {"[1]", "!not a JSON object but an array"},
      {"{}", "!no title and no body"},
      {std::string(5000, '[') + std::string(5000, ']'), "!not readable JSON: nested too deeply"},
  };
  for (const auto& [broken, reason] : table) {
    const auto order = order_of("[" + a + ",\n" + broken + ",\n" + b + "]");
    ASSERT_GE(order.size(), 3U) << broken;
    EXPECT_EQ(order.front(), "a");
    EXPECT_NE(std::find(order.begin(), order.end(), reason), order.end()) << broken << " " << order[1];
    EXPECT_NE(std::find(order.begin(), order.end(), "b"), order.end()) << broken;
  }
}

TEST(JsonDocument, WhatIsNotClosedIsSaidAtTheEnd) {
  const std::string a = R"({"id":"a","title":"A"})";
  const std::string unclosed = "!the JSON ends too early: a bracket is not closed";
  EXPECT_EQ(order_of("[" + a), (Order{"a", unclosed}));
  EXPECT_EQ(order_of("{\"items\":[" + a + "]"), (Order{"a", unclosed}));
  EXPECT_EQ(order_of("[" + a + ",{\"id\":"), (Order{"a", "!not valid JSON", unclosed}));
}

TEST(JsonDocument, LongArticleIsRejectedAndTheNextIsRead) {
  ReadOptions options;
  options.max_document = 1000;
  options.format = InputFormat::json;
  const std::string a = R"({"id":"a","title":"A"})";
  const std::string wide = "{\"id\":\"x\",\"title\":\"" + std::string(2 << 20, 'x') + "\"}";
  const std::string deep = std::string(2 << 20, '[') + std::string(2 << 20, ']');
  for (const auto& bad : {wide, deep})
    EXPECT_EQ(order_of("[" + bad + "," + a + "]", options), (Order{"!longer than 1000 bytes", "a"}));
  // Beside the list and behind it, it is no article and no fault.
  EXPECT_EQ(order_of("{\"items\":[" + a + "],\"x\":" + wide + "}", options), (Order{"a"}));
}

TEST(JsonDocument, JsonLinesStayJsonLines) {
  // A line that is cut costs its own line only.
  EXPECT_EQ(order_of("{\"id\":\"x\",\"title\":\"cut\n{\"id\":\"a\",\"title\":\"A\"}\n"),
            (Order{"!not valid JSON: a string is not closed", "a"}));
  EXPECT_EQ(order_of("{\"id\":\"x\",\n{\"id\":\"a\",\"title\":\"A\"}\n").back(), "a");
}

TEST(JsonDocument, ByNameWhateverItLooksLike) {
  const std::string lines = "{\"id\":\"a\",\"title\":\"A\"}\n{\"id\":\"b\",\"title\":\"B\"}\n";
  EXPECT_EQ(order_of(lines, {.format = InputFormat::json}), (Order{"a", "b"}));
  EXPECT_EQ(order_of("Ferry", {.format = InputFormat::json}), (Order{"!not valid JSON"}));
}

TEST(JsonDocument, FeedNamesOutletAndAuthorForItsItems) {
  const TemporaryFolder folder;
  const auto all = read_all({folder.write("feed.json", R"({"version":"https://jsonfeed.org/version/1.1",
    "title":"Harbour Gazette","home_page_url":"https://gazette.example/","authors":[{"name":"The Desk"}],
    "language":"en","items":[
      {"id":"1","url":"https://gazette.example/1","title":"Ferry",
       "content_html":"<p>It sails&nbsp;on <b>Monday</b>.</p><p>AT&amp;T pays.<br>Twice.</p><script>x()</script>",
       "date_published":"2024-05-06T09:30:00+02:00","date_modified":"2024-05-07T09:30:00+02:00",
       "authors":[{"name":"Mara Velden"},{"name":"Piet Arrondel"}]},
      {"id":"2","content_text":"A < B","summary":"unused","date_published":"2024-05-06"},
      {"id":"3","title":"Tram","summary":"It is late.","outlet":"Northern Ledger"}]})")});
  ASSERT_EQ(all.articles.size(), 3U);
  EXPECT_EQ(summary(all.articles[0]),
            "1|Ferry|It sails\xc2\xa0on Monday.\n\nAT&T pays.\nTwice.|Harbour Gazette(title of the feed)|"
            "2024-05-06T09:30:00+02:00|Mara Velden, Piet Arrondel||https://gazette.example/1|en");
  EXPECT_EQ(all.articles[0].outlet.standing, Standing::stated);
  EXPECT_EQ(summary(all.articles[1]), "2||A < B|Harbour Gazette(title of the feed)|2024-05-06|The Desk|||en");
  EXPECT_EQ(summary(all.articles[2]), "3|Tram|It is late.|Northern Ledger||The Desk|||en");
}

TEST(Ninjs, EachVersionGivesItsParts) {
  const TemporaryFolder folder;
  const auto old = read_all({folder.write("a", R"({"uri":"https://wire.example/1","type":"text",
    "versioncreated":"2024-05-06T10:00:00Z","firstcreated":"2024-05-06T09:00:00Z","byline":"Mara Velden",
    "headline":"Ferry sails","body_text":"One. Two.","body_xhtml":"<p>One.</p><p>Two.</p>","language":"en-GB",
    "person":[{"name":"Mara Velden","rel":"about"}],"organisation":[{"name":"Ferry Board"}],
    "place":[{"name":"Port-Almeda"}],"subject":[{"name":"transport"}]})")});
  ASSERT_EQ(old.articles.size(), 1U);
  EXPECT_EQ(summary(old.articles[0]),
            "https://wire.example/1|Ferry sails|One.\n\nTwo.||2024-05-06T09:00:00Z|Mara Velden||"
            "https://wire.example/1|en-GB|Mara Velden:0|Ferry Board:1|Port-Almeda:2");
  const auto recent = read_all({folder.write("b", R"({"uri":"urn:example:2","title":"slug","versionCreated":
    "2024-05-06T10:00:00Z","by":"Piet Arrondel","copyrightHolder":"Meridian Wire",
    "headlines":[{"role":"short","value":"Ferry"},{"role":"main","value":"Ferry &amp; tram"}],
    "bodies":[{"role":"html","contentType":"text/html","value":"<p>One</p>"},
              {"contentType":"text/plain","value":"Plain\nOne"}],
    "people":[{"name":"Mara Velden"}],"places":[{"name":"Lissen"}]})")});
  ASSERT_EQ(recent.articles.size(), 1U);
  EXPECT_EQ(
      summary(recent.articles[0]),
      "urn:example:2|Ferry & tram|Plain\nOne|Meridian Wire(copyright holder)|2024-05-06T10:00:00Z|Piet Arrondel|||"
      "|Mara Velden:0|Lissen:2");
}

TEST(Ninjs, ObjectWithAUriAloneIsNone) {
  EXPECT_EQ(order_of(R"({"uri":"urn:x","title":"T","id":"a"})"), (Order{"a"}));
  EXPECT_NE(order_of(R"({"uri":"urn:x","title":"T"})"), (Order{"urn:x"}));
}

TEST(JsonExtent, EndsWhereTheValueEnds) {
  const std::vector<std::pair<std::string, std::size_t>> table = {
      {R"({"a":"}"} x)", 9}, {R"("a\"b",)", 6}, {"[[1],[2]]]", 9}, {"12,", 2}, {"true ", 4}, {"{\"a\":[}}", 7}};
  for (const auto& [text, length] : table) {
    JsonExtent whole;
    ASSERT_TRUE(whole.look(text)) << text;
    EXPECT_EQ(whole.length(), length) << text;
    JsonExtent slowly;
    for (std::size_t i = 1; i <= text.size() && !slowly.ended(); ++i) slowly.look(std::string_view(text).substr(0, i));
    EXPECT_EQ(slowly.length(), length) << text;
  }
}

}  // namespace
}  // namespace newshound::reading
