#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "indexer/reading/headed_text.h"
#include "tests/reading/reading_test_support.h"

namespace newshound::reading {
namespace {

ReadAll read_text(const std::string& text, ReadOptions options = {}) {
  return read_alone("note.txt", text, std::move(options));
}

std::string only(const std::string& text) {
  const auto all = read_text(text);
  if (all.articles.size() != 1) return all.order.empty() ? "" : all.order[0];
  return summary(all.articles[0]);
}

TEST(HeadedText, LinesOfAHeadBecomeFields) {
  EXPECT_EQ(only("Subject: Ferry sails: at\r\n last\r\nFrom: Mara Velden\r\nDate: Mon, 06 May 2024 09:30:00 +0200\r\n"
                 "Message-ID: <m1@gazette.example>\r\nX-Other: a: b\r\n\r\nIt sails.\r\n\r\nTo: all.\r\n"),
            "<m1@gazette.example>|Ferry sails: at last|It sails.\r\n\r\nTo: all.||Mon, 06 May 2024 09:30:00 +0200|"
            "Mara Velden|||");
  EXPECT_EQ(
      only("Title: Ferry\nDate: 2024-05-06\nOutlet: Harbour Gazette\nPersons: Mara Velden; Piet Arrondel\n\nIt sails."),
      "note|Ferry|It sails.|Harbour Gazette|2024-05-06|||||Mara Velden:0|Piet Arrondel:0");
}

TEST(HeadedText, FrontMatterBecomesFields) {
  EXPECT_EQ(
      only("---\ntitle: \"Ferry: late\"\ndate: 2024-05-06 # no comment\nauthor: 'Mara Velden'\npeople: [Mara Velden, "
           "'Piet Arrondel']\nplaces:\n  - Lissen\n  - Port-Almeda\n# comment\n\ntags: [x]\n---\n\n# Not the title\n\n"
           "It *sails*.\n"),
      "note|Ferry: late|# Not the title\n\nIt *sails*.||2024-05-06 # no comment|Mara Velden||||Mara Velden:0|"
      "Piet Arrondel:0|Lissen:2|Port-Almeda:2");
  EXPECT_EQ(only("---\nauthor: A\n---\n# Ferry\n\nIt sails."), "note|Ferry|It sails.|||A|||");
}

TEST(HeadedText, ProseIsNone) {
  for (const auto* text :
       {"Ferry: it sails\n\nToday.", "Note: one thing\nDate: 2024\nand a line\n\nx", "--- x\ntitle: y\n",
        "---\ntitle: never closed\n", "Title: only one\n\nx", "Ferry\n\nDate: 2024\nTitle: x\n"})
    EXPECT_EQ(read_text(text).articles.at(0).title, std::string(text).substr(0, std::string(text).find('\n'))) << text;
}

TEST(HeadedText, OwnNamesAreMapped) {
  EXPECT_EQ(read_text("Kop: Ferry\nDatum: 2024-05-06\n\nx", {.map = {{"title", "kop"}, {"date", "datum"}}})
                .articles.at(0)
                .title,
            "Ferry");
}

TEST(HeadedText, CharacterSetAndEncodingAreThoseDeclared) {
  const std::string head = "Subject: Caf\xe9\nDate: 2024-05-06\nContent-Type: text/plain; charset=\"iso-8859-1\"\n";
  EXPECT_EQ(read_text(head + "\n\x93x\x94").articles.at(0).title, "Café");
  EXPECT_TRUE(read_text(head + "\nx").warnings.empty());
  EXPECT_EQ(only("Subject: A\nDate: 2024\nContent-Transfer-Encoding: base64\n\nSGE="), "!mail encoded as base64");
}

TEST(HeadedText, ByNameItMustHaveAHead) {
  EXPECT_EQ(read_text("Ferry", {.format = InputFormat::headers}).order.at(0),
            "!no lines `Key: value` at the beginning");
  EXPECT_EQ(read_text("Title: Ferry\n", {.format = InputFormat::headers}).articles.at(0).title, "Ferry");
}

}  // namespace
}  // namespace newshound::reading
