// A field and its value -> the node they mean. The one place for clauses of the query text and for filters beside it.
#ifndef NEWSHOUND_QUERY_FIELD_CLAUSE_H
#define NEWSHOUND_QUERY_FIELD_CLAUSE_H

#include "indexer/format/schema.h"

#include <newshound/results.h>

#include <string_view>

namespace newshound::query {

// `quoted`: the value is itself, even if it is `unknown`. A text field has a phrase as its quoted value.
// The node has no span; `value_span` is for errors.
Result<QueryNode> field_clause(const format::FieldSpec& field, std::string_view value, bool quoted, Day today,
                               Span value_span);

// True if the value can stand behind the colon without quotes and mean itself.
bool is_bare_value(const format::FieldSpec& field, std::string_view value);

}  // namespace newshound::query

#endif
