// Parsed query -> what to highlight: its words and phrases, as far as they must match.
#ifndef NEWSHOUND_PRESENTING_MARKS_H
#define NEWSHOUND_PRESENTING_MARKS_H

#include "indexer/format/analysis.h"
#include "searcher/presenting/highlight.h"

#include <newshound/results.h>

#include <string>
#include <vector>

namespace newshound::presenting {

// A word is marked by its stems, a phrase or a typed run of several words (re-elected) by its surface words in order.
// Negated clauses, filters and the words of fields other than the title mark nothing. `stemmers` are the archive's.
Marks marks_of(const QueryNode& ast, const std::vector<std::string>& stemmers, format::Analyser& analyser);

}  // namespace newshound::presenting

#endif
