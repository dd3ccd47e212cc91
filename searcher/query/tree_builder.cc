#include "searcher/query/tree_builder.h"

#include "searcher/query/capitals.h"
#include "searcher/query/characters.h"
#include "searcher/query/field_clause.h"
#include "searcher/query/juxtaposition.h"
#include "searcher/query/limits.h"
#include "searcher/query/query_error.h"
#include "searcher/query/simplify.h"
#include "searcher/query/word_forms.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace newshound::query {
namespace {

using NodeKind = QueryNode::Kind;
using TokenKind = Token::Kind;

bool is_operator(TokenKind kind) {
  return kind == TokenKind::conjunction || kind == TokenKind::disjunction || kind == TokenKind::near ||
         kind == TokenKind::negation || kind == TokenKind::must || kind == TokenKind::maybe;
}

bool is_prefix(TokenKind kind) {
  return kind == TokenKind::negation || kind == TokenKind::must || kind == TokenKind::maybe;
}

bool begins_clause(TokenKind kind) { return kind != TokenKind::close && (!is_operator(kind) || is_prefix(kind)); }

bool is_text(TokenKind kind) { return kind == TokenKind::word || kind == TokenKind::phrase; }

// What a weight behind a bracket means: that of each word and phrase in it that scores.
// False if one is none any more.
bool multiply_weights(QueryNode& node, double weight) {
  const bool scores = node.form != QueryNode::Form::pattern && node.form != QueryNode::Form::fuzzy;
  if ((node.kind == NodeKind::word && scores) || node.kind == NodeKind::phrase) node.weight *= weight;
  return is_weight(node.weight) && std::all_of(node.children.begin(), node.children.end(),
                                               [&](QueryNode& child) { return multiply_weights(child, weight); });
}

bool is_near_operand(const QueryNode& node) { return node.kind == NodeKind::word || node.kind == NodeKind::phrase; }

class TreeBuilder {
 public:
  TreeBuilder(std::vector<Token> tokens, Match match, Day today, std::vector<std::string>& warnings)
      : tokens_(std::move(tokens)), match_(match), today_(today), warnings_(warnings) {
    std::vector<std::string_view> texts;
    for (const auto& token : tokens_)
      if (is_text(token.kind)) texts.emplace_back(token.text);
    capitals_ = capitals_of(texts);
  }

  Result<QueryNode> any() {
    std::vector<QueryNode> alternatives;
    do {
      auto alternative = all();
      if (!alternative) return alternative;
      alternatives.push_back(*std::move(alternative));
    } while (take(TokenKind::disjunction));
    return disjunction_of(std::move(alternatives));
  }

 private:
  Result<QueryNode> all() {
    std::vector<Clause> clauses;
    bool and_before = false;
    do {
      const bool must = at(TokenKind::must);
      const std::size_t first = at_;
      auto node = clause();
      if (!node) return node;
      if (node->kind == NodeKind::word && is_name_among_names(tokens_[first])) node->must = true;
      clauses.push_back({*std::move(node), must, and_before});
      and_before = take(TokenKind::conjunction);
    } while (and_before || (!at_end() && begins_clause(tokens_[at_].kind)));
    return join_clauses(std::move(clauses), match_);
  }

  // US NATO: capitals say nothing here, but the name must not be left out as the stop word it looks like.
  [[nodiscard]] bool is_name_among_names(const Token& token) const {
    return capitals_ == Capitals::names && could_be_a_name(token) && is_name_like_a_stop_word(token.text);
  }

  Result<QueryNode> clause() {
    if (take(TokenKind::must)) return must();
    if (take(TokenKind::maybe)) return maybe();
    if (!take(TokenKind::negation)) return near();
    const Span sign = last_token().span;
    auto negated = nested(&TreeBuilder::clause, sign);
    if (!negated) return negated;
    auto node = negation_of(*std::move(negated));
    node.span = cover(sign, node.span);
    return node;
  }

  // The operator was just taken.
  Result<QueryNode> maybe() {
    const Span sign = last_token().span;
    auto child = nested(&TreeBuilder::clause, sign);
    if (!child) return child;
    QueryNode node{.kind = NodeKind::maybe, .span = cover(sign, child->span)};
    node.children.push_back(*std::move(child));
    return node;
  }

  // The sign was just taken.
  Result<QueryNode> must() {
    auto node = nested(&TreeBuilder::clause, last_token().span);
    if (node && node->kind == NodeKind::word) node->must = true;
    return node;
  }

