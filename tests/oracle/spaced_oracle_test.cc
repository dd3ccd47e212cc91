// Words of Arabic, Amharic, Vietnamese, Greek, Hebrew and Cyrillic texts, in both normal forms: single words, pairs and
// phrases find the articles whose words are the same once both are folded. Invented texts; the oracle compares words.
#include "indexer/format/analysis.h"
#include "tests/matching/test_archive.h"

#include <unicode/normalizer2.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace newshound {
namespace {

using Words = std::vector<std::string>;

struct Script {
  const char* language;
  Words words;
  Words separators;
};

// Words that differ by accents and vowel signs alone are among them.
const Script kScripts[] = {
    {"ar",
     {"مُدَرِّسَة", "مدرسة", "كِتَاب", "كتاب", "الميناء", "البحر", "أخبار", "اخبار", "الـــعبّارة", "العبارة"},
     {" ", "، ", "؟ ", ". "}},
    {"am", {"ወደብ", "መርከብ", "ዜና", "ከተማ", "አዲስ", "አበባ", "ሠላም", "ሰላም"}, {" ", "፡", "። ", "፣ "}},
    {"vi",
     {"cảng", "càng", "cang", "Đà", "đá", "tàu", "phà", "thủy", "thuỷ", "người", "NGƯỜI", "việt"},
     {" ", ", ", ". "}},
    {"el", {"λιμάνι", "ΛΙΜΆΝΙ", "πλοίο", "νέα", "νεα", "ΐδιος"}, {" ", "· ", "; "}},
    {"he", {"נָמֵל", "נמל", "סְפִינָה", "ספינה", "חדשות", "ים"}, {" ", "־", ". "}},
    {"ru", {"паром", "ёлка", "елка", "порт", "за́мок", "замок", "йод", "ПОРТ"}, {" ", " — ", ". "}},
};

std::string in_form(const std::string& text, bool decomposed) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer =
      decomposed ? icu::Normalizer2::getNFDInstance(status) : icu::Normalizer2::getNFCInstance(status);
  std::string normal;
  icu::StringByteSink<std::string> sink(&normal);
  normalizer->normalizeUTF8(0, text, sink, nullptr, status);
  EXPECT_TRUE(U_SUCCESS(status) != 0);
  return normal;
}

bool has_phrase(const Words& text, const Words& phrase) {
  return std::search(text.begin(), text.end(), phrase.begin(), phrase.end()) != text.end();
}

class SpacedOracle : public testing::TestWithParam<Script> {};

TEST_P(SpacedOracle, WordsPairsAndPhrasesAreFoundWhateverTheirForm) {
  const auto& script = GetParam();
  constexpr unsigned kSeed = 6;
  std::mt19937 random(kSeed);
  const auto pick = [&](const Words& list) { return list[random() % list.size()]; };
  const TestArchive archive;
  std::vector<Article> articles;
  std::vector<Words> texts;  // folded
  for (int i = 0; i < 150; ++i) {
    texts.emplace_back();
    std::string body;
    for (auto length = 1 + random() % 7; length > 0; --length) {
      const auto word = pick(script.words);
      body += word + pick(script.separators);
      texts.back().push_back(format::fold_value(word));
    }
    articles.push_back(small_article(std::to_string(i), in_form(body, random() % 2 == 0)));
    articles.back().language = script.language;
  }
  archive.commit(articles);
  auto searcher = archive.searcher();
  std::size_t matches = 0;
  for (int round = 0; round < 200; ++round) {
    const Words typed = {pick(script.words), pick(script.words)};
    const Words folded = {format::fold_value(typed[0]), format::fold_value(typed[1])};
    const bool as_phrase = random() % 2 == 0;
    const bool single = !as_phrase && random() % 2 == 0;
    const auto holds = [&](const Words& text) {
      if (as_phrase) return has_phrase(text, folded);
      return has_phrase(text, {folded[0]}) && (single || has_phrase(text, {folded[1]}));
    };
    const std::string query = as_phrase ? '"' + typed[0] + ' ' + typed[1] + '"'
                              : single  ? '=' + typed[0]
                                        : '=' + typed[0] + " =" + typed[1];
    const auto found = searcher.search({.query = in_form(query, random() % 2 == 0), .limit = 0});
    ASSERT_TRUE(found) << query;
    const auto expected = std::count_if(texts.begin(), texts.end(), holds);
    EXPECT_EQ(found->total, static_cast<std::uint64_t>(expected)) << query;
    matches += static_cast<std::size_t>(expected);
  }
  EXPECT_GT(matches, 1000U);
}

INSTANTIATE_TEST_SUITE_P(Scripts, SpacedOracle, testing::ValuesIn(kScripts),
                         [](const auto& script) { return std::string(script.param.language); });

}  // namespace
}  // namespace newshound
