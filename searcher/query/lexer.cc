#include "searcher/query/lexer.h"

#include "searcher/query/characters.h"
#include "searcher/query/cursor.h"
#include "searcher/query/escapes.h"
#include "searcher/query/field_errors.h"
#include "searcher/query/misread_signs.h"
#include "searcher/query/query_error.h"
#include "searcher/query/word_forms.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

namespace newshound::query {
namespace {

using format::FieldKind;
using format::FieldSpec;
using TokenKind = Token::Kind;

bool takes_words(const FieldSpec* field) { return field == nullptr || field->kind == FieldKind::text; }

bool is_sign(char c) { return c == '-' || c == '+'; }

Error at_span(Error error, Span span) {
  error.span = span;
  return error;
}

// Everything below works on the text from the cursor on. `begin` is where a token's span begins: the cursor, or the
// name of its field.
class Lexer {
 public:
  explicit Lexer(std::string_view text) : cursor_(text) {}

  Result<TokenList> lex() {
    while (spaced_ = cursor_.skip_spaces(), !cursor_.at_end())
      if (auto step = lex_next(); !step) return step.error();
    if (!scopes_.empty())
      return query_error("this bracket is never closed", scopes_.back().bracket, "close it with \")\"");
    auto warnings = dropped_warnings(dropped_);
    warnings.insert(warnings.end(), warnings_.begin(), warnings_.end());
    return TokenList{std::move(tokens_), std::move(warnings)};
  }

 private:
  struct Scope {
    const FieldSpec* field;
    Span bracket;
  };

  Result<void> lex_next() {
    const char c = cursor_.peek();
    if ((c == '~' || c == '^') && touches_closing()) return lex_suffix();
    if (c == '(') return open(place(), scope());
    if (c == ')') return close();
    if (cursor_.quote_at(place())) return lex_quoted(place(), scope());
    if (c == '|') return lex_bar();
    if (at_operator_sign()) return push_operator(c == '-' ? TokenKind::negation : TokenKind::must, place() + 1);
    return takes_words(scope()) ? lex_run() : lex_value(place(), scope());
  }

  [[nodiscard]] std::size_t place() const { return cursor_.place(); }
  [[nodiscard]] const FieldSpec* scope() const { return scopes_.empty() ? nullptr : scopes_.back().field; }
  [[nodiscard]] bool touches_token() const { return !tokens_.empty() && tokens_.back().span.end == place(); }

  [[nodiscard]] bool touches_closing() const {
    if (!touches_token()) return false;
    const Token& last = tokens_.back();
    return last.kind == TokenKind::phrase || last.kind == TokenKind::close || last.quoted;
  }

  // A space, an opening bracket or a bar comes before: a sign here can be an operator.
  [[nodiscard]] bool at_clause_start() const {
    return spaced_ || !touches_token() || tokens_.back().kind == TokenKind::open ||
           tokens_.back().kind == TokenKind::disjunction;
  }

  [[nodiscard]] bool at_operator_sign() const {
    const std::size_t after = place() + 1;
    if (!is_sign(cursor_.peek()) || !at_clause_start() || is_sign(cursor_.peek(after))) return false;
    if (cursor_.peek(after) == '(' || cursor_.quote_at(after)) return true;
    const auto rest = read_word(cursor_.text(), after);
    return has_word_character(rest.value) || cursor_.text().substr(after, rest.end - after) == "*";
  }

  // Tokens.

  void push(Token token, std::size_t begin, std::size_t end) {
    token.span = {begin, end};
    token.value_span = {place(), end};
    tokens_.push_back(std::move(token));
    cursor_.move_to(end);
  }

  Result<void> push_operator(TokenKind kind, std::size_t end, Nearness nearness = {}) {
    push({.kind = kind, .text = std::string(cursor_.to(end)), .nearness = nearness}, place(), end);
    return {};
  }

  void drop(std::size_t end) {
    dropped_.emplace_back(cursor_.to(end));
    cursor_.move_to(end);
  }

  Result<void> open(std::size_t begin, const FieldSpec* field) {
    scopes_.push_back({field, {place(), place() + 1}});
    push({.kind = TokenKind::open, .text = "(", .field = field}, begin, place() + 1);
    return {};
  }

  Result<void> close() {
    const std::size_t end = place() + 1;
    if (scopes_.empty())
      return query_error("this bracket was never opened", {place(), end}, "remove it or open it with \"(\"");
    scopes_.pop_back();
    return push_operator(TokenKind::close, end);
  }

