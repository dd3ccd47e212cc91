#include "searcher/query/simplify.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace newshound::query {
namespace {

using Kind = QueryNode::Kind;

QueryNode joined(Kind kind, std::vector<QueryNode> clauses) {
  if (clauses.size() == 1) return std::move(clauses.front());
  QueryNode node{.kind = kind};
  for (auto& clause : clauses) {
    node.span = cover(node.span, clause.span);
    if (clause.kind == kind)
      std::move(clause.children.begin(), clause.children.end(), std::back_inserter(node.children));
    else
      node.children.push_back(std::move(clause));
  }
  return node;
}

}  // namespace

Span cover(Span a, Span b) {
  if (a.begin == a.end) return b;
  if (b.begin == b.end) return a;
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

QueryNode conjunction_of(std::vector<QueryNode> clauses) { return joined(Kind::conjunction, std::move(clauses)); }

QueryNode disjunction_of(std::vector<QueryNode> clauses) { return joined(Kind::disjunction, std::move(clauses)); }

QueryNode negation_of(QueryNode clause) {
  QueryNode node{.kind = Kind::negation, .span = clause.span};
  node.children.push_back(std::move(clause));
  return node;
}

QueryNode simplify(QueryNode node) {
  for (auto& child : node.children) child = simplify(std::move(child));
  if (node.kind != Kind::conjunction && node.kind != Kind::disjunction) return node;
  if (node.children.empty()) return node;
  return joined(node.kind, std::move(node.children));
}

}  // namespace newshound::query
