// Proximity: a NEAR/5 b NEAR/5 c means that neighbours in the chain stand near each other. A single word stands for all
// forms of its stem, as everywhere; a phrase or a typed run of several words for itself.
#include "indexer/format/schema.h"
#include "indexer/format/terms.h"
#include "searcher/matching/plan.h"
#include "searcher/matching/plan_nodes.h"

#include <set>
#include <utility>

namespace newshound::matching {

using Kind = PlanNode::Kind;

// Surface forms that stand in the index for a stem.
std::vector<std::string> Planner::forms(const std::string& stemmer, const std::string& stem) {
  std::set<std::string> found = {stem};
  const std::string key = format::forms_key(stemmer, stem);
  for (const auto& segment : snapshot_.segments()) {
    const auto end = segment.database().synonyms_end(key);
    for (auto form = segment.database().synonyms_begin(key); form != end; ++form) found.insert(*form);
  }
  return {found.begin(), found.end()};
}

bool Planner::is_stemmed(const NearOperand& operand) {
  return operand.words.size() == 1 && !operand.words.front().stems.empty() && !operand.as_surface;
}

// What a side of NEAR may be in articles of one stemmer.
NearSide Planner::near_side(const NearOperand& operand, std::size_t stemmer) {
  NearSide side;
  if (is_stemmed(operand)) {
    for (const auto& form : forms(snapshot_.stemmers()[stemmer], operand.words.front().stems[stemmer]))
      side.push_back({format::word_term(operand.prefix, form)});
    return side;
  }
  auto& sequence = side.emplace_back();
  for (const auto& word : operand.words) sequence.push_back(format::word_term(operand.prefix, word.term));
  return side;
}

// Under each stemmer: the stems of the words, so that a form of another language does not count, and the nearness. Two
// sides of surface words are the same under each.
PlanNode Planner::near_pair(const NearOperand& left, const NearOperand& right, unsigned distance) {
  const bool depends_on_stemmer = is_stemmed(left) || is_stemmed(right);
  const std::size_t stemmers = depends_on_stemmer ? snapshot_.stemmers().size() : 1;
  std::vector<PlanNode> alternatives;
  for (std::size_t i = 0; i < stemmers; ++i) {
    std::vector<PlanNode> parts;
    for (const auto* operand : {&left, &right})
      if (is_stemmed(*operand))
        parts.push_back(
            term_node(format::stem_term(operand->prefix, snapshot_.stemmers()[i], operand->words.front().stems[i])));
    PlanNode near;
    near.kind = Kind::near;
    near.distance = distance;
    near.sides = {near_side(left, i), near_side(right, i)};
    parts.push_back(std::move(near));
    alternatives.push_back(group_node(Kind::all, std::move(parts)));
  }
  return group_node(Kind::any, std::move(alternatives));
}

Planner::NearOperand Planner::near_operand(const QueryNode& node) {
  NearOperand operand;
  operand.words = analyse(node.value);
  if (operand.words.empty()) refuse(node, "a side of NEAR holds no word", "put a word or a phrase on each side of it");
  operand.prefix = node.field.empty() ? "" : std::string(format::find_field(node.field)->prefix);
  // Bylines are indexed unstemmed.
  operand.as_surface = node.kind == QueryNode::Kind::phrase || (!node.field.empty() && node.field != "title");
  return operand;
}

PlanNode Planner::plan_near(const QueryNode& node) {
  if (snapshot_.stemmers().empty()) return group_node(Kind::any, {});
  std::vector<PlanNode> parts;
  std::vector<NearOperand> operands;
  for (const auto& child : node.children) {
    operands.push_back(near_operand(child));
    parts.push_back(plan_words(child, child.kind == QueryNode::Kind::phrase));
  }
  for (std::size_t i = 1; i < operands.size(); ++i)
    parts.push_back(near_pair(operands[i - 1], operands[i], node.distance));
  return group_node(Kind::all, std::move(parts));
}

}  // namespace newshound::matching
