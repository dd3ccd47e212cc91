#include "searcher/query/misread_signs.h"

#include "searcher/query/characters.h"
#include "searcher/query/query_error.h"
#include "searcher/query/word_forms.h"

#include <cstddef>

namespace newshound::query {
namespace {

bool word_begins_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_word_character(character_at(text, at).code);
}

// How the field is asked for what the sign before its name was to say.
std::string rewritten(std::string_view signs, const format::FieldSpec& field) {
  const std::string name(field.name);
  if (signs.front() == '!') return "write -" + name + ":word for articles without it";
  if (field.kind != format::FieldKind::text) return "write " + name + ":value; a value is exact anyway";
  return "write " + name + (signs.front() == '~' ? ":word~1" : ":" + std::string(signs) + "word");
}

std::optional<Error> sign_before_field(std::string_view run, bool value_follows) {
  const std::size_t name = run.find_first_not_of("=!~");
  if (name == 0 || name == std::string_view::npos) return {};
  const auto length = field_name_length(run.substr(name));
  const auto* field = length ? field_of_name(run.substr(name, *length)) : nullptr;
  const bool has_value = length && (value_follows || name + *length + 1 < run.size());
  if (field == nullptr || !has_value) return {};
  const auto signs = run.substr(0, name);
  return query_error(quoted_in_message(signs) + " stands before a word, not before a field", {},
                     rewritten(signs, *field));
}

std::optional<Error> equals_before_sign(std::string_view run) {
  const std::size_t sign = run.find_first_not_of('=');
  if (sign == 0 || sign > 2 || sign + 1 >= run.size()) return {};
  if ((run[sign] != '-' && run[sign] != '+') || !word_begins_at(run, sign + 1)) return {};
  const auto equals = std::string(run.substr(0, sign));
  return query_error(quoted_in_message(run) + " has its signs the wrong way round", {},
                     "write " + (run[sign] + equals) + "word");
}

bool joins_words(std::string_view word, std::string_view sign) {
  const auto at = word.find(sign);
  return at != std::string_view::npos && has_word_character(word.substr(0, at)) &&
         has_word_character(word.substr(at + sign.size()));
}

bool is_colon_word(std::string_view word) { return word.starts_with(':') && word_begins_at(word, 1); }

bool is_tilde_number(std::string_view word) {
  return word.starts_with('~') && read_distance(without_marks(word.substr(1)));
}

// 10^6, which would be a weight if it had a letter before it.
bool is_power(std::string_view word) {
  const auto at = word.rfind('^');
  if (at == std::string_view::npos || at + 1 == word.size()) return false;
  return has_word_character(word.substr(0, at)) && !can_have_weight(word.substr(0, at)) && is_digit(word[at + 1]);
}

}  // namespace

std::optional<Error> misread_error(std::string_view run, bool value_follows) {
  auto error = sign_before_field(run, value_follows);
  return error ? error : equals_before_sign(run);
}

std::optional<std::string> misread_warning(std::string_view word) {
  const auto is_a_word = quoted_in_message(word) + " is read as a word; ";
  if (word.starts_with('!') && word_begins_at(word, 1)) return is_a_word + "to leave out articles with it, write -word";
  if (joins_words(word, "&&")) return is_a_word + "to search for both words, put a space or AND between them";
  if (is_power(word)) return is_a_word + "to give a number a weight, put it in brackets: (10)^6";
  return {};
}

bool may_be_misplaced(std::string_view word) { return is_colon_word(word) || is_tilde_number(word); }

std::optional<std::string> misplaced_warning(std::string_view word, const Token& before) {
  const bool is_name = before.kind == Token::Kind::word && !before.plain && field_of_name(before.text) != nullptr;
  if (is_name && is_colon_word(word))
    return quoted_in_message(before.text) + " and " + quoted_in_message(word) +
           " are words here; to search the field, leave no space before the colon";
  if (before.kind == Token::Kind::phrase && is_tilde_number(word))
    return quoted_in_message(word) +
           " is read as a word; for words among those of the phrase leave no space before the ~";
  return {};
}

}  // namespace newshound::query
