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

// From a declared character set, by any name that ICU knows; ISO-8859-1 is read as windows-1252, which has the same
// letters and others where ISO-8859-1 has control characters. Empty for an unknown name and for bytes that mean nothing
// in the set.
std::optional<std::string> decode_declared(std::string_view bytes, const std::string& character_set);

// Whether bytes under this name can be UTF-8: the name says so, is empty, or says UTF-16 or UTF-32 of a text whose
// declaration was read byte by byte.
bool is_utf8_name(std::string_view character_set);

// Every byte is the character of that number.
std::string from_latin1(std::string_view bytes);

}  // namespace newshound::reading

#endif
