#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "indexer/reading/csv_table.h"
#include "indexer/reading/key_map.h"
#include "tests/reading/reading_test_support.h"

namespace newshound::reading {
namespace {

ReadAll read_text(const std::string& text, ReadOptions options = {}) {
  return read_alone("a.csv", text, std::move(options));
}

TEST(Csv, ColumnsBecomeFields) {
  const auto all = read_text(
      "\xef\xbb\xbfID,Headline,Text,Source,Publish Date,Author,URL,Lang,Section,persons,other\r\n"
      "1,\"Ferry, \"\"late\"\"\",\"One.\n\nTwo, three.\r\nFour.\",Harbour Gazette,2024-05-06T09:30:00+02:00,Mara "
      "Velden,"
      "https://gazette.example/1,en,Harbour,Mara Velden; Piet Arrondel |Mara Velden,x\r\n"
      "\r\n"
      "2, Tram ,,,,,,,,,\r\n");
  ASSERT_EQ(all.articles.size(), 2U);
  EXPECT_EQ(
      summary(all.articles[0]),
      "1|Ferry, \"late\"|One.\n\nTwo, three.\r\nFour.|Harbour Gazette|2024-05-06T09:30:00+02:00|Mara Velden|Harbour|"
      "https://gazette.example/1|en|Mara Velden:0|Piet Arrondel:0");
  EXPECT_EQ(all.articles[0].line, 2U);
  EXPECT_EQ(summary(all.articles[1]), "2|Tram|||||||");
  EXPECT_EQ(all.articles[1].line, 7U);
}

TEST(Csv, DelimiterIsToldByTheFirstRow) {
  for (const std::string delimiter : {",", "\t", ";"}) {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
      const auto all =
          read_text("id" + delimiter + "title" + delimiter + "text" + end + "a" + delimiter + "A, b" + delimiter +
                        "\"x" + delimiter + "y\"" + end + "b" + delimiter + "B" + delimiter + "z",
                    {});
      if (delimiter == ",") {
        EXPECT_EQ(all.order, (Order{"!4 cells where the first row has 3", "b"}));
        continue;
      }
      ASSERT_EQ(all.order, (Order{"a", "b"})) << delimiter << end;
      EXPECT_EQ(all.articles[0].body, "x" + delimiter + "y");
    }
  }
}

TEST(Csv, OwnColumnsAreMapped) {
  const std::string text = "nr;kop;tekst\n7;Ferry;It sails.\n";
  EXPECT_EQ(read_text(text, {.map = {{"id", "nr"}, {"title", "kop"}, {"body", "tekst"}}}).order, (Order{"7"}));
  const auto lost = read_text(text, {.format = InputFormat::csv});
  EXPECT_EQ(lost.order, (Order{"!no column is a title or a body: the first row is nr, kop, tekst"}));
}

TEST(Csv, ProseWithCommasIsNoTable) {
  const auto keys = make_keys({});
  EXPECT_TRUE(looks_like_csv("title,text\n", *keys));
  EXPECT_TRUE(looks_like_csv("\"title\"\t\"date\"\nx", *keys));
  for (const auto* text :
       {"Ferry, tram\nand more", "title\nx\n", "The title, a text\n", "date,section\n1,2\n", "title,text"})
    EXPECT_FALSE(looks_like_csv(text, *keys)) << text;
}

TEST(Csv, BrokenRowCostsNoOther) {
  const std::string head = "id,title\na,A\n";
  const std::string tail = "b,B\nc,C\n";
  const std::vector<std::pair<std::string, Order>> table = {
      {"x\n", {"a", "!1 cells where the first row has 2", "b", "c"}},
      {"x,X,\n", {"a", "!3 cells where the first row has 2", "b", "c"}},
      {"x,\n", {"a", "!no title and no body", "b", "c"}},
      {"x,\"X\n", {"a", "!a quote is not closed", "b", "c"}},
      {"x,X \"y\" z\n", {"a", "x", "b", "c"}},
  };
  for (const auto& [row, order] : table) EXPECT_EQ(read_text(head + row + tail).order, order) << row;
  const auto all = read_text(head + "x,\"X\n" + tail);
  EXPECT_EQ(all.rejections[0].line, 3U);
  EXPECT_EQ(all.rejections[0].offset, head.size());
}

TEST(Csv, UnclosedQuoteAndLongRowsAreLimited) {
  const std::string head = "id,title\n";
  const std::string tail = "b,B\n";
  ReadOptions options;
  options.max_document = 1000;
  EXPECT_EQ(read_text(head + "x,\"" + std::string(2000, 'x') + "\ny\"\n" + tail, options).order,
            (Order{"!longer than 1000 bytes, or a quote is not closed", "!1 cells where the first row has 2", "b"}));
  EXPECT_EQ(read_text(head + "x," + std::string(2000, 'x') + "\n" + tail, options).order,
            (Order{"!longer than 1000 bytes", "b"}));
  EXPECT_EQ(read_text(head + "x,\"" + std::string(1 << 20, 'x') + "\n" + tail, options).order,
            (Order{"!longer than 1000 bytes, or a quote is not closed", "b"}));
  const auto start = std::chrono::steady_clock::now();
  std::string quotes = head;
  for (int i = 0; i < 200000; ++i) quotes += "x,\"X\n";
  EXPECT_FALSE(read_text(quotes).order.empty());
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(120));
}

