// What must hold for every text: seeded random strings of many scripts, marks, apostrophes and bytes that are not
// UTF-8.
#include <gtest/gtest.h>
#include <unicode/normalizer2.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "indexer/format/analysis.h"
#include "indexer/format/folding.h"
#include "tests/format/rendered_tokens.h"

namespace newshound::format {
namespace {

constexpr unsigned kSeed = 20240508;
constexpr int kRounds = 10000;

constexpr std::array kValid = {"a",       "b",
                               "s",       "S",
                               "l",       "d",
                               "qu",      "dell",
                               "Ferries", "running",
                               " ",       " ",
                               " ",       "\n",
                               ".",       ",",
                               "-",       "_",
                               "@",       "1",
                               "23",      "'",
                               "'",       "’",
                               "ʼ",       "＇",
                               "é",       "e\u0301",
                               "ø",       "ß",
                               "ſ",       "İ",
                               "I",       "ı",
                               "ﬁ",       "Ａ",
                               "ｓ",      "１",
                               "д",       "ё",
                               "й",       "ψ",
                               "ς",       "ά",
                               "ש",       "ָ",
                               "״",       "ع",
                               "أ",       "ِ",
                               "ـ",       "٣",
                               "हि",      "ন",
                               "ሰ",       "።",
                               "한",      "\u1112\u1161\u11AB",
                               "東",      "か",
                               "が",      "\u3099",
                               "ー",      "ｶﾞ",
                               "ก",       "ุ",
                               "ำ",       "ខ",
                               "្",        "မ",
                               "ာ",       "\u00A0",
                               "\u202F",  "\u00AD",
                               "\u200D",  "\u200C",
                               "\uFEFF",  "\u0301",
                               "😀",       "🏽",
                               "\uFDFA",  "\uFE70",
                               "Ⅳ",       "ẹ̀",
                               "phở",     "\u1E9B\u0323"};
constexpr std::array kInvalid = {"\xFF", "\xC3", "\xE6\x9D", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80", "\xC0\xAF"};

template <std::size_t size>
std::string pick(std::mt19937& random, const std::array<const char*, size>& texts) {
  return texts[random() % size];
}

std::string random_text(std::mt19937& random, bool valid) {
  std::string text;
  for (auto length = random() % 30; length > 0; --length)
    text += !valid && random() % 8 == 0 ? pick(random, kInvalid) : pick(random, kValid);
  return text;
}

std::string random_stemmer(std::mt19937& random) {
  const auto& codes = stemmer_codes();
  return random() % 3 == 0 ? std::string() : std::string(codes[random() % codes.size()]);
}

std::string normalised(const icu::Normalizer2* normalizer, const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  return to_utf8(normalizer->normalize(icu::UnicodeString::fromUTF8(text), status));
}

TEST(AnalysisInvariants, TokensStandInOrderWithinTheText) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937 random(kSeed);
  Analyser analyser;
  for (int round = 0; round < kRounds; ++round) {
    const auto text = random_text(random, false);
    const auto first = static_cast<std::uint32_t>(random() % 1000);
    std::uint32_t position = first;
    std::size_t end = 0;
    for (const auto& token : analyser.analyse(text, random_stemmer(random), first)) {
      ASSERT_EQ(token.position, position++) << text;
      ASSERT_LE(end, token.begin) << text;
      ASSERT_LT(token.begin, token.end) << text;
      ASSERT_LE(token.end, text.size()) << text;
      end = token.end;
    }
  }
}

TEST(AnalysisInvariants, TermsAndStemsAreFoldedUtf8OfAtMostTheirSize) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937 random(kSeed);
  Analyser analyser;
  for (int round = 0; round < kRounds; ++round) {
    const auto text = random_text(random, false);
    for (const auto& token : analyser.analyse(text, random_stemmer(random))) {
      ASSERT_FALSE(token.term.empty() || token.stem.empty()) << text;
      ASSERT_LE(token.term.size(), kMaxTokenBytes) << text;
      ASSERT_LE(token.stem.size(), kMaxTokenBytes) << text;
      ASSERT_EQ(token.term, to_utf8(fold_accents(fold_case(token.term)))) << "folding again changes nothing: " << text;
      ASSERT_EQ(token.stem, to_utf8(fold_accents(icu::UnicodeString::fromUTF8(std::string(token.stem))))) << text;
      ASSERT_EQ(token.term.find(' '), std::string_view::npos) << text;
      if (token.unspaced) {
        ASSERT_EQ(token.term, token.stem) << text;
      }
    }
  }
}

// What is typed as one word finds itself.
TEST(AnalysisInvariants, ASpanAloneGivesTheTokenItGaveInTheText) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937 random(kSeed);
  Analyser analyser;
  Analyser other;
  for (int round = 0; round < kRounds; ++round) {
    const auto text = random_text(random, false);
    const auto stemmer = random_stemmer(random);
    for (const auto& token : analyser.analyse(text, stemmer)) {
      const auto alone = text.substr(token.begin, token.end - token.begin);
      const Token expected{token.term, token.stem, 1, 0, static_cast<std::uint32_t>(alone.size()), token.unspaced};
      ASSERT_EQ(render(other.analyse(alone, stemmer)), render(expected)) << text << "\nword: " << alone;
    }
  }
}

TEST(AnalysisInvariants, ComposedAndDecomposedTextsGiveTheSameTerms) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937 random(kSeed);
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(status);
  const auto* nfd = icu::Normalizer2::getNFDInstance(status);
  Analyser analyser;
  for (int round = 0; round < kRounds; ++round) {
    const auto text = random_text(random, true);
    const auto stemmer = random_stemmer(random);
    std::string forms[2];
    for (const auto& token : analyser.analyse(normalised(nfc, text), stemmer))
      forms[0].append(token.term).append("/").append(token.stem).append(" ");
    for (const auto& token : analyser.analyse(normalised(nfd, text), stemmer))
      forms[1].append(token.term).append("/").append(token.stem).append(" ");
    ASSERT_EQ(forms[0], forms[1]) << text;
  }
}

TEST(AnalysisInvariants, AWarmCacheChangesNothing) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937 random(kSeed);
  Analyser warm;
  for (int round = 0; round < 300; ++round) {
    const auto text = random_text(random, false);
    const auto stemmer = random_stemmer(random);
    Analyser cold;
    const auto expected = render(cold.analyse(text, stemmer));
    ASSERT_EQ(render(warm.analyse(text, stemmer)), expected) << text;
    ASSERT_EQ(render(warm.analyse(text, stemmer)), expected) << text;
  }
}

TEST(AnalysisInvariants, FoldingAValueTwiceChangesNothing) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937 random(kSeed);
  for (int round = 0; round < kRounds; ++round) {
    const auto text = random_text(random, false);
    const auto folded = fold_value(text);
    ASSERT_EQ(fold_value(folded), folded) << text;
  }
}

// More words than the cache keeps, twice: it is emptied on the way, and views of a call stay good until the next.
TEST(AnalysisInvariants, AnEmptiedCacheChangesNothing) {
  Analyser analyser;
  for (int pass = 0; pass < 2; ++pass)
    for (int chunk = 0; chunk < 5; ++chunk) {
      std::string text;
      for (int i = 0; i < 60000; ++i) text += "word" + std::to_string(chunk * 60000 + i) + ' ';
      const auto& tokens = analyser.analyse(text, "en");
      ASSERT_EQ(tokens.size(), 60000U);
      for (const auto& token : tokens) ASSERT_EQ(token.term, text.substr(token.begin, token.end - token.begin));
    }
}

}  // namespace
}  // namespace newshound::format
