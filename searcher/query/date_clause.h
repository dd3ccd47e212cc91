// Dates of the query language:
//
//   day    = YYYY | YYYY-MM | YYYY-MM-DD | YYYY-Www | YYYY-Qq | "today" | "yesterday"    the whole named period
//          | number ("d" | "w" | "mo" | "y")                          so long before today
//   date:  = day | day ".." day | day ".." | ".." day                  both ends included
//   after: = day        from its first day on
//   before: = day       up to the day before its first
#ifndef NEWSHOUND_QUERY_DATE_CLAUSE_H
#define NEWSHOUND_QUERY_DATE_CLAUSE_H

#include <newshound/results.h>

#include <string>
#include <string_view>

namespace newshound::query {

// A date_range node, without a span. `field` is date, after or before; `span` is where the value stands.
Result<QueryNode> date_clause(std::string_view field, std::string_view value, Day today, Span span);

// "date:2024-05-01..2024-05-07"
std::string date_text(const QueryNode& range);

}  // namespace newshound::query

#endif
