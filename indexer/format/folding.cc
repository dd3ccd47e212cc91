#include "indexer/format/folding.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "indexer/format/analysis.h"
#include "indexer/format/characters.h"

namespace newshound::format {
namespace {

using NormalizerGetter = const icu::Normalizer2* (*)(UErrorCode&);

// The instances are ICU's own and live as long as the program.
icu::UnicodeString normalise(NormalizerGetter getter, const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = getter(status);
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU cannot normalise: ") + u_errorName(status));
  auto normal = normalizer->normalize(text, status);
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU cannot normalise: ") + u_errorName(status));
  return normal;
}

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

icu::UnicodeString fold_case(icu::UnicodeString text) {
  for (std::int32_t i = 0; i < text.length(); ++i) {
    const char16_t c = text[i];
    if (c == u'\u2019' || c == u'\u2018' || c == u'\u02BC' || c == u'\uFF07') text.setCharAt(i, u'\'');
  }
  return normalise(icu::Normalizer2::getNFKCCasefoldInstance, text);
}

// Letters that Unicode does not decompose and that are typed without their stroke, hook or ligature. ß is not here:
// case folding makes it ss. German ae and oe stay two letters.
struct Replacement {
  char16_t letter;
  std::u16string_view plain;
};
constexpr std::array kReplacements = {
    Replacement{u'\u00E6', u"ae"},  // æ
    Replacement{u'\u00F0', u"d"},   // ð
    Replacement{u'\u00F8', u"o"},   // ø
    Replacement{u'\u00FE', u"th"},  // þ
    Replacement{u'\u0111', u"d"},   // đ
    Replacement{u'\u0127', u"h"},   // ħ
    Replacement{u'\u0131', u"i"},   // ı
    Replacement{u'\u0142', u"l"},   // ł
    Replacement{u'\u014B', u"n"},   // ŋ
    Replacement{u'\u0153', u"oe"},  // œ
    Replacement{u'\u0167', u"t"},   // ŧ
    Replacement{u'\u0199', u"k"},   // ƙ
    Replacement{u'\u01B4', u"y"},   // ƴ
    Replacement{u'\u0253', u"b"},   // ɓ
    Replacement{u'\u0257', u"d"},   // ɗ
};

std::u16string_view plain_letters(UChar32 c) {
  if (c < kReplacements.front().letter || c > kReplacements.back().letter) return {};
  const auto* found = std::lower_bound(kReplacements.begin(), kReplacements.end(), c,
                                       [](const Replacement& entry, UChar32 letter) { return entry.letter < letter; });
  return found != kReplacements.end() && found->letter == c ? found->plain : std::u16string_view();
}

constexpr UChar32 kTatweel = 0x0640;

// Vowel signs and hamza marks, and the small alef: written or left out at will.
bool is_arabic_mark(UChar32 c) { return (c >= 0x064B && c <= 0x065F) || c == 0x0670; }

bool drops_mark(UChar32 base, UScriptCode script, UChar32 mark) {
  switch (script) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_HEBREW:
      return true;
    case USCRIPT_CYRILLIC:  // stress marks and ё; й, ї and ў are letters of their own
      return mark == 0x0300 || mark == 0x0301 || (base == 0x0435 && mark == 0x0308);
    default:
      return false;
  }
}

bool is_latin_capital_i(UChar32 c) { return c == U'I' || c == 0xFF29; }

}  // namespace

std::size_t apostrophe_at(std::string_view text, std::size_t at) {
  const auto rest = text.substr(at);
  if (rest.starts_with('\'')) return 1;
  if (rest.starts_with("\u02BC")) return 2;
  if (rest.starts_with("\u2019") || rest.starts_with("\u2018") || rest.starts_with("\uFF07")) return 3;
  return 0;
}

std::size_t apostrophe_before(std::string_view text, std::size_t end) {
  for (std::size_t length = 1; length <= std::min<std::size_t>(3, end); ++length)
    if (apostrophe_at(text, end - length) == length) return length;
  return 0;
}

icu::UnicodeString composed(std::string_view text) {
  return normalise(icu::Normalizer2::getNFCInstance, from_utf8(text));
}

icu::UnicodeString fold_case(std::string_view text) { return fold_case(from_utf8(text)); }

icu::UnicodeString fold_case_turkish(std::string_view text) {
  const auto letters = composed(text);
  icu::UnicodeString turkish;
  for (std::int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
    const UChar32 c = letters.char32At(i);
    turkish.append(is_latin_capital_i(c) ? UChar32{0x0131} : c == 0x0130 ? UChar32{U'i'} : c);
  }
  return fold_case(std::move(turkish));
}

icu::UnicodeString fold_accents(const icu::UnicodeString& text) {
  const auto decomposed = normalise(icu::Normalizer2::getNFDInstance, text);
  icu::UnicodeString folded;
  UChar32 base = 0;
  UScriptCode script = USCRIPT_UNKNOWN;
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (c == kTatweel || is_arabic_mark(c)) continue;
    if (is_mark(c)) {
      if (!drops_mark(base, script, c)) folded.append(c);
      continue;
    }
    base = c;
    script = script_of(c);
    const auto plain = plain_letters(c);
    if (plain.empty())
      folded.append(c);
    else
      folded.append(plain.data(), static_cast<std::int32_t>(plain.size()));
  }
  return normalise(icu::Normalizer2::getNFCInstance, folded);
}

bool is_letters(const icu::UnicodeString& text) {
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (u_isalpha(c) == 0 && !is_mark(c)) return false;
  }
  return !text.isEmpty();
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string utf8;
  return text.toUTF8String(utf8);
}

std::string fold_value(std::string_view value) {
  const auto folded = fold_accents(fold_case(value));
  icu::UnicodeString spaced;
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 c = folded.char32At(i);
    if (!is_white_space(c))
      spaced.append(c);
    else if (!spaced.isEmpty() && spaced[spaced.length() - 1] != u' ')
      spaced.append(u' ');
  }
  if (spaced.endsWith(u" ", 1)) spaced.truncate(spaced.length() - 1);
  return to_utf8(spaced);
}

}  // namespace newshound::format
