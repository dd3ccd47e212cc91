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

namespace {

bool ends_in_space(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[at - 1]) & 0xC0U) == 0x80U) --at;
  return at == 0 || is_space(character_at(text, at - 1).code);
}

// The "*" that ends at text[end], `before` being what stands before it, is a word of its own.
bool is_alone(std::string_view before, std::string_view text, std::size_t end, char32_t opening) {
  if (!ends_in_space(before) || end >= text.size()) return false;
  const auto next = character_at(text, end).code;
  return is_space(next) || closes(opening, next);
}

}  // namespace

std::optional<QuotedText> read_quoted(std::string_view text, std::size_t at, bool as_phrase) {
  const Character opening = character_at(text, at);
  QuotedText quoted;
  std::size_t open_gap = text.size();  // that no word follows yet
  bool has_word = false;
  const auto refuse = [&](std::size_t place) {
    if (!quoted.wildcard) quoted.wildcard = Span{place, place + 1};
  };
  for (at += opening.length; at < text.size();) {
    const Character character = character_at(text, at);
    if (is_escape_in_quotes(text, at)) {
      const bool is_nothing = as_phrase && text[at + 1] == '*' && is_alone(quoted.value, text, at + 2, opening.code);
      if (!is_nothing) quoted.value += text[at + 1];
      at += 2;
      continue;
    }
    if (closes(opening.code, character.code)) {
      if (open_gap < text.size()) refuse(open_gap);
      quoted.end = at + character.length;
      return quoted;
    }
    if (as_phrase && text[at] == '*' && is_alone(quoted.value, text, at + 1, opening.code)) {
      if (!has_word) refuse(at);
      open_gap = at;
    } else if (as_phrase && is_wildcard(text, at)) {
      refuse(at);
    } else if (is_word_character(character.code)) {
      has_word = true;
      open_gap = text.size();
    }
    quoted.value.append(text, at, character.length);
    at += character.length;
  }
  return {};
}

std::string write_quoted(std::string_view value, bool as_phrase) {
  std::string text = "\"";
  for (std::size_t at = 0; at < value.size(); ++at) {
    const char c = value[at];
    const bool is_gap = as_phrase && c == '*' && is_gap_at(value, at);
    if (c == '"' || c == '\\' || (as_phrase && !is_gap && is_wildcard(value, at))) text += '\\';
    text += c;
  }
  return text + '"';
}

bool has_gap(std::string_view phrase) {
  for (auto at = phrase.find('*'); at != std::string_view::npos; at = phrase.find('*', at + 1))
    if (is_gap_at(phrase, at)) return true;
  return false;
}

bool is_gap_at(std::string_view phrase, std::size_t at) {
  if (phrase[at] != '*' || !ends_in_space(phrase.substr(0, at))) return false;
  return at + 1 == phrase.size() || is_space(character_at(phrase, at + 1).code);
}

}  // namespace newshound::query