  Result<QueryNode> near() {
    auto first = operand();
    if (!first || !at(TokenKind::near)) return first;
    const auto nearness = tokens_[at_].nearness;
    QueryNode node{.kind = NodeKind::near,
                   .distance = nearness.distance,
                   .within = nearness.within,
                   .ordered = nearness.ordered,
                   .span = first->span};
    if (auto fits = check_operand(*first, first->field, nearness); !fits) return fits.error();
    node.children.push_back(without_sign(*std::move(first)));
    while (take(TokenKind::near)) {
      if (auto fits = check_chain(nearness); !fits) return fits.error();
      warn_of_number_as_distance();
      auto next = operand();
      if (!next) return next;
      if (auto fits = check_operand(*next, node.children.front().field, nearness); !fits) return fits.error();
      node.span = cover(node.span, next->span);
      node.children.push_back(without_sign(*std::move(next)));
    }
    return node;
  }

  // The operator was just taken. `a NEAR 5 b` and `a NEAR (5) b` look for the word 5; a number with nothing behind it
  // can be meant so.
  void warn_of_number_as_distance() {
    const Token& near = last_token();
    if (near.text.find_first_of("/(0123456789") != std::string::npos) return;
    const bool in_bracket = at(TokenKind::open);
    const std::size_t number = at_ + (in_bracket ? 1 : 0);
    const std::size_t behind = number + (in_bracket ? 2 : 1);
    if (behind >= tokens_.size() || !is_text(tokens_[behind].kind)) return;
    const Token& word = tokens_[number];
    if (word.kind != TokenKind::word || word.plain || !read_distance(word.text)) return;
    if (in_bracket && tokens_[number + 1].kind != TokenKind::close) return;
    warnings_.push_back("after " + near.text + ", " + quoted_in_message(word.text) +
                        " is a word to look for; for a distance write " + near.text + "/" + word.text);
  }

  // (+a) NEAR b: beside NEAR a word is looked for anyway.
  static QueryNode without_sign(QueryNode node) {
    node.must = false;
    return node;
  }

  // The operator was just taken.
  [[nodiscard]] Result<void> check_chain(const Nearness& nearness) const {
    const Token& near = last_token();
    if (near.nearness.within != nearness.within || near.nearness.ordered != nearness.ordered)
      return query_error("a chain has one kind of operator, and " + near.text + " is not " + to_string(nearness),
                         near.span, "write the same operator in all of the chain, or two clauses");
    if (near.nearness != nearness)
      return query_error("a chain of NEAR has one distance, and " + near.text + " is not " + to_string(nearness),
                         near.span, "give all of them the same distance, or write two clauses");
    if (!at_end() && is_prefix(tokens_[at_].kind)) return near_operand_error(tokens_[at_].span);
    return {};
  }

  [[nodiscard]] static Error near_operand_error(Span span,
                                                std::string hint = "write it without brackets, signs and filters") {
    return query_error("NEAR stands between words or phrases", span, std::move(hint));
  }

  [[nodiscard]] static Result<void> check_operand(const QueryNode& node, const std::string& field,
                                                  const Nearness& nearness) {
    if (node.kind == NodeKind::disjunction) {
      const std::string near = " " + to_string(nearness) + " ";
      return near_operand_error(node.span, "write (a" + near + "b) OR (a" + near + "c)");
    }
    if (!is_near_operand(node)) return near_operand_error(node.span);
    if (node.field == field) return {};
    const auto& name = field.empty() ? node.field : field;
    return query_error("both sides of NEAR must be in the same field", node.span,
                       "write " + name + ":(a NEAR/5 b), or " + name + ": before each word");
  }

  Result<QueryNode> operand() {
    if (at_end() || !begins_clause(tokens_[at_].kind) || is_prefix(tokens_[at_].kind)) return missing_operand();
    if (at(TokenKind::open)) return group();
    clauses_ += is_text(tokens_[at_].kind) ? word_count(tokens_[at_].text) : 1;
    if (clauses_ > kMaxClauses)
      return query_error("the query has more than " + std::to_string(kMaxClauses) +
                             " words and filters, those in phrases and their gaps counted",
                         tokens_[at_].span, "make it shorter");
    const auto form = tokens_[at_].form;
    const bool is_pattern = form == QueryNode::Form::pattern || form == QueryNode::Form::fuzzy;
    if (is_pattern && ++patterns_ > kMaxPatterns)
      return query_error("the query has more than " + std::to_string(kMaxPatterns) + " wildcards and fuzzy words",
                         tokens_[at_].span, "make it shorter");
    return leaf(tokens_[at_++]);
  }

