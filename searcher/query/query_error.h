// Errors about a place in the query text, all built the same way: one line that names the thing, its bytes, what to do.
#ifndef NEWSHOUND_QUERY_QUERY_ERROR_H
#define NEWSHOUND_QUERY_QUERY_ERROR_H

#include <newshound/result.h>

#include <string>
#include <string_view>

namespace newshound::query {

Error query_error(std::string message, Span span, std::string hint);

// A piece of the query as an error or warning quotes it: in double quotes, on one line, cut when long.
std::string quoted_in_message(std::string_view text);

}  // namespace newshound::query

#endif
