// Clauses given beside the query text (SearchRequest::filters), added to its tree.
#ifndef NEWSHOUND_QUERY_FILTERS_H
#define NEWSHOUND_QUERY_FILTERS_H

#include <newshound/result.h>
#include <newshound/results.h>
#include <newshound/searcher.h>

#include <optional>
#include <vector>

namespace newshound::query {

// `ast` and all of the filters; values of one field are alternatives. For an empty text `ast` is QueryNode{}: `*`.
// Errc::usage for a field that is not a facet, after or before (it names the nearest), a value that is empty or, of a
// date, no date. Without `today`, `today` and `yesterday` are none.
Result<QueryNode> with_filters(QueryNode ast, const std::vector<Filter>& filters, std::optional<Day> today = {});

}  // namespace newshound::query

#endif
