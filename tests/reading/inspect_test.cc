#include <gtest/gtest.h>

#include <string>

#include "indexer/cli/inspect_json.h"
#include "indexer/cli/inspect_text.h"

namespace newshound::index_cli {
namespace {

Article sample() {
  Article article;
  article.id = "gazette-1";
  article.title = "Mara Velden opens ferry";
  article.body = "Mara Velden spoke.\nShe sailed.\n\nThe end of it.\n\nUnseen line.";
  article.outlet = {"Harbour Gazette", Standing::stated, "page title suffix, line 1"};
  article.published = "2024-05-06T09:30:00+02:00";
  article.day = 19849;
  article.entities = {{"Mara Velden", EntityType::person}, {"Nobody", std::nullopt}};
  article.source = "scraped/1.txt";
  article.dropped = {{1, "Mara Velden opens ferry - Harbour Gazette", "page title"}};
  return article;
}

TEST(InspectJson, ArticleHasTheDocumentedShape) {
  EXPECT_EQ(
      inspect_json(sample()),
      R"({"version":1,"source":"scraped/1.txt","line":null,"id":"gazette-1","title":"Mara Velden opens ferry",)"
      R"("subtitle":null,"body":"Mara Velden spoke.\nShe sailed.\n\nThe end of it.\n\nUnseen line.",)"
      R"("url":{"value":null,"standing":"unknown","evidence":null},)"
      R"("language":{"value":null,"standing":"unknown","evidence":null},)"
      R"("outlet":{"value":"Harbour Gazette","standing":"stated","evidence":"page title suffix, line 1"},)"
      R"("agency":{"value":null,"standing":"unknown","evidence":null},)"
      R"("byline":{"value":null,"standing":"unknown","evidence":null},)"
      R"("section":{"value":null,"standing":"unknown","evidence":null},)"
      R"("date":{"value":"2024-05-06","published":"2024-05-06T09:30:00+02:00","standing":"given","evidence":null,)"
      R"("earliest":null,"latest":null},)"
      R"("entities":[{"name":"Mara Velden","type":"person","role":"main","aliases":[],"mentions":2},)"
      R"({"name":"Nobody","type":null,"role":"main","aliases":[],"mentions":0}],"mentions":[],)"
      R"("dropped":[{"line":1,"text":"Mara Velden opens ferry - Harbour Gazette","reason":"page title"}]})");
}

TEST(InspectJson, EmptyArticleIsAllUnknownAndOneOfManyHasItsLine) {
  Article article;
  article.line = 7;
  const auto json = inspect_json(article);
  EXPECT_TRUE(
      json.starts_with(R"({"version":1,"source":null,"line":7,"id":null,"title":null,"subtitle":null,"body":null,)"));
  EXPECT_TRUE(json.ends_with(R"("entities":[],"mentions":[],"dropped":[]})")) << json;
}

TEST(InspectJson, RejectionNamesThePlaceAndTheReason) {
  EXPECT_EQ(inspect_json(Rejection{"news.jsonl", 3, 120, "", "not UTF-8"}),
            R"({"version":1,"source":"news.jsonl","line":3,"offset":120,"id":null,"rejected":"not UTF-8"})");
  EXPECT_EQ(inspect_json(Rejection{"a\xff", 0, 0, "x", "not a text"}),
            "{\"version\":1,\"source\":\"a\xef\xbf\xbd\",\"line\":null,\"offset\":0,\"id\":\"x\",\"rejected\":\"not a "
            "text\"}");
}

TEST(InspectText, ArticleIsShownWithStandingAndEvidence) {
  EXPECT_EQ(inspect_text(sample()),
            "scraped/1.txt\n"
            "  id        gazette-1\n"
            "  title     Mara Velden opens ferry\n"
            "  outlet    Harbour Gazette  [stated: page title suffix, line 1]\n"
            "  date      2024-05-06T09:30:00+02:00  [given]\n"
            "  language  (unknown)\n"
            "  byline    (unknown)\n"
            "  section   (unknown)\n"
            "  url       (unknown)\n"
            "  entities  Mara Velden (person)\n"
            "            Nobody\n"
            "  dropped   line 1, page title: Mara Velden opens ferry - Harbour Gazette\n"
            "  body      11 words in 3 paragraphs\n"
            "    Mara Velden spoke.\n"
            "    She sailed.\n"
            "    The end of it.\n\n");
}

TEST(InspectText, RejectionIsShownWithItsPlace) {
  EXPECT_EQ(inspect_text(Rejection{"news.jsonl", 3, 120, "x", "not UTF-8"}),
            "news.jsonl:3\n  rejected  not UTF-8 (byte 120)\n  id        x\n\n");
}

TEST(InspectText, TextOfAnArticleCannotCommandTheTerminal) {
  Article article;
  article.source = "a\nb";
  article.title = "Red \x1b[31m alert\x07\x7f";
  article.body =
      "C1 \xc2\x9b"
      "31m, turned \xe2\x80\xae"
      "txt\xe2\x81\xa6, é 東 stay\ttab\x0d";
  article.url = "https://g.example/\x1b]8;;evil\x1b\\";
  const auto text = inspect_text(article);
  for (const auto* bad : {"\x1b", "\x07", "\x7f", "\xc2\x9b", "\xe2\x80\xae", "\xe2\x81\xa6", "\x0d", "\t"})
    EXPECT_EQ(text.find(bad), std::string::npos);
  EXPECT_NE(text.find("Red \xef\xbf\xbd[31m alert\xef\xbf\xbd\xef\xbf\xbd\n"), std::string::npos);
  EXPECT_NE(text.find("é 東 stay tab"), std::string::npos);
  EXPECT_TRUE(text.starts_with("a b\n"));
}

TEST(InspectText, LongLineIsCutBetweenCharacters) {
  Article article;
  for (int i = 0; i < 300; ++i) article.body += "é";
  article.body.insert(0, "x");
  const auto text = inspect_text(article);
  EXPECT_NE(text.find("é...\n"), std::string::npos);
}

}  // namespace
}  // namespace newshound::index_cli