  Result<void> lex_bar() {
    if (cursor_.peek(place() + 1) != '|') return push_operator(TokenKind::disjunction, place() + 1);
    return query_error("\"||\" is not an operator", {place(), place() + 2}, "write OR or a single |");
  }

  // "night ferry"~3, "night ferry"^2, (night ferry)^2, the cursor at the sign. Punctuation behind it is left out.
  Result<void> lex_suffix() {
    Token& last = tokens_.back();
    const auto text = cursor_.text();
    const std::size_t next_sign = std::min(text.find_first_of("~^", place() + 1), text.size());
    const std::size_t end = std::min(next_sign, read_word(text, place() + 1).end);
    const auto number = without_marks(text.substr(place() + 1, end - place() - 1));
    const Span span = {place(), place() + 1 + number.size()};
    if (last.kind == TokenKind::value) return suffix_error("a value takes no ~ and no ^", span);
    if (cursor_.peek() == '^') {
      const auto weight = read_weight(number);
      if (!weight) return at_span(weight_error(cursor_.to(span.end)), span);
      if (last.weight != 1) return suffix_error("it has a weight already", span);
      last.weight = *weight;
    } else {
      if (last.kind != TokenKind::phrase) return suffix_error("~ stands after a word or a phrase, not a bracket", span);
      const auto others = read_distance(number);
      if (!others || *others > kMaxOthers)
        return suffix_error("~ after a phrase takes a number from 1 to " + std::to_string(kMaxOthers), span);
      if (has_gap(last.text))
        return suffix_error("a phrase with ~ has no * in it, because its words stand in any order", span);
      if (last.distance != 0) return suffix_error("the phrase has a ~ already", span);
      last.distance = *others;
    }
    last.span.end = span.end;
    cursor_.move_to(end);
    return {};
  }

  static Error suffix_error(std::string message, Span span) {
    return query_error(std::move(message), span, "leave it out; for the signs as text put a space before them");
  }

  // Quotes.

  Result<void> lex_quoted(std::size_t begin, const FieldSpec* field) {
    auto quoted = read_quoted(cursor_.text(), place(), takes_words(field));
    if (!quoted) return unclosed_quote();
    if (is_blank(quoted->value))
      return query_error("there is nothing in these quotes", {begin, quoted->end}, "write something in them");
    if (takes_words(field)) return lex_phrase(begin, field, std::move(*quoted));
    push({.kind = TokenKind::value, .text = std::move(quoted->value), .field = field, .quoted = true}, begin,
         quoted->end);
    return {};
  }

  Result<void> lex_phrase(std::size_t begin, const FieldSpec* field, QuotedText quoted) {
    if (quoted.wildcard)
      return query_error("a phrase has whole words, and * in it stands alone, between two of them", *quoted.wildcard,
                         "leave it out, or search for the word with its wildcard beside the phrase");
    if (has_word_character(quoted.value)) {
      push({.kind = TokenKind::phrase, .text = std::move(quoted.value), .field = field}, begin, quoted.end);
      return {};
    }
    if (begin != place()) return nothing_after_colon(begin);
    drop(quoted.end);
    return {};
  }

  [[nodiscard]] Error unclosed_quote() const {
    const std::size_t end = place() + character_at(cursor_.text(), place()).length;
    return query_error("this quote is never closed", {place(), end},
                       cursor_.peek() == '"' ? "close it with \", or write \\\" for the mark itself"
                                             : "a curly quote is closed by a curly one");
  }

  // Words.

  Result<void> lex_run() {
    const auto run = cursor_.to(read_word(cursor_.text(), place()).end);
    const auto name_length = field_name_length(run);
    if (!name_length) return lex_word(place(), scope());
    const std::size_t after = place() + *name_length + 1;
    const char next = cursor_.peek(after);
    if (next == ')' || next == '|' || cursor_.space_or_end_at(after)) return lex_trailing_colon(*name_length);
    return lex_field(*name_length);
  }

  // "Opinion: why" is text; "title:" with nothing to come is a field that lacks its value.
  Result<void> lex_trailing_colon(std::size_t name_length) {
    const std::size_t end = place() + name_length + 1;
    const auto name = cursor_.to(place() + name_length);
    if (field_of_name(name) != nullptr) {
      if (cursor_.peek(end) == '\0' || !cursor_.space_or_end_at(end)) return nothing_after_colon(place());
      warnings_.push_back(quoted_in_message(cursor_.to(end)) +
                          " is a word here; to search the field, leave no space after the colon");
    }
    return push_word(place(), scope(), read_word(cursor_.text(), place()));
  }

