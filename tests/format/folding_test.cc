// Folding of values and of accents.
#include "indexer/format/folding.h"

#include <gtest/gtest.h>

#include <string>

#include "indexer/format/analysis.h"

namespace newshound::format {
namespace {

struct Row {
  const char* text;
  const char* folded;
};

TEST(FoldValue, MakesSpellingsOfOneNameEqual) {
  const Row rows[] = {
      {"", ""},
      {"  \t\n ", ""},
      {"Le  Monde ", "le monde"},
      {"\u00A0Le\u2003Monde\u202F", "le monde"},
      {"Mara O’Velden", "mara o'velden"},
      {"Mara O\u2018Velden", "mara o'velden"},
      {"Éva-Ñandú", "eva-nandu"},
      {"E\u0301va", "eva"},
      {"ＨＡＲＢＯＵＲ　Ｇａｚｅｔｔｅ", "harbour gazette"},
      {"Harbour\u00ADGazette", "harbourgazette"},
      {"Gazette (Port-Almeda) & Co.", "gazette (port-almeda) & co."},
      {"東京 新聞", "東京 新聞"},
      {"Ёж", "еж"},
  };
  for (const auto& row : rows) EXPECT_EQ(fold_value(row.text), row.folded) << row.text;
}

TEST(FoldValue, BytesThatAreNotUtf8BecomeReplacementCharacters) {
  EXPECT_EQ(fold_value("caf\xE9 noir"), "caf\uFFFD noir");
}

TEST(FoldAccents, DropsTheMarksOfSomeScriptsOnly) {
  const Row rows[] = {
      {"café", "cafe"},
      {"phở", "pho"},  // Vietnamese: horn and tone
      {"ẹ̀kọ́", "eko"},  // Yoruba: dot below and tone
      {"ɓarayi ƙasa ɗan ƴa", "barayi kasa dan ya"},
      {"ŧŋðþħıłøœæđ", "tndthhilooeaed"},
      {"άέήίόύώϊΐ", "αεηιουωιι"},
      {"שָׁלוֹם", "שלום"},
      {"\u0623\u0625\u0622\u0624\u0626", "\u0627\u0627\u0627\u0648\u064A"},  // Arabic: hamza and madda
      {"ё й ї ў", "е й ї ў"},
      {"бе\u0301лка", "белка"},
      {"हिन्दी বাংলা தமிழ்", "हिन्दी বাংলা தமிழ்"},
      {"ሰላም", "ሰላም"},
      {"がパ", "がパ"},
      {"한국", "한국"},
      {"น้ำ", "น้ำ"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(to_utf8(fold_accents(icu::UnicodeString::fromUTF8(row.text))), row.folded) << row.text;
}

TEST(Apostrophes, AreFoundFromBothSides) {
  for (const std::string apostrophe : {"'", "\u2019", "\u2018", "\u02BC", "\uFF07"}) {
    const auto text = "a" + apostrophe + "b";
    EXPECT_EQ(apostrophe_at(text, 1), apostrophe.size());
    EXPECT_EQ(apostrophe_before(text, 1 + apostrophe.size()), apostrophe.size());
    EXPECT_EQ(apostrophe_at(text, 0), 0U);
    EXPECT_EQ(apostrophe_before(text, 1), 0U);
    EXPECT_EQ(apostrophe_before(text, text.size()), 0U);
    EXPECT_EQ(apostrophe_at(text, text.size()), 0U);
  }
}

}  // namespace
}  // namespace newshound::format
