// The other first stage: text that is words and nothing else.
#ifndef NEWSHOUND_QUERY_LITERAL_H
#define NEWSHOUND_QUERY_LITERAL_H

#include "searcher/query/lexer.h"

#include <string_view>

namespace newshound::query {

// Each run between spaces is a word; runs without a letter or digit are left out with a warning. Never an error.
Result<TokenList> lex_literally(std::string_view text);

}  // namespace newshound::query

#endif
