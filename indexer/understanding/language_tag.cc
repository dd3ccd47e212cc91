// The many ways a language is written -> BCP 47, by ICU's data.
#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <unordered_map>
#include <unordered_set>

#include "indexer/understanding/language.h"

namespace newshound::understanding {
namespace {

std::string_view trim(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

std::string lower(const icu::UnicodeString& text) {
  icu::UnicodeString folded(text);
  folded.foldCase();
  std::string utf8;
  folded.toUTF8String(utf8);
  return utf8;
}

// Names of languages in English and in themselves ("german", "deutsch"), folded, to their codes.
const std::unordered_map<std::string, std::string>& language_names() {
  static const auto kNames = [] {
    std::unordered_map<std::string, std::string> names;
    for (const char* const* code = uloc_getISOLanguages(); *code; ++code) {
      const icu::Locale language(*code);
      icu::UnicodeString name;
      for (const auto& in : {icu::Locale::getEnglish(), language})
        names.emplace(lower(language.getDisplayLanguage(in, name)), *code);
    }
    return names;
  }();
  return kNames;
}

bool is_iso_language(const std::string& code) {
  static const auto kCodes = [] {
    std::unordered_set<std::string> codes;
    for (const char* const* code2 = uloc_getISOLanguages(); *code2; ++code2) codes.insert(*code2);
    return codes;
  }();
  return kCodes.count(code) > 0;
}

// Letters and digits in groups of one to eight, the first of two or three letters: the shape of a tag.
bool looks_like_a_tag(std::string_view text) {
  const auto first = std::min(text.find_first_of("-_"), text.size());
  if (first < 2 || first > 3) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return c == '-' || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  });
}

// "" if ICU knows no such language.
std::string canonical_tag(std::string text) {
  std::replace(text.begin(), text.end(), '_', '-');
  UErrorCode status = U_ZERO_ERROR;
  std::array<char, ULOC_FULLNAME_CAPACITY> locale{};
  std::int32_t taken = 0;
  uloc_forLanguageTag(text.c_str(), locale.data(), static_cast<std::int32_t>(locale.size()), &taken, &status);
  if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING) return {};
  if (static_cast<std::size_t>(taken) != text.size()) return {};
  const auto canonical = icu::Locale::createCanonical(locale.data());
  if (!is_iso_language(canonical.getLanguage())) return {};
  auto tag = canonical.toLanguageTag<std::string>(status);
  return U_SUCCESS(status) ? tag : std::string();
}

}  // namespace

std::string normalise_language(std::string_view given) {
  const std::string text(trim(given));
  if (text.empty()) return {};
  if (looks_like_a_tag(text)) {
    auto tag = canonical_tag(text);
    if (!tag.empty()) return tag;
  }
  const auto& names = language_names();
  const auto named = names.find(lower(icu::UnicodeString::fromUTF8(text)));
  return named != names.end() ? named->second : std::string(given);
}

}  // namespace newshound::understanding
