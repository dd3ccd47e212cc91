// Signs that other search engines read, or that stand in the wrong place here. Where the meaning is plainly another
// one the query is refused; where pasted text may look so, the run is text and a warning says how to write the other.
#ifndef NEWSHOUND_QUERY_MISREAD_SIGNS_H
#define NEWSHOUND_QUERY_MISREAD_SIGNS_H

#include "searcher/query/token.h"

#include <newshound/result.h>

#include <optional>
#include <string>
#include <string_view>

namespace newshound::query {

// =title:ferry, !title:ferry, ~title:ferry, =-ferry. `value_follows`: a quote or bracket stands directly after the run.
// Without a span: it is the whole run.
std::optional<Error> misread_error(std::string_view run, bool value_follows);

// !ferry, ferry&&strike, 10^6: a word, and what may have been meant.
std::optional<std::string> misread_warning(std::string_view word);

// A sign with a space too many before it: title :ferry, "night ferry" ~3. `before` is what stands before the space.
bool may_be_misplaced(std::string_view word);
std::optional<std::string> misplaced_warning(std::string_view word, const Token& before);

}  // namespace newshound::query

#endif
