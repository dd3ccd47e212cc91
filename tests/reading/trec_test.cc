#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/reading/trec_sgml.h"
#include "tests/reading/reading_test_support.h"

namespace newshound::reading {
namespace {

ReadAll read_text(const std::string& text, ReadOptions options = {}) {
  return read_alone("a.sgm", text, std::move(options));
}

TEST(Trec, FieldsOfARecordBecomeParts) {
  const auto all = read_text(
      "<DOC>\n<DOCNO> HG-0001 </DOCNO>\n<DOCID>1</DOCID>\n<DATE>\n<P>\nMay 6, 2024\n</P>\n</DATE>\n<HEAD>Ferry\n sails"
      "</HEAD>\n<HEADLINE>\n<P>\nFERRY & TRAM; LATE\n</P>\n</HEADLINE>\n<BYLINE>By Mara Velden</BYLINE>\n"
      "<SECTION>Metro</SECTION>\n<TEXT>\nIt sails\non <F P=102>Monday</F>.\n\n AT&T &amp; Sons "
      "pay.\n<P>\nTwice.\n<P>Thrice."
      "\n</TEXT>\n<TEXT>More.</TEXT>\n</DOC>\n<DOC>\n<DOCNO>2</DOCNO><TEXT>\n</TEXT></DOC>\n");
  ASSERT_EQ(all.order, (Order{"HG-0001", "!no title and no body"}));
  EXPECT_EQ(
      summary(all.articles[0]),
      "HG-0001|FERRY & TRAM; LATE|It sails on Monday.\n\nAT&T & Sons pay.\n\nTwice.\n\nThrice.\n\nMore.||May 6, 2024|"
      "By Mara Velden|Metro||");
  EXPECT_EQ(all.articles[0].day, 19849);
  EXPECT_EQ(all.rejections[0].line, 29U);
}

TEST(Trec, BrokenRecordCostsNoOther) {
  const std::string a = "<DOC><DOCNO>a</DOCNO><TEXT>A</TEXT></DOC>\n";
  const std::string b = "<DOC><DOCNO>b</DOCNO><TEXT>B\xe9</TEXT></DOC>\n";
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<b>";
  EXPECT_EQ(read_text(a + "<DOC><DOCNO>x</DOCNO><TEXT>X\n" + b).order, (Order{"a", "!the record is not closed", "b"}));
  EXPECT_EQ(read_text(a + "<DOC><TEXT>" + deep + "</TEXT></DOC>" + a).order,
            (Order{"a", "!markup nested too deeply", "a"}));
  EXPECT_EQ(read_text(a + "<DOC><DOCNO>x").order, (Order{"a", "!the record is not closed"}));
  EXPECT_EQ(
      read_text(a + "<DOC><TEXT>" + std::string(2 << 20, 'x') + "</TEXT></DOC>" + a, {.max_document = 1000}).order,
      (Order{"a", "!longer than 1000 bytes", "a"}));
}

}  // namespace
}  // namespace newshound::reading
