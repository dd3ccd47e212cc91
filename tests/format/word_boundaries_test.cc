// The word splitter against what it stands for: ICU's word boundaries over the whole text, and ICU's grapheme clusters.
#include "indexer/format/word_boundaries.h"

#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <ostream>
#include <random>
#include <string>
#include <vector>

namespace newshound::format {
namespace {

constexpr unsigned kSeed = 20240506;
using Spans = std::vector<std::pair<std::size_t, std::size_t>>;

icu::UnicodeString utf16(const std::string& text) { return icu::UnicodeString::fromUTF8(text); }

std::size_t utf8_length(const icu::UnicodeString& text, int begin, int end) {
  std::string utf8;
  text.tempSubStringBetween(begin, end).toUTF8String(utf8);
  return utf8.size();
}

bool holds_word_character(const icu::UnicodeString& text, int begin, int end) {
  for (int i = begin; i < end; i = text.moveIndex32(i, 1))
    if (u_isalnum(text.char32At(i))) return true;
  return false;
}

// The naive splitter: the whole text as UTF-16, every boundary of one iterator; `all` keeps what is no word.
Spans icu_spans(icu::BreakIterator& iterator, const std::string& text, bool all = false) {
  auto whole = utf16(text);
  whole.findAndReplace(u"@", u" ");  // parts words here; see the header
  iterator.setText(whole);
  Spans spans;
  std::size_t offset = 0;
  int from = 0;
  for (int to = iterator.next(); to != icu::BreakIterator::DONE; from = to, to = iterator.next()) {
    const auto length = utf8_length(whole, from, to);
    if (all || holds_word_character(whole, from, to)) spans.emplace_back(offset, offset + length);
    offset += length;
  }
  return spans;
}

Spans own_spans(WordSplitter& splitter, const std::string& text) {
  std::vector<WordSpan> words;
  splitter.split(text, words);
  Spans spans;
  for (const auto& word : words) spans.emplace_back(word.begin, word.end);
  return spans;
}

std::unique_ptr<icu::BreakIterator> word_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  return std::unique_ptr<icu::BreakIterator>(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
}

std::unique_ptr<icu::BreakIterator> character_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  return std::unique_ptr<icu::BreakIterator>(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
}

template <std::size_t size>
std::string random_text(std::mt19937& random, const std::array<const char*, size>& alphabet, std::size_t most) {
  std::string text;
  const auto length = std::uniform_int_distribution<std::size_t>(0, most)(random);
  for (std::size_t i = 0; i < length; ++i)
    text += alphabet[std::uniform_int_distribution<std::size_t>(0, size - 1)(random)];
  return text;
}

TEST(WordSplitter, GivesWhatIcuGivesOnAscii) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937 random(kSeed);
  const auto iterator = word_iterator();
  WordSplitter splitter;
  const std::string common = "aB1 ._',;:-@\"\n";
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    const auto length = random() % 24;
    for (std::size_t i = 0; i < length; ++i)
      text += random() % 4 == 0 ? static_cast<char>(random() % 128) : common[random() % common.size()];
    ASSERT_EQ(own_spans(splitter, text), icu_spans(*iterator, text)) << "text: " << text;
  }
}

TEST(WordSplitter, GivesWhatIcuGivesOnSpacedScriptsAmongAscii) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937 random(kSeed);
  const auto iterator = word_iterator();
  WordSplitter splitter;
  constexpr std::array kAlphabet = {"a",      "b ",      "Z",
                                    "1",      "23",      " ",
                                    "\n",     ".",       "'",
                                    ",",      "_",       "@",
                                    "é",      "e\u0301", "д",
                                    "ψ",      "ש",       "״",
                                    "ع",      "٣",       "ह",
                                    "ि",      "ሰ",       "።",
                                    "’",      "“",       "”",
                                    "·",      "—",       "\u00A0",
                                    "\u00AD", "\u200D",  "\u0301",
                                    "😀",      "🏽",    "🇫",
                                    "\uFEFF", "\u2028",  "ordinary words "};
  for (int round = 0; round < 20000; ++round) {
    const auto text = random_text(random, kAlphabet, 40);
    ASSERT_EQ(own_spans(splitter, text), icu_spans(*iterator, text)) << "text: " << text;
  }
}

TEST(WordSplitter, GivesGraphemeClustersInScriptsWithoutSpaces) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937 random(kSeed);
  const auto iterator = character_iterator();
  WordSplitter splitter;
  constexpr std::array kAlphabet = {"東", "京", "が", "か", "\u3099", "ー",     "ﾊ",      "ﾟ", "ก",
                                    "รุ",  "้",   "ำ",  "ລ",  "ຳ",      "ក",      "្",       "ខ", "ា",
                                    "မ",  "ြ",  "န",  "်",   "ာ",      "\u200D", "\uFE00", "々"};
  for (int round = 0; round < 20000; ++round) {
    const auto text = "東" + random_text(random, kAlphabet, 16);
    ASSERT_EQ(own_spans(splitter, text), icu_spans(*iterator, text, true)) << "text: " << text;
  }
}

TEST(WordSplitter, GoesOnBehindAStretchForIcu) {
  WordSplitter splitter;
  const std::string ascii(100, 'x');
  const auto text = ascii + " é " + ascii + "\n" + ascii + "é" + ascii + " é";
  EXPECT_EQ(own_spans(splitter, text), (Spans{{0, 100}, {101, 103}, {104, 204}, {205, 407}, {408, 410}}));
}

TEST(WordSplitter, PlainWordsAreAsciiWithoutAnApostrophe) {
  WordSplitter splitter;
  std::vector<WordSpan> words;
  splitter.split("a_1.5 b'c é d", words);
  using enum WordSpan::Kind;
  EXPECT_EQ(words, (std::vector<WordSpan>{{0, 5, plain}, {6, 9, word}, {10, 12, word}, {13, 14, plain}}));
}

}  // namespace
}  // namespace newshound::format
