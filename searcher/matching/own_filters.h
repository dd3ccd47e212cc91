// Multi-select: facets that are counted as if the query had no filter of their own field, so that a user who has chosen
// one outlet still sees how many articles each of the others would add. All such counts come from one pass over the
// matches of the query without these filters, as in drill-sideways faceting.
#ifndef NEWSHOUND_MATCHING_OWN_FILTERS_H
#define NEWSHOUND_MATCHING_OWN_FILTERS_H

#include "searcher/matching/match.h"

#include <newshound/results.h>

#include <string>
#include <vector>

namespace newshound::matching {

// A query taken apart: `rest` and all of `filters` are the query.
struct OwnFilters {
  QueryNode rest;
  std::vector<QueryNode> filters;   // one a field
  std::vector<std::string> fields;  // of each filter
};

// Takes out the clauses that must hold and are nothing but values of one of `fields` (names as in the query language),
// or alternatives of these. What must not match stays in the rest.
OwnFilters split_own_filters(const QueryNode& ast, const std::vector<std::string>& fields);

struct MultiSelectMatches {
  Matches all;                   // of the whole query
  std::vector<Matches> without;  // of the query without each of the filters
};

// From the matches of the rest and those of each filter.
MultiSelectMatches join_own_filters(const Matches& rest, const std::vector<Matches>& filters);

}  // namespace newshound::matching

#endif
