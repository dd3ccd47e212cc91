#include "indexer/reading/white_space.h"

#include <array>

namespace newshound::reading {
namespace {

// U+00A0 no-break space, U+2028 and U+2029 line and paragraph separator, U+3000 ideographic space.
constexpr std::array<std::string_view, 4> kWideSpaces = {"\xc2\xa0", "\xe2\x80\xa8", "\xe2\x80\xa9", "\xe3\x80\x80"};
// U+200B zero-width space, U+2060 word joiner, U+FEFF byte order mark, U+00AD soft hyphen. U+200C and U+200D are no
// part of this: they decide how letters of some scripts join.
constexpr std::array<std::string_view, 4> kInvisible = {"\xe2\x80\x8b", "\xe2\x81\xa0", "\xef\xbb\xbf", "\xc2\xad"};

template <std::size_t size>
std::size_t length_of_one(const std::array<std::string_view, size>& characters, std::string_view text) {
  for (const auto character : characters)
    if (text.starts_with(character)) return character.size();
  return 0;
}

// Bytes of the white space that `text` begins with.
std::size_t space_length(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text.front());
  if (byte < 0x80) return kWhiteSpace.find(text.front()) == std::string_view::npos ? 0 : 1;
  return byte == 0xc2 || byte == 0xe2 || byte == 0xe3 ? length_of_one(kWideSpaces, text) : 0;
}

std::size_t invisible_length(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text.front());
  return byte == 0xc2 || byte == 0xe2 || byte == 0xef ? length_of_one(kInvisible, text) : 0;
}

std::size_t trailing_space_length(std::string_view text) {
  if (kWhiteSpace.find(text.back()) != std::string_view::npos) return 1;
  for (const auto space : kWideSpaces)
    if (text.ends_with(space)) return space.size();
  return 0;
}

}  // namespace

std::string_view trim(std::string_view text) {
  while (!text.empty())
    if (const auto length = space_length(text))
      text.remove_prefix(length);
    else
      break;
  while (!text.empty())
    if (const auto length = trailing_space_length(text))
      text.remove_suffix(length);
    else
      break;
  return text;
}

void append_collapsed(std::string& into, std::string_view text) {
  while (!text.empty()) {
    auto skipped = space_length(text);
    if (skipped > 0) {
      if (!into.empty() && into.back() != ' ' && into.back() != '\n') into += ' ';
    } else if (skipped = invisible_length(text); skipped == 0) {
      into += text.front();
      skipped = 1;
    }
    text.remove_prefix(skipped);
  }
}

std::string collapsed(std::string_view text) {
  std::string line;
  append_collapsed(line, text);
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

}  // namespace newshound::reading
