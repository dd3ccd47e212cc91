// How a query was understood, for people: the tree, what each word became, and what each clause matches alone.
#ifndef NEWSHOUND_CLI_RENDER_EXPLANATION_H
#define NEWSHOUND_CLI_RENDER_EXPLANATION_H

#include "searcher/cli/style.h"

#include <newshound/results.h>

#include <ostream>

namespace newshound::search_cli {

void write_explanation_text(std::ostream& out, const Explanation& explanation, const Style& style);

}  // namespace newshound::search_cli

#endif
