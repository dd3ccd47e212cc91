#include "searcher/matching/plan.h"

#include "indexer/format/guard.h"
#include "indexer/format/schema.h"
#include "indexer/format/terms.h"
#include "searcher/matching/plan_nodes.h"

#include <algorithm>
#include <limits>

namespace newshound::matching {

using Kind = PlanNode::Kind;

Plan Planner::plan(const QueryNode& ast) {
  plan_ = {};
  plan_.root = plan_node(ast);
  return std::move(plan_);
}

PlanNode Planner::plan_node(const QueryNode& node) {
  switch (node.kind) {
    case QueryNode::Kind::everything:
      return {};
    case QueryNode::Kind::word:
      return plan_words(node, false);
    case QueryNode::Kind::phrase:
      return plan_words(node, true);
    case QueryNode::Kind::near:
      return plan_near(node);
    case QueryNode::Kind::conjunction:
      return plan_children(node, Kind::all);
    case QueryNode::Kind::disjunction:
      return plan_children(node, Kind::any);
    case QueryNode::Kind::negation: {
      // What must not match does not score.
      const bool scores = plan_.scores;
      auto child = plan_node(node.children.front());
      plan_.scores = scores;
      return with_child(Kind::negation, without_scores(std::move(child)));
    }
    case QueryNode::Kind::filter:
      return plan_filter(node);
    case QueryNode::Kind::unknown:
      return with_child(Kind::negation, term_node(format::has_term(node.field)));
    case QueryNode::Kind::has:
      return term_node(format::has_term(node.field));
    case QueryNode::Kind::date_range:
      return plan_days(node);
  }
  return {};
}

PlanNode Planner::plan_children(const QueryNode& node, Kind kind) {
  std::vector<PlanNode> children;
  children.reserve(node.children.size());
  for (const auto& child : node.children) {
    if (holds_no_word(child))
      warn_of_left_out(child);
    else
      children.push_back(plan_node(child));
  }
  if (children.empty()) refuse(node, "the query has no word in it", "write at least one word or filter");
  return group_node(kind, std::move(children));
}

bool Planner::holds_no_word(const QueryNode& node) {
  switch (node.kind) {
    case QueryNode::Kind::word:
    case QueryNode::Kind::phrase:
      return analyser_.analyse(node.value, "").empty();
    case QueryNode::Kind::conjunction:
    case QueryNode::Kind::disjunction:
    case QueryNode::Kind::negation:
      return std::all_of(node.children.begin(), node.children.end(),
                         [this](const QueryNode& child) { return holds_no_word(child); });
    default:
      return false;
  }
}

void Planner::warn_of_left_out(const QueryNode& node) {
  if (node.children.empty()) plan_.warnings.push_back("\"" + node.value + "\" holds no word and was left out");
  for (const auto& child : node.children) warn_of_left_out(child);
}

// The tokens of a text under every stemmer of the archive. Their surface forms are the same under each.
std::vector<Planner::Word> Planner::analyse(const std::string& text) {
  std::vector<Word> words;
  for (const auto& stemmer : snapshot_.stemmers()) {
    const auto& tokens = analyser_.analyse(text, stemmer);
    words.resize(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      words[i].term = tokens[i].term;
      if (!tokens[i].unspaced) words[i].stems.emplace_back(tokens[i].stem);
    }
  }
  return words;
}

// Any of the word's stems, each in the articles of its language; all weigh the same, because an article has one
// language.
PlanNode Planner::scored(const Word& word, const std::string& prefix) {
  std::vector<std::string> terms;
  if (word.stems.empty()) terms.push_back(format::word_term("", word.term));
  for (std::size_t i = 0; i < word.stems.size(); ++i)
    terms.push_back(format::stem_term("", snapshot_.stemmers()[i], word.stems[i]));
  const double weight = statistics_.inverse_document_frequency(terms);
  plan_.scores = true;
  std::vector<PlanNode> alternatives;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    auto alternative = term_node(terms[i], weight);
    if (!prefix.empty()) {
      auto in_field = word.stems.empty() ? format::word_term(prefix, word.term)
                                         : format::stem_term(prefix, snapshot_.stemmers()[i], word.stems[i]);
      alternative = group_node(Kind::all, {std::move(alternative), term_node(std::move(in_field))});
    }
    alternatives.push_back(std::move(alternative));
  }
  return group_node(Kind::any, std::move(alternatives));
}

// A word, a typed run that is several words (re-elected, 東京), or a phrase. Score comes from the stems; the order,
// where there is one, from the surface words. These alone decide then: a word has other stems with its accents than
// without ("résumé", "resume"), and a phrase tolerates accents.
PlanNode Planner::plan_words(const QueryNode& node, bool as_phrase) {
  const auto words = analyse(node.value);
  if (snapshot_.stemmers().empty()) return group_node(Kind::any, {});
  if (words.empty()) refuse(node, "the query has no word in it", "write at least one word or filter");
  const std::string prefix = node.field.empty() ? "" : std::string(format::find_field(node.field)->prefix);
  const bool is_title_or_text = node.field.empty() || node.field == "title";
  const bool needs_order = as_phrase || words.size() > 1 || !is_title_or_text;
  std::vector<PlanNode> parts;
  std::vector<std::string> surface;
  for (const auto& word : words) {
    surface.push_back(format::word_term(prefix, word.term));
    if (!is_title_or_text) continue;
    auto part = scored(word, prefix);
    parts.push_back(needs_order ? with_child(Kind::maybe, std::move(part)) : std::move(part));
  }
  if (needs_order) parts.push_back(phrase_node(std::move(surface)));
  auto planned = group_node(Kind::all, std::move(parts));
  plan_.words.emplace_back(node.value, to_string(planned));
  return planned;
}

PlanNode Planner::plan_filter(const QueryNode& node) {
  const auto& field = *format::find_field(node.field);
  const bool is_key = field.kind == format::FieldKind::key;
  return term_node(format::value_term(field.prefix, is_key ? node.value : format::fold_value(node.value)));
}

PlanNode Planner::plan_days(const QueryNode& node) {
  PlanNode days;
  days.kind = Kind::days;
  days.first = node.first.value_or(format::kNoDay + 1);
  days.last = node.last.value_or(std::numeric_limits<Day>::max());
  return days;
}

}  // namespace newshound::matching
