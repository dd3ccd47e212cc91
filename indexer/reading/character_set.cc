#include "indexer/reading/character_set.h"

#include <unicode/localpointer.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "indexer/reading/utf8.h"

namespace newshound::reading {
namespace {

constexpr std::size_t kBytesLookedAt = 64 << 10;

// ICU's guess; windows-1252 where it says ISO-8859-1 but the bytes 80 to 9F, letters and quotes of the former and
// control characters of the latter, occur. Empty if it has none.
std::string detect(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUCharsetDetectorPointer detector(ucsdet_open(&status));
  const auto looked_at = bytes.substr(0, kBytesLookedAt);
  ucsdet_setText(detector.getAlias(), looked_at.data(), static_cast<std::int32_t>(looked_at.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.getAlias(), &status);
  if (U_FAILURE(status) || !match) return {};
  const char* name = ucsdet_getName(match, &status);
  std::string found = U_SUCCESS(status) && name ? name : "";
  const bool high = std::any_of(bytes.begin(), bytes.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 && byte <= 0x9f;
  });
  if (found == "ISO-8859-1" && high) found = "windows-1252";
  return found;
}

std::optional<std::string> convert(std::string_view bytes, const std::string& character_set) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUConverterPointer converter(ucnv_open(character_set.c_str(), &status));
  if (U_FAILURE(status)) return {};
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.getAlias(), status);
  if (U_FAILURE(status)) return {};
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
  auto character_set = detect(bytes);
  // Too short or strange for a guess: the set in which every byte means something.
  if (!has_nul && (character_set.empty() || character_set == "UTF-8")) character_set = "windows-1252";
  if (has_nul && !character_set.starts_with("UTF-16") && !character_set.starts_with("UTF-32")) return {};
  auto text = convert(bytes, character_set);
  if (!text || text->find('\0') != std::string::npos) return {};
  if (text->starts_with(kByteOrderMark)) text->erase(0, kByteOrderMark.size());
  return DecodedText{std::move(*text), std::move(character_set)};
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
