// What the characters of a query are: spaces, quotes, parts of words. The parser stands on the standard library alone,
// so this is a small table of ranges, not the Unicode database: it need only tell a run that may hold a word from one
// that cannot. What a word is, the analyser decides.
#ifndef NEWSHOUND_QUERY_CHARACTERS_H
#define NEWSHOUND_QUERY_CHARACTERS_H

#include <cstddef>
#include <optional>
#include <string_view>

namespace newshound::query {

struct Character {
  char32_t code = 0;
  std::size_t length = 0;  // bytes
  bool valid = true;
};

// The character that begins at text[at]; `at` must be inside. A byte that begins none is one invalid character.
Character character_at(std::string_view text, std::size_t at);

// Offset of the first byte that is not UTF-8; empty if there is none.
std::optional<std::size_t> first_invalid_byte(std::string_view text);

// Separates words: control characters, the no-break and ideographic spaces and a byte order mark too.
bool is_space(char32_t code);
bool is_digit(char c);
// Punctuation of ASCII, the characters a backslash can stand before.
bool is_ascii_punctuation(char32_t code);
// One of “ ” „ ‟
bool is_curly_quote(char32_t code);
// " or a curly one.
bool is_quote(char32_t code);
// A letter or a digit, or a mark that belongs to one.
bool is_word_character(char32_t code);
bool is_letter(char32_t code);

bool has_word_character(std::string_view text);
bool is_blank(std::string_view text);

}  // namespace newshound::query

#endif
