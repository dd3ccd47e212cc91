// Clauses that stand side by side -> one node, by the rule of the search: all of them, or any of the words.
#ifndef NEWSHOUND_QUERY_JUXTAPOSITION_H
#define NEWSHOUND_QUERY_JUXTAPOSITION_H

#include <newshound/results.h>
#include <newshound/searcher.h>

#include <vector>

namespace newshound::query {

struct Clause {
  QueryNode node;
  bool must = false;        // written with +
  bool and_before = false;  // AND stands between it and the clause before
};

// Match::all: the conjunction. Match::any: what must hold (filters, negations, + clauses) stays required wherever it
// stands; the rest are alternatives, clauses with AND between them one alternative together. Alternatives take the
// place of the first of them. `clauses` must not be empty.
QueryNode join_clauses(std::vector<Clause> clauses, Match match);

}  // namespace newshound::query

#endif