  Result<void> lex_field(std::size_t name_length) {
    const std::size_t begin = place();
    const Span name_span = {begin, begin + name_length};
    const auto name = cursor_.to(name_span.end);
    const FieldSpec* field = field_of_name(name);
    if (field == nullptr) return unknown_field(name, name_span);
    if (scope() != nullptr) return nested_field(scope()->name, name_span);
    cursor_.move_to(name_span.end + 1);
    if (cursor_.peek() == '(') return open(begin, field);
    if (cursor_.quote_at(place())) return lex_quoted(begin, field);
    return takes_words(field) ? lex_field_word(begin, field) : lex_value(begin, field);
  }

  // A single word after `title:`.
  Result<void> lex_field_word(std::size_t begin, const FieldSpec* field) {
    const auto word = read_word(cursor_.text(), place());
    const auto run = cursor_.to(word.end);
    if (is_sign(run.front()))
      return query_error("a sign stands before the field, not after its colon", {place(), place() + 1},
                         std::string("write ") + run.front() + std::string(field->name) + ":word");
    if (const auto length = field_name_length(run)) {
      const Span span = {place(), place() + *length};
      const auto name = run.substr(0, *length);
      return field_of_name(name) != nullptr ? nested_field(field->name, span) : unknown_field(name, span);
    }
    const bool is_word = has_word_character(word.value) && (word.escaped || !read_operator(run));
    return is_word || run == "*" ? lex_word(begin, field) : nothing_after_colon(begin);
  }

  Result<void> lex_word(std::size_t begin, const FieldSpec* field) {
    auto word = read_word(cursor_.text(), place());
    if (word.escaped) return push_word(begin, field, std::move(word));
    const Span span = {place(), word.end};
    const auto run = cursor_.to(word.end);
    if (const auto found = read_operator(run)) return lex_operator(*found, word.end);
    if (auto error = misread_error(run, cursor_.peek(word.end) == '(' || cursor_.quote_at(word.end)))
      return at_span(*std::move(error), span);
    if (is_distance_apart(run)) return distance_apart(word.end);
    if (run == "*") return lex_star(field);
    if (run.find_first_not_of('=') == run.npos && (cursor_.peek(word.end) == '(' || cursor_.quote_at(word.end)))
      return query_error("= stands before a word, not before a phrase or bracket", span,
                         "a phrase finds its words as they are written; leave out the =");
    if (field != nullptr && field->column != format::ColumnId::none && run == "unknown")
      return push_value(begin, field, word.end);
    const auto shape = read_shape(run);
    if (!shape) return at_span(shape.error(), span);
    if (shape->form == QueryNode::Form::any) warn_of_signs(shape->value);
    word.value = shape->value;
    if (auto pushed = push_word(begin, field, std::move(word)); !pushed || tokens_.empty()) return pushed;
    if (tokens_.back().kind == TokenKind::word && tokens_.back().span.end == cursor_.place()) give_shape(*shape);
    return {};
  }

  void warn_of_signs(std::string_view word) {
    if (auto warning = misread_warning(word)) warnings_.push_back(*std::move(warning));
    if (tokens_.empty() || !spaced_) return;
    if (auto warning = misplaced_warning(word, tokens_.back())) warnings_.push_back(*std::move(warning));
  }

  void give_shape(const WordShape& shape) {
    tokens_.back().form = shape.form;
    tokens_.back().distance = shape.edits;
    tokens_.back().weight = shape.weight;
  }

  Result<void> push_word(std::size_t begin, const FieldSpec* field, WordText word) {
    if (!has_word_character(word.value)) {
      drop(word.end);
      return {};
    }
    if (!word.escaped && is_sign(word.value.front()))
      warnings_.push_back(quoted_in_message(word.value) +
                          " is read as a word; only a single sign at the start of a clause is an operator");
    push({.kind = TokenKind::word, .text = std::move(word.value), .field = field, .plain = word.escaped}, begin,
         word.end);
    return {};
  }

  Result<void> lex_star(const FieldSpec* field) {
    if (field == nullptr) return push_operator(TokenKind::everything, place() + 1);
    const std::string name(field->name);
    return query_error("* in " + name + ": finds nothing in particular", {place(), place() + 1},
                       field->column == format::ColumnId::none ? "leave it out" : "write has:" + name);
  }

  // Operators.

