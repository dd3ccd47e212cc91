#include "searcher/presenting/why_empty.h"

#include "searcher/query/printer.h"
#include "searcher/query/simplify.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace newshound::presenting {
namespace {

using Kind = QueryNode::Kind;

std::vector<QueryNode> clauses_of(const QueryNode& ast) {
  const bool has_clauses = ast.kind == Kind::conjunction || ast.kind == Kind::disjunction;
  return has_clauses ? ast.children : std::vector<QueryNode>{ast};
}

std::string nothing_matches(const QueryNode& clause, const std::optional<format::DayRange>& days) {
  auto sentence = "No article matches " + query::canonical_text(clause) + " on its own";
  if (clause.kind != Kind::date_range || clause.field != "date") return sentence + ".";
  if (!days) return sentence + "; none has a date.";
  return sentence + "; the archive has articles from " + format::to_string(days->first) + " to " +
         format::to_string(days->last) + ".";
}

std::string without(const QueryNode& clause, std::uint64_t matches) {
  return "Without " + query::canonical_text(clause) + ", " + std::to_string(matches) +
         (matches == 1 ? " article matches." : " articles match.");
}

}  // namespace

std::vector<std::string> why_empty(const QueryNode& ast, const std::function<std::uint64_t(const QueryNode&)>& count,
                                   const std::optional<format::DayRange>& days) {
  const auto clauses = clauses_of(ast);
  std::vector<std::string> reasons;
  for (const auto& clause : clauses)
    if (count(clause) == 0) reasons.push_back(nothing_matches(clause, days));
  if (!reasons.empty() || clauses.size() < 2) return reasons;
  reasons.emplace_back("Each part of the query matches some articles, but none matches them all.");
  constexpr std::size_t kMostClauses = 10;  // each costs a search
  for (std::size_t i = 0; i < std::min(clauses.size(), kMostClauses); ++i) {
    auto rest = clauses;
    rest.erase(std::next(rest.begin(), static_cast<std::ptrdiff_t>(i)));
    if (const auto matches = count(query::conjunction_of(std::move(rest))); matches > 0)
      reasons.push_back(without(clauses[i], matches));
  }
  return reasons;
}

}  // namespace newshound::presenting
