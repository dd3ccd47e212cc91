// One answer of the program in the format that was asked for. Everything here is written from plain values, so that it
// can be tested without an archive.
#ifndef NEWSHOUND_CLI_ANSWER_H
#define NEWSHOUND_CLI_ANSWER_H

#include "searcher/cli/options.h"
#include "searcher/cli/style.h"

#include <newshound/results.h>

#include <ostream>

namespace newshound::search_cli {

// search, facet, histogram and count; `explanation` may be null.
void write_answer(std::ostream& out, const Options& options, const SearchResults& results,
                  const Explanation* explanation, const Style& style);

void write_article(std::ostream& out, const Options& options, const Article& article, const Style& style);
void write_explanation(std::ostream& out, const Options& options, const Explanation& explanation, const Style& style);

}  // namespace newshound::search_cli

#endif
