#include "searcher/matching/plan.h"

#include "indexer/format/guard.h"
#include "indexer/format/schema.h"
#include "indexer/format/terms.h"
#include "searcher/matching/plan_nodes.h"
#include "searcher/matching/similar.h"

#include <algorithm>
#include <limits>
#include <utility>

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
    case QueryNode::Kind::phrase:
      return plan_words(node);
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
    case QueryNode::Kind::maybe:
      return plan_maybe(node);
    case QueryNode::Kind::filter:
      return plan_filter(node);
    case QueryNode::Kind::similar:
      return plan_similar(node);
    case QueryNode::Kind::unknown:
      return with_child(Kind::negation, term_node(format::has_term(node.field)));
    case QueryNode::Kind::has:
      return term_node(format::has_term(node.field));
    case QueryNode::Kind::date_range:
      return plan_days(node);
    case QueryNode::Kind::number_range:
      return plan_length(node);
  }
  return {};
}

namespace {

// A word or phrase that stands there several times is looked for once, and weighs as much as they together: a search
// takes time for each.
std::vector<QueryNode> without_repetitions(const std::vector<QueryNode>& children) {
  std::vector<QueryNode> once;
  std::vector<double> times;
  for (const auto& child : children) {
    const bool may_repeat = child.kind == QueryNode::Kind::word || child.kind == QueryNode::Kind::phrase;
    const auto same = may_repeat ? std::find(once.begin(), once.end(), child) : once.end();
    if (same == once.end()) {
      once.push_back(child);
      times.push_back(1);
    } else {
      ++times[static_cast<std::size_t>(same - once.begin())];
    }
  }
  for (std::size_t i = 0; i < once.size(); ++i) once[i].weight *= times[i];
  return once;
}

}  // namespace

PlanNode Planner::plan_children(const QueryNode& node, Kind kind) {
  std::vector<PlanNode> children;
  children.reserve(node.children.size());
  for (const auto& child : without_repetitions(node.children)) {
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
    case QueryNode::Kind::maybe:
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

bool Planner::is_term(const std::string& term) const {
  const auto& segments = snapshot_.segments();
  return std::any_of(segments.begin(), segments.end(), [&](const format::Segment& segment) {
    return segment.reading_index([&] { return segment.database().term_exists(term); });
  });
}

// Everything, and more so with the child. What is only tested for changes nothing then.
PlanNode Planner::plan_maybe(const QueryNode& node) {
  const bool others_score = std::exchange(plan_.scores, false);
  auto child = plan_node(node.children.front());
  if (!plan_.scores) plan_.warnings.emplace_back("MAYBE has no effect before what does not score");
  plan_.scores = plan_.scores || others_score;
  return group_node(Kind::any, {PlanNode{}, std::move(child)});
}

PlanNode Planner::plan_filter(const QueryNode& node) {
  const auto& field = *format::find_field(node.field);
  if (field.kind == format::FieldKind::key) return term_node(format::value_term(field.prefix, node.value));
  const auto value = format::fold_value(node.value);
  // A name that an outlet of the archive has means that outlet, and not the others the lexicon knows by it, too.
  if (field.column == format::ColumnId::outlet)
    if (auto own = format::own_value_term(field.prefix, value); is_term(own)) return term_node(std::move(own));
  return term_node(format::value_term(field.prefix, value));
}

// Every telling word scores; a third of them must be there. The article itself is no answer.
PlanNode Planner::plan_similar(const QueryNode& node) {
  const auto place = snapshot_.find(node.value);
  if (!place)
    refuse(node, "no article has the id \"" + node.value + "\"", "ids stand under each hit of newshound search");
  const auto words =
      telling_words(place->segment->store().article(place->document - 1), analyser_, statistics_, stop_words_);
  std::vector<PlanNode> alternatives;
  PlanNode enough;
  enough.kind = Kind::any_of_many;
  enough.least = static_cast<std::uint32_t>(words_in_common(words.size()));
  std::string shown;
  for (const auto& [key, word, weight] : words) {
    alternatives.push_back(word_node(key, weight));
    enough.slot.alternatives.push_back({.key = key});
    shown.append(shown.empty() ? "" : " ").append(word);
  }
  plan_.scores = true;
  plan_.words.emplace_back("like:" + node.value, std::to_string(enough.least) + " of: " + shown);
  const auto id = format::value_term(format::find_field("id")->prefix, node.value);
  return group_node(Kind::all, {group_node(Kind::any, std::move(alternatives)), std::move(enough),
                                with_child(Kind::negation, term_node(id))});
}

PlanNode Planner::plan_days(const QueryNode& node) {
  PlanNode days;
  days.kind = Kind::days;
  days.added = node.field == "added";
  days.first = node.first.value_or(format::kNoDay + 1);
  days.last = node.last.value_or(std::numeric_limits<Day>::max());
  return days;
}

PlanNode Planner::plan_length(const QueryNode& node) {
  PlanNode length;
  length.kind = Kind::words;
  length.least = node.least.value_or(0);
  length.most = node.most.value_or(std::numeric_limits<std::uint32_t>::max());
  return length;
}

}  // namespace newshound::matching