TEST(Csv, CharacterSetIsDetectedOnceAndSaid) {
  const auto all = read_text("id,title\n1,Caf\xe9 du port, \n");
  EXPECT_EQ(all.order, (Order{"!3 cells where the first row has 2"}));
  const auto latin =
      read_text("id;title\n1;Le caf\xe9 du port est ouvert depuis f\xe9vrier\n2;Caf\xc3\xa9\n3;\xe9t\xe9\n");
  ASSERT_EQ(latin.articles.size(), 3U);
  EXPECT_EQ(latin.articles[0].title, "Le café du port est ouvert depuis février");
  EXPECT_EQ(latin.articles[1].title, "Café");
  EXPECT_EQ(latin.articles[2].title, "été");
  EXPECT_EQ(latin.warnings.size(), 1U);
}

std::string in_utf16(const std::u16string& text, bool big) {
  std::string bytes;
  for (const char16_t c : u"\xfeff" + text) {
    const char high = static_cast<char>(c >> 8);
    const char low = static_cast<char>(c & 0xff);
    bytes += big ? high : low;
    bytes += big ? low : high;
  }
  return bytes;
}

TEST(Csv, TablesOfSpreadsheetsInUtf16AreRead) {
  std::u16string rows = u"id\ttitle\ttext\r\n";
  for (int i = 0; i < 20000; ++i) rows += u"1\tFähre \U0001F6A2\tПаром\r\n";
  for (const bool big : {false, true}) {
    const auto all = read_text(in_utf16(rows, big));
    ASSERT_EQ(all.articles.size(), 20000U);
    EXPECT_TRUE(all.rejections.empty());
    for (const auto& article : all.articles) ASSERT_EQ(article.title + article.body, "Fähre 🚢Паром");
    EXPECT_EQ(read_text(in_utf16(u"<?xml version=\"1.0\" encoding=\"UTF-16\"?><rss><channel><item><guid>g</guid><title>"
                                 u"Fähre</title></item></channel></rss>",
                                 big))
                  .articles.at(0)
                  .title,
              "Fähre");
  }
}

TEST(Csv, TruncatedTableGivesWhatIsWhole) {
  const std::string whole = "id,title,text\na,A,\"x\ny\"\nb,B,\"z\n\"\n";
  for (std::size_t length = 14; length < whole.size(); ++length) {
    const auto all = read_text(whole.substr(0, length));
    for (const auto& article : all.articles) EXPECT_TRUE(article.id == "a" || article.id == "b") << length;
  }
}

}  // namespace
}  // namespace newshound::reading
