#include "indexer/reading/scraped_page.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/reading/reading_test_support.h"

namespace newshound::reading {
namespace {

TEST(ScrapedText, FirstLineIsTheTitleAndTheRestTheBody) {
  struct Row {
    std::string text;
    std::string title;
    std::string body;
  };
  const std::vector<Row> table = {
      {"Ferry resumes service\n\nThe ferry sails.\n", "Ferry resumes service", "The ferry sails."},
      {"\n \n  Ferry resumes \n\n\n\nOne.  \n\t\n\n  Two.\nThree.\n\n\n", "Ferry resumes", "One.\n\n  Two.\nThree."},
      {"Ferry\r\n\r\nOne.\r\n\r\n\r\nTwo.\r\n", "Ferry", "One.\n\nTwo."},
      {"Ferry\rOne.\r\rTwo.", "Ferry", "One.\n\nTwo."},
      {"Ferry", "Ferry", ""},
      {"", "", ""},
      {" \n\n", "", ""},
  };
  for (const auto& row : table) {
    const auto article = parse_scraped_text(row.text);
    EXPECT_EQ(article.title, row.title) << row.text;
    EXPECT_EQ(article.body, row.body) << row.text;
  }
}

TEST(ScrapedText, OutletIsStatedByAKnownSuffixOfThePageTitleOnly) {
  struct Row {
    std::string line;
    std::string title;
    std::string outlet;
  };
  const std::vector<Row> table = {
      {"Ferry Resumes - Rolling Stone", "Ferry Resumes", "Rolling Stone"},
      {"Ferry Resumes | Variety", "Ferry Resumes", "Variety"},
      {"Ferry Resumes – The Guardian", "Ferry Resumes", "The Guardian"},
      {"Ferry Resumes — NYT", "Ferry Resumes", "The New York Times"},
      {"Ferry Resumes - CNN.com", "Ferry Resumes", "CNN"},
      {"Ferry Resumes - Harbour - BBC News", "Ferry Resumes - Harbour", "BBC News"},
      {"Ferry Resumes - New York Times - News", "Ferry Resumes", "The New York Times"},  // the longest suffix
      {"Ferry Resumes -  ROLLING STONE ", "Ferry Resumes", "Rolling Stone"},
      {"Ferry Resumes - Harbour Gazette", "Ferry Resumes - Harbour Gazette", ""},  // not in the lexicon
      {"Ferry Resumes-Rolling Stone", "Ferry Resumes-Rolling Stone", ""},
      {"Rolling Stone - Ferry Resumes", "Rolling Stone - Ferry Resumes", ""},
      {"- Rolling Stone", "- Rolling Stone", ""},
      {"The New York Times reports a ferry", "The New York Times reports a ferry", ""},
  };
  for (const auto& row : table) {
    const auto article = parse_scraped_text("\n" + row.line + "\n\nRolling Stone said so - CNN\n");
    EXPECT_EQ(article.title, row.title) << row.line;
    EXPECT_EQ(article.outlet.value, row.outlet) << row.line;
    EXPECT_EQ(article.body, "Rolling Stone said so - CNN");
    ASSERT_EQ(article.dropped.size(), row.outlet.empty() ? 0U : 1U) << row.line;
    if (row.outlet.empty()) continue;
    EXPECT_EQ(article.outlet.standing, Standing::stated);
    EXPECT_EQ(article.outlet.evidence, "page title suffix, line 2");
    EXPECT_EQ(article.dropped[0].line, 2U);
    EXPECT_EQ(article.dropped[0].reason, "page title");
    EXPECT_TRUE(row.line.starts_with(article.dropped[0].text)) << article.dropped[0].text;
  }
}

TEST(ScrapedText, TextThatIsNotUtf8IsConvertedWithAWarning) {
  struct Row {
    std::string bytes;
    std::string title;
    std::string warning;
  };
  const std::string plain = "\n\nThe harbour ferry resumed its service on Monday, the port said in the morning.\n";
  const std::vector<Row> table = {
      {"Caf\xe9 du port" + plain, "Café du port", "ISO-8859-1"},
      {"\x93"
       "Caf\xe9"
       "\x94 \x96 du port" +
           plain,
       "“Café” – du port", "windows-1252"},
      {"\xef\xbb\xbf"
       "Café du port" +
           plain,
       "Café du port", ""},
      {"Café du port" + plain, "Café du port", ""},
  };
  for (const auto& row : table) {
    const TemporaryFolder folder;
    const auto path = folder.write("cafe.txt", row.bytes);
    const auto all = read_all({path});
    ASSERT_EQ(all.articles.size(), 1U) << row.title;
    EXPECT_EQ(all.articles[0].title, row.title);
    const auto warning = path + ": not UTF-8, read as " + row.warning;
    EXPECT_EQ(all.warnings, row.warning.empty() ? std::vector<std::string>() : std::vector<std::string>{warning});
  }
}

TEST(ScrapedText, BytesThatAreNoTextAreRejected) {
  const TemporaryFolder folder;
  using namespace std::string_literals;
  const auto all = read_all({folder.write("picture.txt", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0"s)});
  EXPECT_EQ(all.order, (std::vector<std::string>{"!not a text, neither in UTF-8 nor in another character set"}));
}

TEST(ScrapedText, FileOfBlankLinesIsRejectedUnderItsName) {
  const TemporaryFolder folder;
  const auto all = read_all({folder.write("blank.txt", "\n \n")});
  ASSERT_EQ(all.order, (std::vector<std::string>{"!no title and no body"}));
  EXPECT_EQ(all.rejections[0].id, "blank");
}

TEST(ScrapedText, FileLongerThanTheLimitIsRejected) {
  const TemporaryFolder folder;
  ReadOptions options;
  options.max_document = 1000;
  const auto all = read_all(
      {folder.write("a.txt", std::string(1000, 'a')), folder.write("b.txt", std::string(2 << 20, 'b'))}, options);
  EXPECT_EQ(all.order, (std::vector<std::string>{"a", "!longer than 1000 bytes"}));
}

}  // namespace
}  // namespace newshound::reading
