#include "indexer/reading/character_set.h"

#include <unicode/localpointer.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "indexer/reading/utf8.h"

namespace newshound::reading {
namespace {

constexpr std::size_t kBytesLookedAt = 64 << 10;
constexpr std::int32_t kCharactersPerStray = 100;  // of a text; with more strays it is none
constexpr std::int32_t kMerelyPossible = 10;       // ICU's confidence in UTF-16 that it has seen no sign of

bool has_byte_80_to_9f(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 && byte <= 0x9f;
  });
}

// A text with a NUL byte is in UTF-16 or UTF-32 or it is none; any bytes could be UTF-16, which needs a sign of it.
bool may_be(std::string_view character_set, std::int32_t confidence, bool has_nul) {
  if (character_set.starts_with("UTF-16")) return confidence > kMerelyPossible;
  return !has_nul || character_set.starts_with("UTF-32");
}

// ICU's best guess that may be; windows-1252 where it says ISO-8859-1 but the bytes 80 to 9F, letters and quotes of the
// former and control characters of the latter, occur. Empty if it has none.
std::string detect(std::string_view bytes, bool has_nul) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUCharsetDetectorPointer detector(ucsdet_open(&status));
  const auto looked_at = bytes.substr(0, kBytesLookedAt);
  ucsdet_setText(detector.getAlias(), looked_at.data(), static_cast<std::int32_t>(looked_at.size()), &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.getAlias(), &count, &status);
  for (std::int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
    const char* name = ucsdet_getName(matches[i], &status);
    if (U_FAILURE(status) || !may_be(name, ucsdet_getConfidence(matches[i], &status), has_nul)) continue;
    return name == std::string_view("ISO-8859-1") && has_byte_80_to_9f(bytes) ? "windows-1252" : name;
  }
  return {};
}

// Control characters other than those that lay out a text, and numbers that stand for no character. Private use too:
// nobody else could read it.
bool is_stray(UChar32 c) {
  if (c == '\t' || c == '\n' || c == '\r' || c == '\f') return false;
  return (U_GET_GC_MASK(c) & (U_GC_CC_MASK | U_GC_CN_MASK | U_GC_CO_MASK | U_GC_CS_MASK)) != 0;
}

// Whether these are characters that people write. A detector names a set for whatever bytes it is given, and the wrong
// set betrays itself by what it makes of them.
bool is_text(const icu::UnicodeString& text) {
  std::int32_t strays = 0;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) strays += is_stray(text.char32At(at));
  return strays <= text.length() / kCharactersPerStray;
}

enum class Trust { guessed, declared };  // a guess that makes no text of the bytes is wrong

// Empty for bytes that mean nothing in the set.
std::optional<std::string> convert(std::string_view bytes, const std::string& character_set, Trust trust) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUConverterPointer converter(ucnv_open(character_set.c_str(), &status));
  ucnv_setToUCallBack(converter.getAlias(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  if (U_FAILURE(status)) return {};
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.getAlias(), status);
  if (U_FAILURE(status) || (trust == Trust::guessed && !is_text(text))) return {};
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

}  // namespace

std::optional<DecodedText> decode_text(std::string bytes) {
  if (bytes.starts_with(kByteOrderMark)) bytes.erase(0, kByteOrderMark.size());
  const bool has_nul = bytes.find('\0') != std::string::npos;
  if (!has_nul && !first_bad_byte(bytes)) return DecodedText{std::move(bytes), {}};
  if (bytes.size() > INT32_MAX) return {};
  auto character_set = detect(bytes, has_nul);
  if (has_nul && character_set.empty()) return {};
  // Too short or strange for a guess: the set in which every byte means something.
  if (character_set.empty() || character_set == "UTF-8") character_set = "windows-1252";
  auto text = convert(bytes, character_set, Trust::guessed);
  if (!text || text->find('\0') != std::string::npos) return {};
  if (text->starts_with(kByteOrderMark)) text->erase(0, kByteOrderMark.size());
  return DecodedText{std::move(*text), std::move(character_set)};
}

std::optional<std::string> decode_declared(std::string_view bytes, const std::string& character_set) {
  if (bytes.size() > INT32_MAX) return {};
  const bool latin1 = ucnv_compareNames(character_set.c_str(), "ISO-8859-1") == 0 ||
                      ucnv_compareNames(character_set.c_str(), "latin1") == 0;
  return convert(bytes, latin1 ? "windows-1252" : character_set, Trust::declared);
}

bool is_utf8_name(std::string_view character_set) {
  const std::string name(character_set);
  if (name.empty()) return true;
  const auto is = [&](const char* other) { return ucnv_compareNames(name.c_str(), other) == 0; };
  return is("UTF-8") || is("US-ASCII") || is("ASCII") || is("UTF-16") || is("UTF-16LE") || is("UTF-16BE") ||
         is("UTF-32");
}

std::string from_latin1(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + 16);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      text += c;
    } else {
      text += static_cast<char>(0xc0 | (byte >> 6));
      text += static_cast<char>(0x80 | (byte & 0x3f));
    }
  }
  return text;
}

}  // namespace newshound::reading
