// What `newshound suggest` prints, and what is offered beside results.
#ifndef NEWSHOUND_CLI_SUGGESTIONS_H
#define NEWSHOUND_CLI_SUGGESTIONS_H

#include "indexer/format/program/json_text.h"
#include "searcher/cli/style.h"

#include <newshound/results.h>

#include <ostream>
#include <string>
#include <vector>

namespace newshound::search_cli {

void write_suggestions_text(std::ostream& out, const std::vector<Suggestion>& suggestions, const Style& style);
void write_suggestions_csv(std::ostream& out, const std::vector<Suggestion>& suggestions);
program::Json suggestions_json(const std::string& prefix, const std::vector<Suggestion>& suggestions);

// Why nothing matches, and the spelling that finds more; nothing if there is neither.
void write_advice_text(std::ostream& out, const SearchResults& results);

}  // namespace newshound::search_cli

#endif
