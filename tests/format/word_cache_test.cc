// The cache of analysed words against a map.
#include "indexer/format/word_cache.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

namespace newshound::format {
namespace {

TEST(WordCache, ReturnsWhatWasAddedAndNothingElse) {
  constexpr unsigned kSeed = 11;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937 random(kSeed);
  WordCache cache;
  std::map<std::pair<std::size_t, std::string>, AnalysedWord> expected;
  for (int i = 0; i < 50000; ++i) {
    const std::size_t stemmer = random() % 3;
    const auto word = std::to_string(random() % 20000);
    const auto* found = cache.find(stemmer, word);
    const auto at = expected.find({stemmer, word});
    ASSERT_EQ(found == nullptr, at == expected.end()) << word;
    if (found != nullptr) {
      ASSERT_EQ(found->term, word + "t");
      ASSERT_EQ(found->stem, word + std::to_string(stemmer));
      ASSERT_EQ(found->cut, stemmer == 1);
      ASSERT_EQ(found->term.data(), at->second.term.data()) << "an entry stays where it is";
      continue;
    }
    expected[{stemmer, word}] =
        cache.add(stemmer, word, {word + "t", word + std::to_string(stemmer), word, word, stemmer == 1});
  }
  EXPECT_EQ(cache.size(), expected.size());
}

TEST(WordCache, KeepsEmptyTermsAndWordsLargerThanABlock) {
  WordCache cache;
  cache.add(0, "", {});
  ASSERT_NE(cache.find(0, ""), nullptr);
  EXPECT_TRUE(cache.find(0, "")->term.empty());
  const std::string large(100'000, 'x');
  cache.add(0, large, {"x", "x", "x", "x", true});
  ASSERT_NE(cache.find(0, large), nullptr);
  EXPECT_EQ(cache.find(0, large)->term, "x");
}

TEST(WordCache, IsEmptyAfterClear) {
  WordCache cache;
  cache.add(1, "ferry", {"ferry", "ferri", "ferri", "ferry", false});
  EXPECT_EQ(cache.bytes(), 15U);
  cache.clear();
  EXPECT_EQ(cache.find(1, "ferry"), nullptr);
  EXPECT_EQ(cache.size(), 0U);
  EXPECT_EQ(cache.bytes(), 0U);
  cache.add(1, "ferry", {"ferry", "ferry", "ferry", "ferry", false});
  EXPECT_EQ(cache.find(1, "ferry")->stem, "ferry");
  EXPECT_EQ(cache.bytes(), 10U) << "a stem that equals the term is kept once";
}

}  // namespace
}  // namespace newshound::format
