// `newshound search --batch`: many searches of one archive in one run.
//
//   file = { id TAB query LF }      blank lines are left out
#ifndef NEWSHOUND_CLI_BATCH_H
#define NEWSHOUND_CLI_BATCH_H

#include "searcher/cli/options.h"

#include <newshound/searcher.h>

#include <functional>
#include <istream>
#include <ostream>

namespace newshound::search_cli {

using Search = std::function<Result<SearchResults>(const SearchRequest&)>;

// The exit code. A line or query that is wrong is reported on `errors` and the others go on: 2 at the end. An error
// that is not the query's ends the run.
int run_batch(const Options& options, std::istream& queries, const Search& search, std::ostream& out,
              std::ostream& errors);

// The answer is what was found until the time was up.
inline bool is_timed_out(const SearchResults& results) {
  return results.partial && results.partial->reason == Partial::Reason::timeout;
}

}  // namespace newshound::search_cli

#endif
