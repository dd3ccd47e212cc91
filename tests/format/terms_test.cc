#include "indexer/format/terms.h"

#include "indexer/format/analysis.h"
#include "indexer/format/schema.h"
#include "tests/format/random_article.h"

#include <gtest/gtest.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace newshound::format {
namespace {

bool is_utf8(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t units = 0;
  u_strFromUTF8(nullptr, 0, &units, text.data(), static_cast<int32_t>(text.size()), &status);
  return status != U_INVALID_CHAR_FOUND;
}

// Xapian takes terms of 245 bytes and counts each zero byte twice.
bool fits_into_xapian(const std::string& term) {
  return term.size() + static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0')) <= 245;
}

TEST(ValueTerm, AShortValueStandsAsItIs) {
  EXPECT_EQ(value_term("XO", "harbour gazette"), "XOharbour gazette");
  EXPECT_EQ(value_term("Q", ""), "Q");
  EXPECT_EQ(value_term("Q", std::string(244, 'a')), "Q" + std::string(244, 'a'));
}

TEST(ValueTerm, LongValuesStayDifferentFitAndStayUtf8) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    std::map<std::string, std::string> value_of_term;
    std::string value;
    while (value.size() < 600) {
      value += random_text(random, 1);
      const auto term = value_term("XE", value);
      EXPECT_TRUE(is_utf8(term));
      EXPECT_TRUE(fits_into_xapian(term)) << term.size();
      EXPECT_EQ(value_of_term.emplace(term, value).first->second, value);
    }
  }
}

TEST(ValueTerm, LongValuesWithTheSameBeginningDifferAndWithTheSameBytesDoNot) {
  const std::string common(400, 'x');
  EXPECT_NE(value_term("Q", common + "1"), value_term("Q", common + "2"));
  EXPECT_EQ(value_term("Q", common + "1"), value_term("Q", common + "1"));
}

// Xapian stores each zero byte as two.
TEST(ValueTerm, ValuesOfZeroBytesFit) {
  for (const std::size_t size : {std::size_t{100}, std::size_t{122}, std::size_t{123}, std::size_t{245}}) {
    const auto term = value_term("U", std::string(size, '\0'));
    EXPECT_TRUE(fits_into_xapian(term)) << size;
    EXPECT_EQ(term.size() == size + 1, size <= 122) << size;
  }
}

// Terms are on disk: what they are never changes.
TEST(ValueTerm, TheCutOfALongValueNeverChanges) {
  EXPECT_EQ(value_term("Q", std::string(300, 'a')), "Q" + std::string(211, 'a') + "#5e563f2cb28d2005c1d17581d8eb7e21");
}

TEST(StemTerm, NamesFieldStemmerAndStem) {
  EXPECT_EQ(stem_term("", "en", "ferri"), "Zen:ferri");
  EXPECT_EQ(stem_term("S", "en", "ferri"), "ZSen:ferri");
  EXPECT_EQ(stem_term("", "", "ferry"), "Z:ferry");
  EXPECT_EQ(has_term("date"), "XHdate");
}

// Every kind of term over words that look like prefixes, stemmer codes and separators: no two may meet.
TEST(Terms, OfDifferentFieldsAndKindsNeverMeet) {
  std::vector<std::string> words = {"s", "a", "zen", "en", "de", "ferri", "ferry", "xo", "xe", "q", "u", "z", "1"};
  for (const auto code : stemmer_codes()) words.emplace_back(code);
  std::map<std::string, std::string> meaning_of_term;
  const auto add = [&](const std::string& term, const std::string& meaning) {
    const auto [found, is_new] = meaning_of_term.emplace(term, meaning);
    EXPECT_TRUE(is_new || found->second == meaning) << term << " is " << found->second << " and " << meaning;
  };
  std::vector<std::string_view> codes = stemmer_codes();
  codes.emplace_back("");
  for (const auto& word : words) {
    for (const std::string_view prefix : {"", "S", "A"}) {
      add(word_term(prefix, word), "word " + std::string(prefix) + " " + word);
      for (const auto code : codes)
        add(stem_term(prefix, code, word), "stem " + std::string(prefix) + " " + std::string(code) + " " + word);
    }
    for (const auto& field : kFields)
      if (field.kind != FieldKind::text && !field.prefix.empty())
        add(value_term(field.prefix, word), "value " + std::string(field.name) + " " + word);
  }
}

}  // namespace
}  // namespace newshound::format
