#include "searcher/query/escapes.h"

#include "searcher/query/characters.h"

namespace newshound::query {
namespace {

bool ends_word(char32_t code) { return is_space(code) || is_quote(code) || code == '(' || code == ')' || code == '|'; }

bool can_be_escaped(char32_t code) { return is_ascii_punctuation(code) || is_quote(code); }

// Bytes of the character after the backslash at text[at], if the pair stands for that character; else 0.
std::size_t escaped_length(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return 0;
  const Character next = character_at(text, at + 1);
  return can_be_escaped(next.code) ? next.length : 0;
}

bool closes(char32_t opening, char32_t code) {
  if (opening == '"') return code == '"';
  return is_curly_quote(code) && code != 0x201E;  // „ only opens
}

bool is_escape_in_quotes(std::string_view text, std::size_t at) {
  constexpr std::string_view kEscaped = "\"\\*?";
  return text[at] == '\\' && at + 1 < text.size() && kEscaped.find(text[at + 1]) != std::string_view::npos;
}

// * anywhere, ? before a letter or digit: what a phrase does not take as text.
bool is_wildcard(std::string_view text, std::size_t at) {
  if (text[at] == '*') return true;
  return text[at] == '?' && at + 1 < text.size() && is_word_character(character_at(text, at + 1).code);
}

}  // namespace

WordText read_word(std::string_view text, std::size_t at) {
  WordText word;
  const std::size_t begin = at;
  while (at < text.size()) {
    if (text[at] == '\\') {
      const std::size_t length = escaped_length(text, at);
      const bool leads = at == begin && at + 1 < text.size() && !ends_word(character_at(text, at + 1).code);
      if (length > 0 || leads) {
        word.escaped = true;
        word.value.append(text, at + 1, length);
        at += 1 + length;
        continue;
      }
    }
    const Character character = character_at(text, at);
    if (ends_word(character.code)) break;
    word.value.append(text, at, character.length);
    at += character.length;
  }
  word.end = at;
  return word;
}

std::string write_word(std::string_view value, bool plain) {
  std::string text;
  for (std::size_t at = 0; at < value.size();) {
    const Character character = character_at(value, at);
    const bool special = ends_word(character.code) || character.code == '\\' || character.code == '*';
    if (special || (at == 0 && !plain)) text += '\\';
    text.append(value, at, character.length);
    at += character.length;
  }
  return text;
}

std::optional<QuotedText> read_quoted(std::string_view text, std::size_t at) {
  const Character opening = character_at(text, at);
  QuotedText quoted;
  for (at += opening.length; at < text.size();) {
    const Character character = character_at(text, at);
    if (is_escape_in_quotes(text, at)) {
      quoted.value += text[at + 1];
      at += 2;
      continue;
    }
    if (closes(opening.code, character.code)) {
      quoted.end = at + character.length;
      return quoted;
    }
    if (!quoted.wildcard && is_wildcard(text, at)) quoted.wildcard = Span{at, at + 1};
    quoted.value.append(text, at, character.length);
    at += character.length;
  }
  return {};
}

std::string write_quoted(std::string_view value, bool wildcards) {
  std::string text = "\"";
  for (std::size_t at = 0; at < value.size(); ++at) {
    const char c = value[at];
    if (c == '"' || c == '\\' || (wildcards && is_wildcard(value, at))) text += '\\';
    text += c;
  }
  return text + '"';
}

}  // namespace newshound::query
