// Wildcards and edit distances: tables, then random words against plain recursion.
#include "searcher/query/word_pattern.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace newshound::query {
namespace {

TEST(WordPatterns, StandForTheWordsThatAreSpelledSo) {
  const struct {
    const char* pattern;
    const char* word;
    bool matches;
  } rows[] = {
      {"tax*", "tax", true},
      {"tax*", "taxes", true},
      {"tax*", "syntax", false},
      {"*gate", "gate", true},
      {"*gate", "watergate", true},
      {"*gate", "gates", false},
      {"a*a", "aa", true},
      {"a*a", "a", false},
      {"a*b*c", "axbxbxc", true},
      {"a*b*c", "axcxb", false},
      {"*x*", "x", true},
      {"organi?ation", "organization", true},
      {"?", "é", true},
      {"??", "é", false},
      {"?京", "東京", true},
      {"h?fen", "häfen", true},
      {"organi?ation", "organiation", false},
      {"**", "", true},
      {"a?", "a", false},
      {"ab*ab", "ab", false},
  };
  for (const auto& [pattern, word, matches] : rows)
    EXPECT_EQ(WordPattern(pattern).matches(word), matches) << pattern << " " << word;
}

TEST(WordEdits, CountCharactersNotBytes) {
  const struct {
    const char* a;
    const char* b;
    unsigned edits;
  } rows[] = {
      {"", "", 0},
      {"a", "", 1},
      {"zelensky", "zelensky", 0},
      {"zelensky", "zelenskyy", 1},
      {"zelensky", "zelenksy", 1},
      {"zelensky", "selenski", 2},
      {"ca", "abc", 3},
      {"東京", "東京都", 1},
      {"é", "e", 1},
      {"ab", "ba", 1},
      {"abcd", "badc", 2},
      {"kyiv", "kiev", 2},
  };
  for (const auto& [a, b, edits] : rows)
    for (unsigned most = 0; most < 4; ++most) {
      EXPECT_EQ(is_within_edits(a, b, most), edits <= most) << a << " " << b << " " << most;
      EXPECT_EQ(is_within_edits(b, a, most), edits <= most) << b << " " << a << " " << most;
    }
}

bool fits(const std::string& pattern, const std::string& word) {
  if (pattern.empty()) return word.empty();
  if (pattern[0] == '*') return fits(pattern.substr(1), word) || (!word.empty() && fits(pattern, word.substr(1)));
  return !word.empty() && (pattern[0] == '?' || pattern[0] == word[0]) && fits(pattern.substr(1), word.substr(1));
}

// Optimal string alignment by its definition.
std::size_t distance(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  auto least = distance(a.substr(1), b.substr(1)) + (a[0] == b[0] ? 0 : 1);
  least = std::min({least, distance(a.substr(1), b) + 1, distance(a, b.substr(1)) + 1});
  if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0])
    least = std::min(least, distance(a.substr(2), b.substr(2)) + 1);
  return least;
}

std::string random_text(std::mt19937& random, const std::string& letters, std::size_t most) {
  std::string text;
  for (auto length = random() % (most + 1); length > 0; --length) text += letters[random() % letters.size()];
  return text;
}

TEST(WordPatterns, AgreeWithPlainRecursion) {
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  std::size_t matching = 0;
  for (int i = 0; i < 50000; ++i) {
    const auto pattern = random_text(random, "ab*?", 6);
    const auto word = random_text(random, "ab", 8);
    const bool expected = fits(pattern, word);
    matching += expected ? 1 : 0;
    ASSERT_EQ(WordPattern(pattern).matches(word), expected) << pattern << " " << word;
  }
  EXPECT_GT(matching, 2000U);
}

TEST(WordEdits, AgreeWithPlainRecursion) {
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int i = 0; i < 3000; ++i) {
    const auto a = random_text(random, "abc", 6);
    const auto b = random_text(random, "abc", 6);
    for (unsigned most = 0; most < 3; ++most)
      ASSERT_EQ(is_within_edits(a, b, most), distance(a, b) <= most) << a << " " << b << " " << most;
  }
}

}  // namespace
}  // namespace newshound::query
