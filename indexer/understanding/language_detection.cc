// CLD2 behind detect_language(). Everything CLD2 is in this file.
#include <cstdio>  // CLD2's header needs it and does not say so
//
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/uchar.h>

#include <array>
#include <cstddef>
#include <utility>

#include "indexer/format/characters.h"
#include "indexer/understanding/language.h"

namespace newshound::understanding {
namespace {

constexpr std::size_t kBytesLookedAt = 2 << 10;  // more changes the time, and one answer in a thousand
constexpr std::size_t kLeastLetterBytes = 24;    // some five words, or eight Chinese characters

bool has_enough_letters(std::string_view text) {
  std::size_t letter_bytes = 0;
  for (std::size_t at = 0; at < text.size() && letter_bytes < kLeastLetterBytes;) {
    const std::size_t begin = at;
    const auto character = format::next_character(text, at);
    if (character >= 0 && u_isalpha(character)) letter_bytes += at - begin;
  }
  return letter_bytes >= kLeastLetterBytes;
}

struct Guess {
  CLD2::Language language = CLD2::UNKNOWN_LANGUAGE;
  int percent = 0;
};

Guess ask_cld2(std::string_view text) {
  const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int text_bytes = 0;
  int valid_bytes = 0;
  bool reliable = false;
  const auto length = static_cast<int>(text.size());
  CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), length, true, &hints, 0, languages.data(), percents.data(),
                                          scores.data(), nullptr, &text_bytes, &reliable, &valid_bytes);
  if (!reliable || valid_bytes < length) return {};
  return {languages[0], percents[0]};
}

// CLD2 has some codes that were replaced long ago and some that are none ("un", "xxx", "xx-Latn").
std::string tag_of(CLD2::Language language) {
  const std::string code = CLD2::LanguageCode(language);
  if (language == CLD2::UNKNOWN_LANGUAGE || code == "un" || code.starts_with("xx")) return {};
  return normalise_language(code);
}

}  // namespace

Field detect_language(std::string_view title, std::string_view body) {
  std::string text(format::cut_text(title, kBytesLookedAt));
  text += '\n';
  text += format::cut_text(body, kBytesLookedAt);
  if (!has_enough_letters(text)) return {};
  const auto guess = ask_cld2(text);
  auto tag = tag_of(guess.language);
  if (tag.empty()) return {};
  return {std::move(tag), Standing::derived, "cld2 " + std::to_string(guess.percent) + " %"};
}

}  // namespace newshound::understanding
