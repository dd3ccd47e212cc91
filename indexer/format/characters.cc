#include "indexer/format/characters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace newshound::format {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // within ICU's macro
UChar32 next_character(std::string_view text, std::size_t& at) {
  auto i = static_cast<std::int64_t>(at);
  const auto size = static_cast<std::int64_t>(text.size());
  UChar32 c = 0;
  U8_NEXT(text.data(), i, size, c);
  at = static_cast<std::size_t>(i);
  return c;
}
#pragma GCC diagnostic pop

std::string_view cut_text(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && U8_IS_TRAIL(static_cast<std::uint8_t>(text[most]))) --most;
  return text.substr(0, most);
}

std::size_t previous_character(std::string_view text, std::size_t end) {
  for (std::size_t begin = end; begin > 0 && end - begin < U8_MAX_LENGTH;) {
    --begin;
    std::size_t at = begin;
    if (next_character(text, at) >= 0 && at == end) return begin;
  }
  return end - 1;
}

bool is_white_space(UChar32 c) { return u_isUWhiteSpace(c) != 0; }

bool is_mark(UChar32 c) { return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }

UScriptCode script_of(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  const auto script = uscript_getScript(c, &status);
  return U_FAILURE(status) ? USCRIPT_UNKNOWN : script;
}

}  // namespace newshound::format