  Result<QueryNode> leaf(const Token& token) const {
    auto node = leaf_without_span(token);
    if (node) node->span = token.span;
    return node;
  }

  Result<QueryNode> leaf_without_span(const Token& token) const {
    if (token.kind == TokenKind::everything) return QueryNode{};
    if (token.kind == TokenKind::value)
      return field_clause(*token.field, token.text, token.quoted, today_, token.value_span);
    QueryNode node{.kind = token.kind == TokenKind::word ? NodeKind::word : NodeKind::phrase,
                   .field = token.field == nullptr ? "" : std::string(token.field->name),
                   .value = token.text,
                   .form = token.form,
                   .weight = token.weight,
                   .distance = token.distance};
    // US is not us, unless the whole query is typed so.
    node.from_capitals = capitals_ == Capitals::some && could_be_a_name(token);
    if (node.from_capitals) {
      node.form = QueryNode::Form::exact_case;
      node.value = name_in_capitals(token.text);
    }
    return node;
  }

  [[nodiscard]] static bool could_be_a_name(const Token& token) {
    return token.kind == TokenKind::word && token.form == QueryNode::Form::any && !token.plain &&
           !name_in_capitals(token.text).empty();
  }

  Result<QueryNode> group() {
    const Token& open = tokens_[at_++];
    if (at(TokenKind::close))
      return query_error("there is nothing in these brackets", {open.span.begin, tokens_[at_].span.end},
                         "write something in them or leave them out");
    auto node = nested(&TreeBuilder::any, open.value_span);
    if (!node) return node;
    if (!take(TokenKind::close)) return missing_operand();
    if (!multiply_weights(*node, last_token().weight))
      return query_error("the weights in and behind these brackets multiply to less than 0.0001 or more than 100",
                         last_token().span, "write ^2 for twice the weight, ^0.5 for half");
    warn_of_impossible_group(open, *node);
    return node;
  }

  // outlet:(Harbour Gazette) asks for an article with two outlets.
  void warn_of_impossible_group(const Token& open, const QueryNode& node) {
    if (open.field == nullptr || open.field->cardinality == format::Cardinality::many) return;
    if (open.field->kind != format::FieldKind::value || node.kind != NodeKind::conjunction) return;
    const auto filters = std::count_if(node.children.begin(), node.children.end(),
                                       [](const QueryNode& child) { return child.kind == NodeKind::filter; });
    if (filters < 2) return;
    warnings_.push_back("no article has two values of " + std::string(open.field->name) +
                        "; put one value in quotes, or OR between two");
  }

  using Rule = Result<QueryNode> (TreeBuilder::*)();

  // One level deeper; `span` is of the bracket or sign that leads there.
  Result<QueryNode> nested(Rule rule, Span span) {
    if (++depth_ > kMaxDepth)
      return query_error("more than " + std::to_string(kMaxDepth) + " brackets or negations inside one another", span,
                         "make it flatter");
    auto node = (this->*rule)();
    --depth_;
    return node;
  }

  // An operand must stand here, and none does: names the operator that lacks it.
  [[nodiscard]] Error missing_operand() const {
    if (at_ > 0 && is_operator(last_token().kind)) return lacks("after", last_token());
    const Token& token = at_end() ? tokens_.back() : tokens_[at_];
    if (token.kind == TokenKind::close) return query_error("there is nothing in these brackets", token.span, "");
    return lacks("before", token);
  }

  static Error lacks(const std::string& side, const Token& token) {
    const bool is_word = is_letter(static_cast<unsigned char>(token.text.front()));
    const std::string name = is_word ? token.text : quoted_in_message(token.text);
    return query_error(name + " has nothing " + side + " it", token.span,
                       "to search for the operator's word, put it in quotes");
  }

  [[nodiscard]] bool at_end() const { return at_ == tokens_.size(); }
  [[nodiscard]] bool at(TokenKind kind) const { return !at_end() && tokens_[at_].kind == kind; }
  [[nodiscard]] const Token& last_token() const { return tokens_[at_ - 1]; }

  bool take(TokenKind kind) {
    if (!at(kind)) return false;
    ++at_;
    return true;
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t clauses_ = 0;
  std::size_t patterns_ = 0;
  Match match_;
  Day today_;
  std::vector<std::string>& warnings_;
  Capitals capitals_ = Capitals::some;  // of the whole query
};

}  // namespace

Result<QueryNode> build_tree(std::vector<Token> tokens, Match match, Day today, std::vector<std::string>& warnings) {
  return TreeBuilder(std::move(tokens), match, today, warnings).any();
}

}  // namespace newshound::query
