// Output for other programs, one row a line: CSV (RFC 4180), bare ids, and TREC run files.
#ifndef NEWSHOUND_CLI_RENDER_ROWS_H
#define NEWSHOUND_CLI_RENDER_ROWS_H

#include "searcher/cli/style.h"

#include <newshound/results.h>

#include <ostream>
#include <string>

namespace newshound::search_cli {

// A field made printable, so always on one line, and quoted where it must be.
std::string csv_field(const std::string& text);

void write_results_csv(std::ostream& out, const SearchResults& results);
void write_facet_csv(std::ostream& out, const FacetResult& facet);        // unknown: an empty value, last
void write_histogram_csv(std::ostream& out, const Histogram& histogram);  // undated: no start, last

// Made printable on a terminal only: in a pipe an id is the one `newshound show` takes.
void write_ids(std::ostream& out, const SearchResults& results, const Style& style);

// `qid Q0 docid rank score run`; white space and `%` in an id are percent-encoded.
void write_trec(std::ostream& out, const SearchResults& results, const std::string& query_id, const std::string& run);

}  // namespace newshound::search_cli

#endif