  Result<void> lex_operator(const Result<OperatorWord>& found, std::size_t end) {
    if (!found) return at_span(found.error(), {place(), end});
    switch (found->kind) {
      case OperatorKind::conjunction:
        return push_operator(TokenKind::conjunction, end);
      case OperatorKind::disjunction:
        return push_operator(TokenKind::disjunction, end);
      case OperatorKind::negation:
        return push_operator(TokenKind::negation, end);
      case OperatorKind::near:
        return lex_near(*found, end);
      case OperatorKind::maybe:
        return push_operator(TokenKind::maybe, end);
      case OperatorKind::around:
        return lex_around(end);
    }
    return {};
  }

  // NEAR, NEAR/5 and the like, the cursor before it, `end` after the word.
  Result<void> lex_near(const OperatorWord& found, std::size_t end) {
    const auto name = cursor_.to(end);
    const auto in_bracket = is_bare_near(name) ? bracketed_distance(cursor_.text().substr(end)) : std::nullopt;
    if (!in_bracket) return push_operator(TokenKind::near, end, found.nearness);
    const std::size_t after = end + in_bracket->size() + 2;
    const auto operator_word = read_operator(std::string(name) + "/" + std::string(*in_bracket));
    if (!*operator_word) return at_span(distance_error(cursor_.to(after)), {place(), after});
    return push_operator(TokenKind::near, after, (*operator_word)->nearness);
  }

  // AROUND(5), the cursor before it, `end` after the word.
  Result<void> lex_around(std::size_t end) {
    if (bracketed_distance(cursor_.text().substr(end))) return lex_near({}, end);
    return at_span(distance_error("AROUND"), {place(), end});
  }

  // The /5 of NEAR /5.
  [[nodiscard]] bool is_distance_apart(std::string_view run) const {
    const bool follows_near = !tokens_.empty() && tokens_.back().kind == TokenKind::near;
    return follows_near && is_bare_near(tokens_.back().text) && run.starts_with('/') && is_distance(run.substr(1));
  }

  [[nodiscard]] Error distance_apart(std::size_t end) const {
    const Span span = {tokens_.back().span.begin, end};
    return query_error(quoted_in_message(cursor_.text().substr(span.begin, end - span.begin)) + " has a space in it",
                       span, "write " + tokens_.back().text + std::string(cursor_.to(end)));
  }

  // Values.

  // To the next space or bracket. In a group the value stands at `begin`, and operators may stand between values.
  Result<void> lex_value(std::size_t begin, const FieldSpec* field) {
    const std::size_t end = cursor_.end_of_value();
    const auto value = cursor_.to(end);
    if (begin == place())
      if (const auto found = read_operator(value)) return lex_operator(*found, end);
    if (field->kind == FieldKind::value)
      if (auto error = bare_value_error(*field, value)) return at_span(*std::move(error), {place(), end});
    return push_value(begin, field, end);
  }

  Result<void> push_value(std::size_t begin, const FieldSpec* field, std::size_t end) {
    const auto value = cursor_.to(end);
    if (cursor_.peek(end) == '(')
      warnings_.push_back("the value " + quoted_in_message(value) +
                          " ends at the bracket; to take the bracket with it, put the value in quotes");
    push({.kind = TokenKind::value, .text = std::string(value), .field = field}, begin, end);
    return {};
  }

  [[nodiscard]] Error nothing_after_colon(std::size_t begin) const {
    const Span span = {begin, cursor_.text().find(':', begin) + 1};
    return query_error(quoted_in_message(cursor_.text().substr(begin, span.end - begin)) + " has nothing after it",
                       span, "write what to look for directly after the colon, an operator's word in quotes");
  }

  Cursor cursor_;
  bool spaced_ = false;  // a space, or the start of the text, comes directly before the cursor
  std::vector<Scope> scopes_;
  std::vector<Token> tokens_;
  std::vector<std::string> dropped_;
  std::vector<std::string> warnings_;
};

}  // namespace

std::vector<std::string> dropped_warnings(const std::vector<std::string>& runs) {
  constexpr std::size_t kNamed = 5;
  std::vector<std::string> warnings;
  for (std::size_t i = 0; i < std::min(runs.size(), kNamed); ++i)
    warnings.push_back(quoted_in_message(runs[i]) + " holds no letter or digit and is left out");
  if (runs.size() > kNamed) warnings.push_back("so are " + std::to_string(runs.size() - kNamed) + " more of the kind");
  return warnings;
}

Result<TokenList> lex(std::string_view text) { return Lexer(text).lex(); }

}  // namespace newshound::query
