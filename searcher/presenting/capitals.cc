#include "searcher/presenting/capitals.h"

#include "searcher/query/printer.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace newshound::presenting {
namespace {

void collect(const QueryNode& node, std::vector<QueryNode>& words) {
  if (node.from_capitals) words.push_back(node);
  for (const auto& child : node.children) collect(child, words);
}

// In any letters.
QueryNode folded(QueryNode word) {
  word.form = QueryNode::Form::any;
  word.must = false;
  word.weight = 1;
  return word;
}

QueryNode but_not(QueryNode wanted, QueryNode unwanted) {
  QueryNode negation{.kind = QueryNode::Kind::negation};
  negation.children.push_back(std::move(unwanted));
  QueryNode both{.kind = QueryNode::Kind::conjunction};
  both.children.push_back(std::move(wanted));
  both.children.push_back(std::move(negation));
  return both;
}

}  // namespace

std::vector<std::string> CapitalsWarner::warnings(const QueryNode& ast, matching::Planner planner,
                                                  const matching::Extent& extent) {
  std::vector<QueryNode> words;
  collect(ast, words);
  constexpr std::size_t kMostCounted = 20;  // each takes a search; who pastes more knows what capitals are
  if (words.size() > kMostCounted) words.resize(kMostCounted);
  std::vector<std::string> warnings;
  for (const auto& word : words) {
    const auto in_any_letters = query::canonical_text(folded(word));
    const auto [found, is_new] = left_out_.try_emplace(in_any_letters);
    if (is_new) found->second = matching::count_matches(planner.plan(but_not(folded(word), word)), extent);
    if (found->second == 0) continue;
    auto warning = word.value + " is searched for in capitals; " + std::to_string(found->second) + " more " +
                   (found->second == 1 ? "article has" : "articles have") + " it in other letters (write " +
                   in_any_letters + " for those too)";
    if (std::find(warnings.begin(), warnings.end(), warning) == warnings.end()) warnings.push_back(std::move(warning));
  }
  return warnings;
}

}  // namespace newshound::presenting
