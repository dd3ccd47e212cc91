// Query text -> tree. The stages: lexer (text -> tokens), parser (tokens -> tree), printer (tree -> canonical text).
//
//   any      = all (("OR" | "|") all)*
//   all      = clause ("AND"? clause)*
//   clause   = ("NOT" | "-" | "+" | "MAYBE") clause | near
//   near     = operand (("NEAR/" | "ADJ/") n operand)*        operands: words and phrases of one field
//   operand  = (word | phrase | value | "*" | "(" any ")") ("^" weight)?
//
//   auto parsed = newshound::query::parse("ferry -strike", {.today = today});
//
// Standard library only: no index, nothing global, safe from any thread. Takes time in proportion to the text.
#ifndef NEWSHOUND_QUERY_PARSER_H
#define NEWSHOUND_QUERY_PARSER_H

#include <newshound/result.h>
#include <newshound/results.h>
#include <newshound/searcher.h>

#include <string_view>

namespace newshound::query {

struct ParseOptions {
  Match match = Match::all;  // how words side by side are joined
  bool literal = false;      // plain words, nothing in them is an operator
  Day today = 0;             // what `today` and `yesterday` mean
};

// Errc::query with the span of the fault. The tree is in normal form; its canonical text parses to the same tree with
// Match::all.
Result<ParsedQuery> parse(std::string_view text, const ParseOptions& options);

}  // namespace newshound::query

#endif
