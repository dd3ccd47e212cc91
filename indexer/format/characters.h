// Reading UTF-8 text character by character, for the files that make words of it or cut it.
#ifndef NEWSHOUND_FORMAT_CHARACTERS_H
#define NEWSHOUND_FORMAT_CHARACTERS_H

#include <unicode/uscript.h>
#include <unicode/utypes.h>

#include <cstddef>
#include <string_view>

namespace newshound::format {

bool is_ascii(std::string_view text);

// The character at `at`, which moves behind it; negative for bytes that are not UTF-8.
UChar32 next_character(std::string_view text, std::size_t& at);

// The longest beginning of at most `most` bytes that ends between two characters.
std::string_view cut_text(std::string_view text, std::size_t most);

// Where the character that ends before `end` begins; `end` is not 0. One byte back for bytes that are not UTF-8.
std::size_t previous_character(std::string_view text, std::size_t end);

bool is_white_space(UChar32 c);

// A combining mark, spacing or not.
bool is_mark(UChar32 c);

UScriptCode script_of(UChar32 c);

}  // namespace newshound::format

#endif
