#include "searcher/query/token_warnings.h"

#include "searcher/query/capitals.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace newshound::query {
namespace {

using Kind = Token::Kind;

bool is_plain_word(const Token& token) {
  return token.kind == Kind::word && token.field == nullptr && token.form == QueryNode::Form::any && token.weight == 1;
}

bool is_spaced_bar(const std::vector<Token>& tokens, std::size_t at) {
  if (tokens[at].kind != Kind::disjunction || tokens[at].text != "|" || at == 0 || at + 1 == tokens.size())
    return false;
  return tokens[at - 1].span.end < tokens[at].span.begin && tokens[at].span.end < tokens[at + 1].span.begin;
}

// Who writes one word on each side of the bar means OR; so does who uses any other sign of the language.
bool looks_like_a_title(const std::vector<Token>& tokens) {
  bool has_bar = false;
  bool has_run = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool is_bar = is_spaced_bar(tokens, i);
    if (!is_bar && !is_plain_word(tokens[i])) return false;
    has_bar = has_bar || is_bar;
    has_run = has_run || (i > 0 && is_plain_word(tokens[i - 1]) && !is_bar);
  }
  return has_bar && has_run;
}

bool is_word_of_operator(const Token& token) {
  constexpr std::string_view kWords[] = {"AND", "OR", "NOT"};
  const bool is_kind =
      token.kind == Kind::conjunction || token.kind == Kind::disjunction || token.kind == Kind::negation;
  return is_kind && std::find(std::begin(kWords), std::end(kWords), token.text) != std::end(kWords);
}

// Each once; none if the query has a small letter.
std::vector<std::string_view> operators_in_capitals(const std::vector<Token>& tokens) {
  std::vector<std::string_view> texts;
  std::vector<std::string_view> operators;
  for (const auto& token : tokens) {
    if (token.kind == Kind::word || token.kind == Kind::phrase) texts.emplace_back(token.text);
    if (is_word_of_operator(token) && std::find(operators.begin(), operators.end(), token.text) == operators.end())
      operators.emplace_back(token.text);
  }
  return capitals_of(texts) == Capitals::some ? std::vector<std::string_view>{} : operators;
}

}  // namespace

std::vector<std::string> token_warnings(const std::vector<Token>& tokens) {
  std::vector<std::string> warnings;
  if (looks_like_a_title(tokens))
    warnings.emplace_back(
        "\"|\" is read as OR; to search for all the words of a title that has it, leave it out or write \\|");
  for (const auto name : operators_in_capitals(tokens))
    warnings.push_back(std::string(name) +
                       " is an operator among words in capitals too; to search for the word, write \\" +
                       std::string(name));
  return warnings;
}

}  // namespace newshound::query
