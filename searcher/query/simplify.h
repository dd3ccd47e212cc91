// The normal form of a tree: no conjunction directly in a conjunction, no disjunction in a disjunction, no group of
// one. Trees are built bottom-up by these functions, so they are normal from the start.
#ifndef NEWSHOUND_QUERY_SIMPLIFY_H
#define NEWSHOUND_QUERY_SIMPLIFY_H

#include <newshound/results.h>

#include <vector>

namespace newshound::query {

// `clauses` must not be empty. The span covers all of them.
QueryNode conjunction_of(std::vector<QueryNode> clauses);
QueryNode disjunction_of(std::vector<QueryNode> clauses);
QueryNode negation_of(QueryNode clause);

// The same tree in normal form; for trees that a program made.
QueryNode simplify(QueryNode node);

// The smallest span with both in it; an empty span counts for nothing.
Span cover(Span a, Span b);

}  // namespace newshound::query

#endif
