// Parsed query -> what to highlight: its words and phrases, as far as they must match.
#ifndef NEWSHOUND_PRESENTING_MARKS_H
#define NEWSHOUND_PRESENTING_MARKS_H

#include "searcher/matching/typed_words.h"
#include "searcher/presenting/highlight.h"

#include <newshound/results.h>

namespace newshound::presenting {

// A phrase is marked as a whole, and so is a typed run of several words (re-elected). Negated clauses, filters and the
// words of the byline mark nothing.
Marks marks_of(const QueryNode& ast, matching::TypedWords typed_words);

}  // namespace newshound::presenting

#endif
