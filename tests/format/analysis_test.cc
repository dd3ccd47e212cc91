// What the analyser makes of a text: a table of texts and their tokens, each rule of analysis.h at least once. A
// regression is a new row with its reason.
#include "indexer/format/analysis.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/format/rendered_tokens.h"

namespace newshound::format {
namespace {

struct Row {
  const char* text;
  const char* stemmer;
  const char* tokens;
};

void check(Analyser& analyser, const Row& row) {
  EXPECT_EQ(render(analyser.analyse(row.text, row.stemmer)), row.tokens) << "text: " << row.text;
}

TEST(Analysis, WordsHaveTermStemPositionAndSpan) {
  const Row rows[] = {
      {"", "en", ""},
      {" \t\n.,!? -- & ... ", "en", ""},
      {"Ferries resumed", "en", "ferries/ferri@1[0,7) resumed/resum@2[8,15)"},
      {"Ferries resumed", "", "ferries@1[0,7) resumed@2[8,15)"},
      {"(Harbour,\nboard)", "en", "harbour@1[1,8) board@2[10,15)"},
      {"re-elected", "en", "re@1[0,2) elected/elect@2[3,10)"},
      {"e-mail C++ Kim Jong-un", "en", "e@1[0,1) mail@2[2,6) c@3[7,8) kim@4[11,14) jong@5[15,19) un@6[20,22)"},
      {"F-16 COVID-19 9/11", "en", "f@1[0,1) 16@2[2,4) covid@3[5,10) 19@4[11,13) 9@5[14,15) 11@6[16,18)"},
      {"$3.5bn 3.14 1,500 AT&T", "en", "3.5bn@1[1,6) 3.14@2[7,11) 1,500@3[12,17) at@4[18,20) t@5[21,22)"},
      {"10:30 a:b 1;2 a,b", "en", "10@1[0,2) 30@2[3,5) a@3[6,7) b@4[8,9) 1;2@5[10,13) a@6[14,15) b@7[16,17)"},
      {"https://www.gazette.example/ferry", "en", "https@1[0,5) www.gazette.example@2[8,27) ferry/ferri@3[28,33)"},
  };
  Analyser analyser;
  for (const auto& row : rows) check(analyser, row);
}

TEST(Analysis, OnlyWordsOfLettersAreStemmed) {
  const Row rows[] = {
      {"U.S. goods", "en", "us@1[0,3) goods/good@2[5,10)"},
      {"B2B's 80s 1990s", "en", "b2b@1[0,3) 80s@2[6,9) 1990s@3[10,15)"},
      {"rock'n'rolls running_mates", "en", "rock'n'rolls@1[0,12) running_mates@2[13,26)"},
  };
  Analyser analyser;
  for (const auto& row : rows) check(analyser, row);
}

TEST(Analysis, ElidedArticlesSplitOffInAnyLanguage) {
  const Row rows[] = {
      {"L'homme", "", "l@1[0,1) homme@2[2,7)"},
      {"l’école", "fr", "l@1[0,1) ecole/ecol@2[4,10)"},
      {"Côte d'Ivoire", "en", "cote@1[0,5) d@2[6,7) ivoire/ivoir@3[8,14)"},
      {"jusqu'aujourd'hui", "", "jusqu@1[0,5) aujourd'hui@2[6,17)"},
      {"Qu’elle n'y aille", "", "qu@1[0,2) elle@2[5,9) n'y@3[10,13) aille@4[14,19)"},
      {"dell'arte UN'ALTRA sant'Agata", "",
       "dell@1[0,4) arte@2[5,9) un@3[10,12) altra@4[13,18) sant@5[19,23) agata@6[24,29)"},
      {"d'l'eau", "", "d'l'eau@1[0,7)"},           // one letter after d'
      {"l'a l'A4", "", "l'a@1[0,3) l'a4@2[4,8)"},  // too short, not letters
      {"l'e\u0301te\u0301 l'\u00E9", "", "l@1[0,1) ete@2[2,9) l'e@3[10,14)"},
  };
  Analyser analyser;
  for (const auto& row : rows) check(analyser, row);
}

TEST(Analysis, OtherApostrophesStayAndAreStraightened) {
  const Row rows[] = {
      {"O'Brien O’Brien OʼBrien O＇Brien", "en", "o'brien@1[0,7) o'brien@2[8,17) o'brien@3[18,26) o'brien@4[27,36)"},
      {"don't don’t", "en", "don't@1[0,5) don't@2[6,13)"},
      {"'quoted' ‘quoted’ ʼquotedʼ", "", "quoted@1[1,7) quoted@2[12,18) quoted@3[24,30)"},
      {"' ’ ʼ ʼʼ", "", ""},
  };
  Analyser analyser;
  for (const auto& row : rows) check(analyser, row);
}

TEST(Analysis, PossessiveEndingsAreDroppedFromTermAndSpan) {
  const Row rows[] = {
      {"Kenya's", "en", "kenya@1[0,5)"},
      {"Kenya’s KENYA'S Kenyaʼs", "en", "kenya@1[0,5) kenya@2[10,15) kenya@3[18,23)"},
      {"workers' boss's", "en", "workers/worker@1[0,7) boss@2[9,13)"},
      {"O'Brien's l'Opéra's", "en", "o'brien@1[0,7) l@2[10,11) opera@3[12,18)"},
      {"'s s", "", "s@1[1,2) s@2[3,4)"},
      {"U.S.'s", "en", "us@1[0,3) s@2[5,6)"},
  };
  Analyser analyser;
  for (const auto& row : rows) check(analyser, row);
}

TEST(Analysis, SpellingsOfOneWordFoldToOneTerm) {
  const Row rows[] = {
      {"ﬁnance FINANCE", "", "finance@1[0,8) finance@2[9,16)"},
      {"２０２０ ＡＢＣ", "", "2020@1[0,12) abc@2[13,22)"},
      {"Straße STRASSE", "", "strasse@1[0,7) strasse@2[8,15)"},
      {"Σίσυφος ΣΊΣΥΦΟΣ", "", "σισυφοσ@1[0,14) σισυφοσ@2[15,29)"},
      {"Nº 10", "", "no@1[0,3) 10@2[4,6)"},
      {"co\u00ADope\u00ADrate", "", "cooperate@1[0,13)"},  // soft hyphens
      {"Ærø Þór Łódź Đakovo Ħamrun İzmir ılık œuvre", "",
       "aero@1[0,5) thor@2[6,11) lodz@3[12,19) dakovo@4[20,27) hamrun@5[28,35) izmir@6[36,42) ilik@7[43,49) "
       "oeuvre@8[50,56)"},
      {"Ёлка ёлка елка", "", "елка@1[0,8) елка@2[9,17) елка@3[18,26)"},
      {"Київ Май май\u0301", "", "київ@1[0,8) май@2[9,15) май@3[16,24)"},  // й and ї are letters, a stress is a mark
      {"كِتَاب كتــاب", "", "كتاب@1[0,12) كتاب@2[13,25)"},
      {"שָׁלוֹם", "", "שלום@1[0,14)"},
      {"हिन्दी", "", "हिन्दी@1[0,18)"},
      {"\uFDFA", "", "صلىاللهعليهوسلم@1[0,3)"},  // one character for a phrase stays one term
  };
  Analyser analyser;
  for (const auto& row : rows) check(analyser, row);
}

TEST(Analysis, WhatFoldsToNothingTakesNoPosition) {
  const Row rows[] = {
      {"a ـــ b", "", "a@1[0,1) b@2[9,10)"},    // only tatweel
      {"a \uFE70 b", "", "a@1[0,1) b@2[6,7)"},  // a mark on a space
      {"a ____ _b_ b", "", "a@1[0,1) _b_@2[7,10) b@3[11,12)"},
      {"a \u203F\u203F \uFF3F b", "", "a@1[0,1) b@2[13,14)"},
      {"a 😀 👍🏽 ½ ™ b", "", "a@1[0,1) 1⁄2@2[16,18) b@3[23,24)"},
  };
  Analyser analyser;
  for (const auto& row : rows) check(analyser, row);
}

TEST(Analysis, ScriptsWithoutSpacesGiveOneTokenForEachCharacter) {
  const Row rows[] = {
      {"東京都知事", "ar", "東@1[0,3)* 京@2[3,6)* 都@3[6,9)* 知@4[9,12)* 事@5[12,15)*"},
      {"東京2020と", "en", "東@1[0,3)* 京@2[3,6)* 2020@3[6,10) と@4[10,13)*"},
      {"NHKニュース", "en", "nhk@1[0,3) ニ@2[3,6)* ュ@3[6,9)* ー@4[9,12)* ス@5[12,15)*"},
      {"がか\u3099 ｶﾞﾊﾟ", "", "が@1[0,3)* が@2[3,9)* ガ@3[10,16)* パ@4[16,22)*"},
      {"กรุงเทพ", "", "ก@1[0,3)* รุ@2[3,9)* ง@3[9,12)* เ@4[12,15)* ท@5[15,18)* พ@6[18,21)*"},
      {"ลาว ລາວ", "", "ล@1[0,3)* า@2[3,6)* ว@3[6,9)* ລ@4[10,13)* າ@5[13,16)* ວ@6[16,19)*"},
      {"ខ្មែរ", "", "ខ្@1[0,6)* មែ@2[6,12)* រ@3[12,15)*"},
      {"မြန်မာ။", "", "မြ@1[0,6)* န်@2[6,12)* မ@3[12,15)* ာ@4[15,18)*"},
      {"「東京」、々〇。", "", "東@1[3,6)* 京@2[6,9)* 々@3[15,18)* 〇@4[18,21)*"},
      {"๒๕๖๗", "", "๒@1[0,3)* ๕@2[3,6)* ๖@3[6,9)* ๗@4[9,12)*"},
  };
  Analyser analyser;
  for (const auto& row : rows) check(analyser, row);
}

TEST(Analysis, HangulIsAWordComposedOrNot) {
  const Row rows[] = {
      {"한국 뉴스", "", "한국@1[0,6) 뉴스@2[7,13)"},
      {"KBS뉴스 3월", "", "kbs@1[0,3) 뉴스@2[3,9) 3@3[10,11) 월@4[11,14)"},
      {"3\u110B\u116F\u11AF", "", "3@1[0,1) 월@2[1,10)"},
  };
  Analyser analyser;
  for (const auto& row : rows) check(analyser, row);
}

TEST(Analysis, SeparatorsThatIcuWouldJoin) {
  const Row rows[] = {
      {"@nasa desk@gazette.example", "en", "nasa@1[1,5) desk@2[6,10) gazette.example@3[11,26)"},
      {"@café desk@cafés.example", "", "cafe@1[1,6) desk@2[7,11) cafes.example@3[12,26)"},
      {"10\u202F000 été\u202F!", "", "10@1[0,2) 000@2[5,8) ete@3[9,14)"},
  };
  Analyser analyser;
  for (const auto& row : rows) check(analyser, row);
}

TEST(Analysis, BytesThatAreNotUtf8SeparateWords) {
  const Row rows[] = {
      {"caf\xE9 noir", "", "caf@1[0,3) noir@2[5,9)"},
      {"ab\xFF"
       "cd",
       "", "ab@1[0,2) cd@2[3,5)"},
      {"\xC3", "", ""},
      {"\xE6\x9D", "", ""},
      {"\xE6\x9D\xB1\xE6\x9D", "", "東@1[0,3)*"},
      {"\xED\xA0\x80ok\xF4\x90\x80\x80", "", "ok@1[3,5)"},  // a surrogate, past the last code point
      {"\xC0\x80x", "", "x@1[2,3)"},
  };
  Analyser analyser;
  for (const auto& row : rows) check(analyser, row);
}

TEST(Analysis, AByteZeroSeparatesWords) {
  Analyser analyser;
  EXPECT_EQ(render(analyser.analyse(std::string_view("a\0b\0\xC3\xA9", 6), "")), "a@1[0,1) b@2[2,3) e@3[4,6)");
}

TEST(Analysis, TurkishStemsKeepDottedAndDotlessIApart) {
  Analyser analyser;
  EXPECT_EQ(render(analyser.analyse("KIŞ kış", "tr")), "kis@1[0,4) kis@2[5,10)");
  const std::string lower(analyser.analyse("kapılarımız", "tr").front().stem);
  const std::string upper(analyser.analyse("KAPILARIMIZ", "tr").front().stem);
  const std::string dotted(analyser.analyse("İSTASYONLAR", "tr").front().stem);
  EXPECT_EQ(lower, "kapi");
  EXPECT_EQ(upper, lower);
  EXPECT_EQ(dotted, "istasyon");
}

TEST(Analysis, PositionsCountFromTheOneGiven) {
  Analyser analyser;
  EXPECT_EQ(render(analyser.analyse("one two", "", 100)), "one@100[0,3) two@101[4,7)");
  EXPECT_EQ(render(analyser.analyse("one two", "")), "one@1[0,3) two@2[4,7)");
}

TEST(Analysis, LongTokensAreCutOnACharacterBoundaryAndCounted) {
  Analyser analyser;
  const std::string longest(kMaxTokenBytes, 'x');
  EXPECT_EQ(analyser.analyse(longest, "").front().term, longest);
  EXPECT_EQ(analyser.cut_tokens(), 0U);
  EXPECT_EQ(render(analyser.analyse(longest + "y", "")), longest + "@1[0,65)");
  EXPECT_EQ(analyser.cut_tokens(), 1U);
  std::string cyrillic = "a";
  for (int i = 0; i < 40; ++i) cyrillic += "д";
  EXPECT_EQ(analyser.analyse(cyrillic + " " + cyrillic, "ru").front().term, cyrillic.substr(0, 63));
  EXPECT_EQ(analyser.cut_tokens(), 3U);  // every occurrence counts, cached or not
}

TEST(Analysis, AVeryLongWordIsOneTokenWithItsWholeSpan) {
  Analyser analyser;
  const std::string word(1'000'000, 'x');
  EXPECT_EQ(render(analyser.analyse(word + "é", "en")), std::string(kMaxTokenBytes, 'x') + "@1[0,1000002)");
}

TEST(Analysis, AMovedAnalyserGoesOn) {
  Analyser first;
  Analyser second = std::move(first);
  EXPECT_EQ(render(second.analyse("Ferries", "en")), "ferries/ferri@1[0,7)");
}

}  // namespace
}  // namespace newshound::format
