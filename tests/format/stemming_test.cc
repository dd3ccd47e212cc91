// Which language gets which stemmer.
#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "indexer/format/analysis.h"

namespace newshound::format {
namespace {

TEST(StemmerCode, FollowsThePrimarySubtag) {
  const struct {
    const char* language;
    const char* code;
  } rows[] = {{"en", "en"},    {"en-GB", "en"}, {"EN_us", "en"}, {"pt-BR", "pt"}, {"nb", "no"}, {"nn-NO", "no"},
              {"no", "no"},    {"hy", "hy"},    {"eu", "eu"},    {"ne", "ne"},    {"ta", "ta"}, {"", ""},
              {"-", ""},       {"am", ""},      {"ja", ""},      {"zh-Hant", ""}, {"eng", ""},  {"e", ""},
              {"english", ""}, {"nb-x", "no"},  {"und", ""}};
  for (const auto& row : rows) EXPECT_EQ(stemmer_code(row.language), row.code) << row.language;
}

TEST(StemmerCode, EveryCodeIsItsOwnLanguageAndOneOfXapians) {
  const auto& codes = stemmer_codes();
  EXPECT_TRUE(std::is_sorted(codes.begin(), codes.end()));
  EXPECT_EQ(std::adjacent_find(codes.begin(), codes.end()), codes.end());
  for (const auto code : codes) {
    EXPECT_EQ(stemmer_code(code), code);
    EXPECT_EQ(stemmer_code(code).data(), code.data()) << "a view of the same static text";
    EXPECT_NO_THROW(Xapian::Stem(std::string(code))) << code;
  }
}

TEST(StemmerCode, NoLanguageOfXapianIsLeftOut) {
  // A second algorithm for a language that has one.
  const std::string_view others[] = {"earlyenglish", "german2", "kraaij_pohlmann", "lovins", "porter"};
  std::size_t languages = 0;
  std::string available = Xapian::Stem::get_available_languages() + " ";
  for (std::size_t at = 0; at < available.size(); at = available.find(' ', at) + 1) {
    const auto name = std::string_view(available).substr(at, available.find(' ', at) - at);
    if (std::find(std::begin(others), std::end(others), name) == std::end(others)) ++languages;
  }
  EXPECT_EQ(stemmer_codes().size(), languages) << available;
}

}  // namespace
}  // namespace newshound::format
