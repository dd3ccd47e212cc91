// Numbers: words:800, words:>800, words:<=100, words:100..200, words:..99.
#ifndef NEWSHOUND_QUERY_NUMBER_CLAUSE_H
#define NEWSHOUND_QUERY_NUMBER_CLAUSE_H

#include <newshound/result.h>
#include <newshound/results.h>

#include <string>
#include <string_view>

namespace newshound::query {

// `span` is that of the value, for errors. The node has none.
Result<QueryNode> number_clause(std::string_view field, std::string_view value, Span span);

// The node, written so that it reads back.
std::string number_text(const QueryNode& range);

}  // namespace newshound::query

#endif
