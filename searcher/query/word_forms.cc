#include "searcher/query/word_forms.h"

#include "searcher/query/characters.h"
#include "searcher/query/query_error.h"

#include <algorithm>
#include <array>
#include <utility>

namespace newshound::query {
namespace {

constexpr std::string_view kQuoteIt = "to search for the text itself, put it in quotes or a backslash before it";

bool starts_with(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

Error unsupported(const std::string& what) { return not_supported(what, {}, std::string(kQuoteIt)); }

Result<OperatorWord> near_at(std::string_view distance, std::string_view run) {
  const auto number = read_distance(distance);
  if (!number) return distance_error(run);
  return OperatorWord{OperatorKind::near, *number};
}

std::optional<Result<OperatorWord>> read_near(std::string_view run) {
  if (!starts_with(run, "NEAR")) return {};
  const auto rest = run.substr(4);
  if (rest.empty()) return Result<OperatorWord>(OperatorWord{OperatorKind::near, kDefaultDistance});
  if (rest == "/s" || rest == "/p") return Result<OperatorWord>(unsupported(std::string(run)));
  if (rest.front() == '/') return near_at(rest.substr(1), run);
  if (all_digits(rest)) return near_at(rest, run);
  return {};
}

bool is_future_operator(std::string_view run) {
  if (run == "MAYBE" || run == "ADJ") return true;
  if (!starts_with(run, "ADJ")) return false;
  const auto rest = run.substr(3);
  return rest.front() == '/' || all_digits(rest);
}

std::string lower(std::string_view name) {
  std::string folded(name);
  for (char& c : folded)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return folded;
}

bool is_word_character_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_word_character(character_at(text, at).code);
}

bool is_exact_form(std::string_view run) {
  const auto word = run.find_first_not_of('=');
  return word != 0 && word != std::string_view::npos && is_word_character_at(run, word);
}

bool has_star(std::string_view run) { return run.find('*') != std::string_view::npos && has_word_character(run); }

// A "?" that a letter or digit follows, except in an address on the web.
bool has_inner_question_mark(std::string_view run) {
  if (run.find("://") != std::string_view::npos) return false;
  for (auto at = run.find('?'); at != std::string_view::npos; at = run.find('?', at + 1))
    if (is_word_character_at(run, at + 1)) return true;
  return false;
}

// The run ends in `sign` and a number, after something that is a word: word~1, word^2.5. Only "~" may stand without
// one.
bool has_suffix(std::string_view run, char sign) {
  const auto at = run.rfind(sign);
  if (at == std::string_view::npos || !has_word_character(run.substr(0, at))) return false;
  const auto number = run.substr(at + 1);
  if (number.empty()) return sign == '~';
  return std::all_of(number.begin(), number.end(), [](char c) { return is_digit(c) || c == '.'; });
}

std::optional<Error> unsupported_suffix(std::string_view run) {
  if (has_suffix(run, '~')) return unsupported("a fuzzy word (" + quoted_in_message(run) + ")");
  if (has_suffix(run, '^')) return unsupported("a weight (" + quoted_in_message(run) + ")");
  return {};
}

}  // namespace

std::optional<Result<OperatorWord>> read_operator(std::string_view run) {
  constexpr std::array<std::pair<std::string_view, OperatorKind>, 4> kWords = {{{"AND", OperatorKind::conjunction},
                                                                                {"OR", OperatorKind::disjunction},
                                                                                {"NOT", OperatorKind::negation},
                                                                                {"AROUND", OperatorKind::around}}};
  for (const auto& [word, kind] : kWords)
    if (run == word) return Result<OperatorWord>(OperatorWord{kind, 0});
  if (is_future_operator(run)) return Result<OperatorWord>(unsupported(std::string(run.substr(0, 20))));
  return read_near(run);
}

std::optional<unsigned> read_distance(std::string_view digits) {
  constexpr std::size_t kMostDigits = 3;  // enough for kMaxDistance
  if (!all_digits(digits) || digits.size() > kMostDigits) return {};
  unsigned number = 0;
  for (const char c : digits) number = number * 10 + static_cast<unsigned>(c - '0');
  return number == 0 || number > kMaxDistance ? std::nullopt : std::optional(number);
}

Error distance_error(std::string_view name) {
  return query_error(quoted_in_message(name) + " has no distance from 1 to " + std::to_string(kMaxDistance), {},
                     "write NEAR/5 for at most 5 words apart, or NEAR alone for 10");
}

std::optional<Error> unsupported_form(std::string_view run) {
  if (is_exact_form(run)) return unsupported("=word (" + quoted_in_message(run) + ")");
  if (has_star(run) || has_inner_question_mark(run)) return unsupported("a wildcard (" + quoted_in_message(run) + ")");
  return unsupported_suffix(run);
}

std::optional<Error> unsupported_value_form(std::string_view value) {
  if (is_exact_form(value)) return unsupported("=word (" + quoted_in_message(value) + ")");
  if (value.find('*') != std::string_view::npos) return unsupported("a wildcard (" + quoted_in_message(value) + ")");
  return unsupported_suffix(value);
}

std::optional<std::size_t> field_name_length(std::string_view run) {
  std::size_t at = 0;
  while (at < run.size() && run[at] != ':') {
    const Character character = character_at(run, at);
    if (!is_letter(character.code)) return {};
    at += character.length;
  }
  if (at == 0 || at >= run.size() || starts_with(run.substr(at), "://")) return {};
  return at;
}

const format::FieldSpec* field_of_name(std::string_view name) { return format::find_field(lower(name)); }

bool is_future_field(std::string_view name) {
  constexpr std::array<std::string_view, 5> kNames = {"lead", "body", "added", "words", "like"};
  return std::find(kNames.begin(), kNames.end(), lower(name)) != kNames.end();
}

bool reads_as_word(std::string_view value, const format::FieldSpec* field) {
  if (value.empty() || value.front() == '-' || value.front() == '+') return false;
  if (field != nullptr && field->column != format::ColumnId::none && value == "unknown") return false;
  if (field != nullptr && starts_with(value, "//")) return false;  // title://x would be an address
  return !read_operator(value) && !unsupported_form(value) && !field_name_length(value);
}

}  // namespace newshound::query
