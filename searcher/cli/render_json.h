// JSON, version 1. docs/search-results.schema.json describes it; a test validates what is written here against it.
#ifndef NEWSHOUND_CLI_RENDER_JSON_H
#define NEWSHOUND_CLI_RENDER_JSON_H

#include "indexer/format/program/json_text.h"

#include <newshound/result.h>
#include <newshound/results.h>

#include <ostream>
#include <string>
#include <vector>

namespace newshound::search_cli {

using program::Json;

Json query_json(const ParsedQuery& query);
Json ast_json(const QueryNode& node);
Json hit_json(const Hit& hit);
Json facet_json(const FacetResult& facet);
Json histogram_json(const Histogram& histogram);
Json entities_json(const std::vector<Entity>& entities);
// Words, Xapian query and clauses, without the query itself.
Json explanation_json(const Explanation& explanation);

// Everything but hits, facets and histogram: what each answer begins with.
Json head_json(const SearchResults& results);

// The whole object of `newshound search`; `explanation` may be null.
Json results_json(const SearchResults& results, const Explanation* explanation);

// The same parts, one a line. `query_id` stands on every line of a batch; empty: no batch.
void write_results_jsonl(std::ostream& out, const SearchResults& results, const Explanation* explanation,
                         const std::string& query_id);

// {"error":{...}}
Json error_json(const Error& error);

void write_line(std::ostream& out, const Json& value);

}  // namespace newshound::search_cli

#endif
