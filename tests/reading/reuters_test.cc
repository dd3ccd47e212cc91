#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "indexer/reading/reuters_sgml.h"
#include "tests/reading/reading_test_support.h"

namespace newshound::reading {
namespace {

const std::string kHead = "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n";

// Invented, in the shape of the real ones.
std::string record(const std::string& number, const std::string& text) {
  return "<REUTERS TOPICS=\"YES\" OLDID=\"1\" NEWID=\"" + number +
         "\">\n<DATE> 6-MAY-1987 09:30:00.00</DATE>\n<TOPICS><D>ship</D></TOPICS>\n<PLACES><D>almeda</D><D>usa</D>"
         "</PLACES>\n<PEOPLE><D>velden</D></PEOPLE>\n<ORGS><D>ferry-board</D></ORGS>\n<UNKNOWN> \n&#5;&#5;&#5;C T\n"
         "&#22;&#22;&#1;f0704&#31;reute</UNKNOWN>\n" +
         text + "\n</REUTERS>\n";
}

TEST(Reuters, PartsOfARecordBecomeFields) {
  const std::string text =
      "<TEXT>&#2;\n<TITLE>FERRY &lt;FRY> SAILS</TITLE>\n<AUTHOR>    By Mara Velden, Reuters</AUTHOR>\n"
      "<DATELINE>    ALMEDA, May 6 - </DATELINE><BODY>The ferry of Almeda &amp; Sons\nsailed.\n    It rained.\n"
      " Reuter\n&#3;</BODY></TEXT>";
  const TemporaryFolder folder;
  const auto all = read_all({folder.write("r.sgm", kHead + record("7", text))});
  ASSERT_EQ(all.articles.size(), 1U);
  const auto& article = all.articles[0];
  EXPECT_EQ(summary(article),
            "reuters-7|FERRY <FRY> SAILS|The ferry of Almeda & Sons\nsailed.\n    It rained.\n Reuter|Reuters|"
            "6-MAY-1987 09:30:00.00|By Mara Velden, Reuters|||en|almeda:2|usa:2|velden:0|ferry-board:1");
  EXPECT_EQ(article.outlet.standing, Standing::given);
  EXPECT_EQ(article.day, 6334);
  EXPECT_EQ(article.line, 2U);
}

TEST(Reuters, WithoutABodyTheOtherTextOrTheTitleIsTheArticle) {
  struct Row {
    std::string text;
    std::string title;
    std::string body;
  };
  const std::vector<Row> table = {
      {"<TEXT TYPE=\"UNPROC\">&#2;\nFERRY REPORT\n 1  2\n&#3;\n\n</TEXT>", "", "FERRY REPORT\n 1  2"},
      {"<TEXT TYPE=\"BRIEF\">&#2;\n******<TITLE>FERRY SAILS\n</TITLE>Blah\n&#3;\n\n</TEXT>", "FERRY SAILS",
       "******Blah"},
      {"<TEXT TYPE=\"BRIEF\">&#2;\n<TITLE>FERRY\n   SAILS</TITLE>\n&#3;\n</TEXT>", "FERRY SAILS", ""},
      {"<TEXT><TITLE>CAF\xc9 &#127;& SONS &unknown</TITLE></TEXT>", "CAFÉ & SONS &unknown", ""},
      {"<TEXT><TITLE>CAFÉ</TITLE></TEXT>", "CAFÉ", ""},
  };
  for (const auto& row : table) {
    const auto article = parse_record(record("1", row.text));
    ASSERT_TRUE(article) << row.text;
    EXPECT_EQ(article->title, row.title);
    EXPECT_EQ(article->body, row.body);
  }
}

TEST(Reuters, DeskCodesAfterADateAreLeftOut) {
  const auto published = [](const std::string& date) {
    return parse_record("<REUTERS NEWID=\"1\"><DATE>" + date + "</DATE></REUTERS>")->published.value;
  };
  EXPECT_EQ(published("27-MAR-1987 00:02:59.13&#5;&#5;&#5;V RM"), "27-MAR-1987 00:02:59.13");
  EXPECT_EQ(published(" 9-APR-1987 13:32:06.7\n"), "9-APR-1987 13:32:06.7");
  EXPECT_EQ(published("9-APR-1987 # about"), "9-APR-1987 # about");
  EXPECT_EQ(published("APRIL"), "APRIL");
}

TEST(Reuters, RecordWithoutTextOrEndIsRejectedAndTheOthersAreRead) {
  const std::string good = "<TEXT><TITLE>T</TITLE></TEXT>";
  const auto unclosed = record("3", good).substr(0, 200);
  const TemporaryFolder folder;
  const auto all =
      read_all({folder.write("r.sgm", kHead + record("1", good) + record("2", "<TEXT>&#2;\n&#3;\n\n</TEXT>") +
                                          unclosed + "\n" + record("4", good) + unclosed)});
  EXPECT_EQ(all.order, (std::vector<std::string>{"reuters-1", "!no title and no body", "!the record is not closed",
                                                 "reuters-4", "!the record is not closed"}));
  EXPECT_EQ(all.rejections[0].id, "reuters-2");
  EXPECT_EQ(all.rejections[0].offset, kHead.size() + record("1", good).size());
  EXPECT_GT(all.rejections[1].line, all.rejections[0].line);
}

TEST(Reuters, LongRecordIsRejectedAndTheRestGoesOn) {
  const auto text = [](std::size_t size) { return "<TEXT><BODY>" + std::string(size, 'x') + "</BODY></TEXT>"; };
  ReadOptions options;
  options.max_document = 2000;
  const TemporaryFolder folder;
  const auto all = read_all(
      {folder.write("r.sgm", record("1", text(10)) + record("2", text(2 << 20)) + record("3", text(10)))}, options);
  EXPECT_EQ(all.order, (std::vector<std::string>{"reuters-1", "!longer than 2000 bytes", "reuters-3"}));
}

// Bytes of any kind end in an article or a rejection, never in a crash or an endless loop.
TEST(Reuters, DamagedRecordsDoNotStopTheReader) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const std::string whole = kHead + record("1", "<TEXT><TITLE>A &lt;B></TITLE><BODY>Text &#3;</BODY></TEXT>") +
                            record("2", "<TEXT><TITLE>C</TITLE><BODY>More</BODY></TEXT>");
  for (int round = 0; round < 300; ++round) {
    auto damaged = whole;
    for (int change = 0; change < 8; ++change) damaged[random() % damaged.size()] = static_cast<char>(random());
    const TemporaryFolder folder;
    const auto all = read_all({folder.write("r.sgm", damaged)}, {.format = InputFormat::reuters});
    EXPECT_LE(all.order.size(), 4U);
  }
}

}  // namespace
}  // namespace newshound::reading
