// What can be seen only in the whole query: operators that may be pasted text.
#ifndef NEWSHOUND_QUERY_TOKEN_WARNINGS_H
#define NEWSHOUND_QUERY_TOKEN_WARNINGS_H

#include "searcher/query/token.h"

#include <string>
#include <vector>

namespace newshound::query {

// A bar between the words of a page's title (How the tax works | The Gazette), and the words AND, OR and NOT in a
// query that is in capitals throughout.
std::vector<std::string> token_warnings(const std::vector<Token>& tokens);

}  // namespace newshound::query

#endif
