// Errors about fields in the query text: names that are none, fields in one another, bare values that could mean more
// than one thing.
#ifndef NEWSHOUND_QUERY_FIELD_ERRORS_H
#define NEWSHOUND_QUERY_FIELD_ERRORS_H

#include "indexer/format/schema.h"

#include <newshound/result.h>

#include <optional>
#include <string>
#include <string_view>

namespace newshound::query {

// Names the nearest field, or says that the field is not supported yet.
Error unknown_field(std::string_view name, Span span);

Error nested_field(std::string_view outer, Span span);

// Why a value cannot stand without quotes in a field of kind `value`; without a span. Empty if it can.
std::optional<Error> bare_value_error(const format::FieldSpec& field, std::string_view value);

// The field that `has:` names; null if no article can lack it. `name` may be an alias.
const format::FieldSpec* field_with_column(std::string_view name);
Error not_a_column(std::string_view name, Span span);

}  // namespace newshound::query

#endif
