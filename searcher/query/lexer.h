// First stage: query text -> tokens. Decides what is text and what is syntax; refuses by name what is not supported
// yet, so that nothing is understood as something else.
//
//   query  = (space | "(" | ")" | "|" | quoted | field | sign | run)*
//   field  = letters ":" (quoted | "(" | run)        no space after the colon; not "name://"
//   sign   = "-" | "+"                                at the start of a clause, directly before something
//   run    = characters up to a space, bracket, quote or "|"; an operator if it is one, else a word. The bare value of
//            a field that is not text runs to the next space or bracket.
#ifndef NEWSHOUND_QUERY_LEXER_H
#define NEWSHOUND_QUERY_LEXER_H

#include "searcher/query/token.h"

#include <newshound/result.h>

#include <string>
#include <string_view>
#include <vector>

namespace newshound::query {

struct TokenList {
  std::vector<Token> tokens;
  std::vector<std::string> warnings;
};

// `text` must be UTF-8. Brackets in the tokens are balanced.
Result<TokenList> lex(std::string_view text);

// Warnings for runs without a word, a few by name and the rest as a number.
std::vector<std::string> dropped_warnings(const std::vector<std::string>& runs);

}  // namespace newshound::query

#endif
