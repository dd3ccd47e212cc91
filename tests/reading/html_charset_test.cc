// Character sets of pages: what is honoured, what is detected and what the reader is told of it.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "indexer/reading/html_charset.h"

namespace newshound::reading {
namespace {

std::string meta(const std::string& set) { return "<html><head><meta charset=\"" + set + "\"></head><p>"; }

// The text behind the declaration, and the warning.
std::string decoded(const std::string& bytes, std::string_view declared = {}) {
  const auto page = decode_page(bytes, declared);
  if (!page) return "no text";
  const auto tag = page->text.rfind('>');
  return page->text.substr(tag == std::string::npos ? 0 : tag + 1) + "|" + page->warning;
}

TEST(HtmlCharset, DeclaredSetIsHonoured) {
  EXPECT_EQ(decoded(meta("windows-1251") + "\xcf\xe0\xf0\xee\xec"), "Паром|");
  EXPECT_EQ(decoded(meta("ISO-8859-1") + "bac \x80 10, caf\xe9"), "bac € 10, café|");  // means windows-1252
  EXPECT_EQ(decoded(meta("Shift_JIS") + "\x93\x8c\x8b\x9e"), "東京|");
  EXPECT_EQ(decoded("<?xml version=\"1.0\" encoding=\"koi8-r\"?><p>\xf0\xc1\xd2\xcf\xcd"), "Паром|");
  EXPECT_EQ(decoded("<meta http-equiv=Content-Type content='text/html; charset=windows-1250'><p>\x8alo"), "Šlo|");
  EXPECT_EQ(decoded(meta("windows-1252") + "\xcf\xe0\xf0\xee\xec", "windows-1251"),
            "Паром|");  // its carrier knows better
}

TEST(HtmlCharset, MarkDecidesBeforeAllDeclarations) {
  EXPECT_EQ(decoded("\xef\xbb\xbf" + meta("windows-1251") + "café"), "café|");
  EXPECT_EQ(decoded(std::string("\xff\xfe<\0p\0>\0c\0a\0f\0\xe9\0", 16)), "café|");
  EXPECT_EQ(decoded(std::string("\xfe\xff\0<\0p\0>\0c\0a\0f\0\xe9", 16)), "café|");
}

TEST(HtmlCharset, UndeclaredIsUtf8OrDetectedAndSaid) {
  EXPECT_EQ(decoded("<p>café"), "café|");
  const std::string french =
      "<p>Le bac est \xe0 quai depuis f\xe9vrier, o\xf9 il a \xe9t\xe9 r\xe9par\xe9 par les ouvriers du port";
  EXPECT_EQ(decoded(french),
            "Le bac est à quai depuis février, où il a été réparé par les ouvriers du port|"
            "not UTF-8, read as ISO-8859-1");
}

TEST(HtmlCharset, LiesAreSeenThroughAndSaid) {
  EXPECT_EQ(decoded(meta("windows-1251") + "Паром у причала"), "Паром у причала|declared windows-1251, but is UTF-8");
  EXPECT_EQ(decoded(meta("utf-8") + "Le café à côté, caf\xe9 \x93mixed\x94 été"),
            "Le café à côté, café “mixed” été|not UTF-8 throughout, other bytes read as windows-1252");
  EXPECT_EQ(decoded(meta("utf-16") + "café"), "café|");  // could be read as ASCII, so it is not UTF-16
  EXPECT_EQ(decoded(meta("x-unheard-of") + "café"), "café|declared x-unheard-of, which is no known character set");
}

TEST(HtmlCharset, BytesThatMeanNothingAreReplaced) {
  EXPECT_EQ(decoded(meta("Shift_JIS") + "\x93\x8c\xff!"), "東\xef\xbf\xbd!|");
  EXPECT_EQ(decoded("<p>\x1f\x8b\x08\x01\x02\x03\x04\x05\x06\x07\xff\xfe\x0e\x0f\x10\x11\x12"), "no text");
}

TEST(HtmlCharset, DeclarationIsFoundWhereItMayStand) {
  EXPECT_EQ(declared_character_set("<META name=a content=b><META CHARSET = 'Big5' >"), "big5");
  EXPECT_EQ(declared_character_set("<p>charset=big5"), "");
  EXPECT_EQ(declared_character_set(std::string(5000, ' ') + "<meta charset=big5>"), "");
  EXPECT_EQ(declared_character_set("<meta charset="), "");
}

}  // namespace
}  // namespace newshound::reading
