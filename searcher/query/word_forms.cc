#include "searcher/query/word_forms.h"

#include "searcher/query/characters.h"
#include "searcher/query/misread_signs.h"
#include "searcher/query/query_error.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace newshound::query {
namespace {

constexpr std::string_view kQuoteIt = "to search for the text itself, put it in quotes or a backslash before it";

bool starts_with(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

Error form_error(std::string message, std::string_view hint = kQuoteIt) {
  return query_error(std::move(message), {}, std::string(hint));
}

// What follows NEAR or ADJ; empty for a word that only begins so.
std::optional<Result<OperatorWord>> read_near(std::string_view run, std::string_view name, bool ordered) {
  if (!starts_with(run, name)) return {};
  const auto rest = run.substr(name.size());
  OperatorWord found{OperatorKind::near, {kDefaultDistance, QueryNode::Within::distance, ordered}};
  if (rest.empty()) return Result<OperatorWord>(found);
  if (!ordered && (rest == "/s" || rest == "/p")) {
    found.nearness = {0, rest == "/s" ? QueryNode::Within::sentence : QueryNode::Within::paragraph, false};
    return Result<OperatorWord>(found);
  }
  if (rest.front() != '/' && !all_digits(rest)) return {};
  const auto distance = read_distance(rest.substr(rest.front() == '/' ? 1 : 0));
  if (!distance) return Result<OperatorWord>(distance_error(run));
  found.nearness.distance = *distance;
  return Result<OperatorWord>(found);
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

bool has_star(std::string_view run) { return run.find('*') != std::string_view::npos && has_word_character(run); }

// A "?" that a letter or digit follows, except in an address on the web.
bool has_inner_question_mark(std::string_view run) {
  if (run.find("://") != std::string_view::npos) return false;
  for (auto at = run.find('?'); at != std::string_view::npos; at = run.find('?', at + 1))
    if (is_word_character_at(run, at + 1)) return true;
  return false;
}

// Where a sign stands behind something that is a word, and the number behind it, which may be missing.
struct Suffix {
  std::size_t at;
  std::string_view number;
};

// word~1, word^2.5, and those with punctuation behind them.
std::optional<Suffix> suffix_of(std::string_view run, char sign) {
  const auto at = run.rfind(sign);
  if (at == std::string_view::npos || !has_word_character(run.substr(0, at))) return {};
  const auto number = without_marks(run.substr(at + 1));
  const bool is_number = std::all_of(number.begin(), number.end(), [](char c) { return is_digit(c) || c == '.'; });
  return is_number ? std::optional(Suffix{at, number}) : std::nullopt;
}

// Meant as a number, whether it is a weight or not: 2, 0.5, -1, 1e3, 1,5.
bool looks_like_a_number(std::string_view text) {
  constexpr std::string_view kFirst = "0123456789.+-";
  constexpr std::string_view kOthers = "0123456789.,+-eE";
  return !text.empty() && kFirst.find(text.front()) != std::string_view::npos &&
         text.find_first_not_of(kOthers) == std::string_view::npos && std::any_of(text.begin(), text.end(), is_digit);
}

Result<void> take_weight(std::string_view& run, WordShape& shape) {
  const auto at = run.rfind('^');
  if (at == std::string_view::npos) return {};
  const auto number = without_marks(run.substr(at + 1));
  if (!looks_like_a_number(number)) return {};
  if (at == 0)
    return form_error(quoted_in_message(run) + " has no word before it", "write word^2, without a space before the ^");
  if (!can_have_weight(run.substr(0, at))) return {};
  const auto weight = read_weight(number);
  if (!weight) return weight_error(run.substr(at));
  shape.weight = *weight;
  run = run.substr(0, at);
  return {};
}

Result<void> take_edits(std::string_view& run, WordShape& shape) {
  const auto suffix = suffix_of(run, '~');
  if (!suffix) return {};
  const auto number = suffix->number;
  if (!number.empty() && number != "1" && number != "2")
    return form_error(quoted_in_message(run.substr(suffix->at)) + " is no number of edits", "write ~1 or ~2");
  shape.form = QueryNode::Form::fuzzy;
  shape.edits = number == "2" ? 2 : 1;
  run = run.substr(0, suffix->at);
  return {};
}

// A second number behind what is a word with its signs already: word^2~1.
bool has_another_suffix(std::string_view run, char sign) {
  const auto at = run.rfind(sign);
  if (at == std::string_view::npos || !looks_like_a_number(without_marks(run.substr(at + 1)))) return false;
  return sign == '~' ? suffix_of(run, sign).has_value() : can_have_weight(run.substr(0, at));
}

Result<void> take_equals(std::string_view& run, WordShape& shape) {
  const auto word = run.find_first_not_of('=');
  if (word == 0 || word == std::string_view::npos || !is_word_character_at(run, word)) return {};
  if (word > 2) return form_error(quoted_in_message(run) + " has too many signs", "write =word or ==Word");
  if (shape.form != QueryNode::Form::any)
    return form_error(quoted_in_message(run) + " is both exact and fuzzy", "leave out = or ~");
  shape.form = word == 1 ? QueryNode::Form::exact : QueryNode::Form::exact_case;
  run.remove_prefix(word);
  return {};
}

Result<void> take_wildcards(std::string_view& run, WordShape& shape) {
  if (!has_star(run) && !has_inner_question_mark(run)) return {};
  if (shape.form != QueryNode::Form::any)
    return form_error(quoted_in_message(run) + " has a wildcard beside = or ~",
                      "a wildcard finds words as they are written; leave out the other sign");
  run = run.substr(0, run.find_last_not_of("?!.,;:~^\\") + 1);
  shape.form = QueryNode::Form::pattern;
  return {};
}

}  // namespace

std::optional<Result<OperatorWord>> read_operator(std::string_view run) {
  constexpr std::array<std::pair<std::string_view, OperatorKind>, 5> kWords = {{{"AND", OperatorKind::conjunction},
                                                                                {"OR", OperatorKind::disjunction},
                                                                                {"NOT", OperatorKind::negation},
                                                                                {"MAYBE", OperatorKind::maybe},
                                                                                {"AROUND", OperatorKind::around}}};
  for (const auto& [word, kind] : kWords)
    if (run == word) return Result<OperatorWord>(OperatorWord{kind, {}});
  for (const std::string_view name : {"NEAR", "AROUND"})
    if (auto found = read_near(run, name, false)) return found;
  return read_near(run, "ADJ", true);
}

std::string to_string(const Nearness& nearness) {
  switch (nearness.within) {
    case QueryNode::Within::sentence:
      return "NEAR/s";
    case QueryNode::Within::paragraph:
      return "NEAR/p";
    case QueryNode::Within::distance:
      break;
  }
  return (nearness.ordered ? "ADJ/" : "NEAR/") + std::to_string(nearness.distance);
}

bool is_bare_near(std::string_view name) { return name == "NEAR" || name == "ADJ" || name == "AROUND"; }

bool is_distance(std::string_view text) { return text == "s" || text == "p" || all_digits(text); }

std::optional<std::string_view> bracketed_distance(std::string_view text) {
  const auto closing = text.find_first_not_of("0123456789sp", 1);
  if (!text.starts_with('(') || closing == std::string_view::npos || text[closing] != ')') return {};
  const auto inside = text.substr(1, closing - 1);
  return is_distance(inside) ? std::optional(inside) : std::nullopt;
}

std::optional<unsigned> read_distance(std::string_view digits) {
  constexpr std::size_t kMostDigits = 3;  // enough for kMaxDistance
  if (!all_digits(digits) || digits.size() > kMostDigits) return {};
  unsigned number = 0;
  for (const char c : digits) number = number * 10 + static_cast<unsigned>(c - '0');
  return number == 0 || number > kMaxDistance ? std::nullopt : std::optional(number);
}

Error distance_error(std::string_view name) {
  if (starts_with(name, "AROUND"))
    return query_error(quoted_in_message(name) + " has no distance from 1 to " + std::to_string(kMaxDistance), {},
                       "write AROUND(5) for at most 5 words apart");
  const std::string word = starts_with(name, "ADJ") ? "ADJ" : "NEAR";
  const std::string units = word == "NEAR" ? ", NEAR/s for the same sentence, NEAR/p for the same paragraph" : "";
  return query_error(quoted_in_message(name) + " has no distance from 1 to " + std::to_string(kMaxDistance), {},
                     "write " + word + "/5 for at most 5 words apart, " + word + " alone for 10" + units);
}

std::string_view without_marks(std::string_view text) {
  constexpr std::string_view kMarks = "?!.,;:";
  return text.substr(0, text.find_last_not_of(kMarks) + 1);
}

bool can_have_weight(std::string_view text) {
  if (text.starts_with('=')) return has_word_character(text);  // a sign says that it is a word
  for (std::size_t at = 0; at < text.size(); at += character_at(text, at).length)
    if (is_letter(character_at(text, at).code)) return true;
  return false;
}

bool is_weight(double weight) { return weight >= kMinWeight && weight <= kMaxWeight; }

std::optional<double> read_weight(std::string_view digits) {
  constexpr std::size_t kMostBytes = 30;  // what the printer may write of a product of weights
  const auto point = std::min(digits.find('.'), digits.size());
  const bool is_number =
      all_digits(digits.substr(0, point)) && (point == digits.size() || all_digits(digits.substr(point + 1)));
  double number = 0;
  if (!is_number || digits.size() > kMostBytes) return {};
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return is_weight(number) ? std::optional(number) : std::nullopt;
}

Error weight_error(std::string_view text) {
  return query_error(quoted_in_message(text) + " is no weight from 0.0001 to 100", {},
                     "write ^2 for twice the weight, ^0.5 for half");
}

Result<WordShape> read_shape(std::string_view run) {
  WordShape shape;
  for (const auto take : {take_weight, take_edits, take_equals, take_wildcards})
    if (auto taken = take(run, shape); !taken) return taken.error();
  if (shape.weight != 1 && (shape.form == QueryNode::Form::pattern || shape.form == QueryNode::Form::fuzzy))
    return form_error("words with a wildcard or ~ do not score, so that a weight does nothing", "leave out the ^");
  if (shape.form != QueryNode::Form::any && (run.front() == '-' || run.front() == '+' || run.front() == '!'))
    return form_error("the word in " + quoted_in_message(run) + " begins with a sign",
                      run.front() == '!' ? "write -word for articles without it" : "leave out all but one sign");
  if (shape.form != QueryNode::Form::any)
    run = run.substr(0, run.find_last_not_of("\\~^") + 1);  // no word ends with one
  for (const char sign : {'^', '~'})
    if (has_another_suffix(run, sign))
      return form_error(quoted_in_message(run) + " has more signs than one word can have", "write word~1^2");
  shape.value = run;
  return shape;
}

std::optional<Error> sign_in_value(std::string_view value) {
  const auto word = value.find_first_not_of('=');
  const bool is_exact = word != 0 && word != std::string_view::npos && is_word_character_at(value, word);
  if (is_exact) return form_error("a value is exact anyway, and " + quoted_in_message(value) + " begins with =");
  if (value.find('*') != std::string_view::npos)
    return form_error("a wildcard stands in words, not in values like " + quoted_in_message(value));
  if (suffix_of(value, '~')) return form_error("a value cannot be fuzzy, as " + quoted_in_message(value) + " would be");
  if (suffix_of(value, '^'))
    return form_error("a filter does not score, so " + quoted_in_message(value) + " has no weight");
  return {};
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

bool reads_as_word(std::string_view value, const format::FieldSpec* field) {
  if (value.empty() || value.front() == '-' || value.front() == '+') return false;
  if (field != nullptr && field->column != format::ColumnId::none && value == "unknown") return false;
  if (field != nullptr && starts_with(value, "//")) return false;  // title://x would be an address
  if (misread_error(value, false) || misread_warning(value) || may_be_misplaced(value)) return false;
  const auto shape = read_shape(value);
  return !read_operator(value) && shape && shape->form == QueryNode::Form::any && shape->value == value &&
         !field_name_length(value);
}

}  // namespace newshound::query
