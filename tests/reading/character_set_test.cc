#include "indexer/reading/character_set.h"

#include <gtest/gtest.h>
#include <iconv.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tests/reading/reading_test_support.h"

namespace newshound::reading {
namespace {

// By the C library, so that ICU is not checked against itself.
std::string encode(const std::string& text, const char* character_set) {
  const iconv_t converter = iconv_open(character_set, "UTF-8");
  EXPECT_NE(reinterpret_cast<std::intptr_t>(converter), -1) << character_set;
  std::string from = text;
  std::string bytes(4 * text.size() + 4, '\0');
  char* in = from.data();
  char* out = bytes.data();
  std::size_t in_left = from.size();
  std::size_t out_left = bytes.size();
  EXPECT_EQ(iconv(converter, &in, &in_left, &out, &out_left), 0U) << character_set;
  iconv_close(converter);
  bytes.resize(bytes.size() - out_left);
  return bytes;
}

const std::string kEnglish =
    "Harbour ferry resumes its service\n\nThe ferry of Port Almeda sails again, the harbour board said on Monday. "
    "\"We are glad,\" said Mara Velden, who was first aboard.\n";
const std::string kFrench =
    "Le bac du port reprend son service\n\nLe bac a été réparé à temps, a annoncé la régie du port lundi. Les "
    "habitants de l'île étaient privés de liaison depuis février.\n";
const std::string kQuoted =
    "« Le bac reprend » – à quel prix ?\n\nLa maire l’a répété : “le billet coûtera 3 €”, et les élèves "
    "voyageront gratuitement jusqu’à l’été…\n";
const std::string kRussian =
    "Паром снова ходит по расписанию\n\nВ понедельник паром вернулся на линию после ремонта, сообщила администрация "
    "порта. Жители острова ждали этого с февраля.\n";
const std::string kJapanese =
    "港のフェリーが運航を再開\n\n港湾局は月曜日、修理のため二月から止まっていたフェリーの運航を再開したと発表した。"
    "島の住民は「やっと町へ行けます」と喜んでいる。\n";

TEST(CharacterSet, TextsOfManySetsAreReadRight) {
  struct Row {
    std::string text;
    const char* written_in;
    std::string byte_order_mark;
    std::string taken;
  };
  const std::vector<Row> table = {
      {kFrench, "UTF-8", "", ""},
      {kFrench, "UTF-8", "\xef\xbb\xbf", ""},
      {kFrench, "ISO-8859-1", "", "ISO-8859-1"},
      {kQuoted, "WINDOWS-1252", "", "windows-1252"},
      {kRussian, "KOI8-R", "", "KOI8-R"},
      {kJapanese, "SHIFT_JIS", "", "Shift_JIS"},
      {kEnglish, "UTF-16LE", "", "UTF-16LE"},
      {kEnglish, "UTF-16BE", "", "UTF-16BE"},
      {kFrench, "UTF-16LE", "\xff\xfe", "UTF-16LE"},
      {kFrench, "UTF-16BE", "\xfe\xff", "UTF-16BE"},
      {kRussian, "UTF-16LE", "\xff\xfe", "UTF-16LE"},
      {kJapanese, "UTF-16BE", "\xfe\xff", "UTF-16BE"},
      {kRussian, "UTF-16BE", "", "UTF-16BE"},
      {kJapanese, "UTF-16LE", "", "UTF-16LE"},
  };
  for (const auto& row : table) {
    SCOPED_TRACE(row.written_in);
    const auto decoded = decode_text(row.byte_order_mark + encode(row.text, row.written_in));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, row.text);
    EXPECT_EQ(decoded->taken, row.taken);
  }
}

// They used to be taken for UTF-16BE.
TEST(CharacterSet, RandomBytesAreNoText) {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    std::mt19937 random(seed);
    for (const std::size_t size : {64, 101, 1000, 4096, 65536, 200001}) {
      for (const bool with_nul : {false, true}) {
        std::string bytes(size, '\0');
        for (auto& byte : bytes) byte = static_cast<char>(with_nul ? random() % 256 : 1 + random() % 255);
        if (with_nul) bytes[random() % size] = '\0';
        const auto decoded = decode_text(bytes);
        EXPECT_FALSE(decoded) << "seed " << seed << ", " << size << " bytes, read as " << decoded->taken;
      }
    }
  }
}

TEST(CharacterSet, FileOfRandomBytesIsRejectedWithAReason) {
  std::mt19937 random(1);
  std::string bytes(5000, '\0');
  for (auto& byte : bytes) byte = static_cast<char>(random());
  const TemporaryFolder folder;
  const auto all = read_all({folder.write("noise.txt", bytes)}, {.format = InputFormat::text});
  EXPECT_EQ(all.order, (std::vector<std::string>{"!not a text, neither in UTF-8 nor in another character set"}));
  EXPECT_TRUE(all.warnings.empty());
}

TEST(CharacterSet, BytesThatMeanNothingInTheDetectedSetMakeNoText) {
  const auto bytes = encode(kJapanese + kJapanese, "SHIFT_JIS");
  EXPECT_FALSE(decode_text(bytes + "\x81"));      // half a character
  EXPECT_FALSE(decode_text("\x81\x20" + bytes));  // no second half
}

TEST(CharacterSet, AFewControlCharactersAreForgivenAndManyAreNot) {
  const auto bytes = encode(kFrench, "ISO-8859-1");
  for (const std::string end : {"\x1a", "\f\t\r\n\f\t\r\n"}) {
    const auto decoded = decode_text(bytes + end);
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, kFrench + end);
  }
  EXPECT_FALSE(decode_text(bytes + std::string(8, '\x01')));
}

// Private use, a noncharacter and half a surrogate pair, in UTF-16LE after its mark.
TEST(CharacterSet, NumbersThatStandForNoCharacterMakeNoText) {
  const std::string mark = "\xff\xfe";
  const auto repeated = [&](const std::string& unit) {
    std::string bytes = mark + encode(kEnglish, "UTF-16LE");
    for (int i = 0; i < 8; ++i) bytes += unit;
    return bytes;
  };
  EXPECT_TRUE(decode_text(repeated("a" + std::string(1, '\0'))));
  EXPECT_FALSE(decode_text(repeated("\x01\xe0")));  // U+E001
  EXPECT_FALSE(decode_text(repeated("\xd0\xfd")));  // U+FDD0
  EXPECT_FALSE(decode_text(repeated("\x01\xd8")));  // U+D801 alone
  EXPECT_FALSE(decode_text(repeated("\x78\x03")));  // U+0378, unassigned
}

}  // namespace
}  // namespace newshound::reading
