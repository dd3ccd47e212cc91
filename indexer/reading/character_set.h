// Bytes of a text without a declared character set -> UTF-8.
#ifndef NEWSHOUND_READING_CHARACTER_SET_H
#define NEWSHOUND_READING_CHARACTER_SET_H

#include <optional>
#include <string>
#include <string_view>

namespace newshound::reading {

struct DecodedText {
  std::string text;   // UTF-8 without a byte order mark
  std::string taken;  // the character set it was taken for; empty if it was UTF-8
};

// UTF-8 if it is that, else what ICU's detector takes it for. Empty for bytes that are no text: a NUL byte and no
// UTF-16 or UTF-32, or a byte that means nothing in the detected set, or more than a hundredth of the characters
// control characters, unassigned or for private use. UTF-8 is not held to the last: nobody guessed it.
std::optional<DecodedText> decode_text(std::string bytes);

// Every byte is the character of that number.
std::string from_latin1(std::string_view bytes);

}  // namespace newshound::reading

#endif
