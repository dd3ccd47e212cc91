// Search results as text for people. Everything that comes from an article is made printable here.
#ifndef NEWSHOUND_CLI_RENDER_TEXT_H
#define NEWSHOUND_CLI_RENDER_TEXT_H

#include "searcher/cli/style.h"

#include <newshound/results.h>

#include <ostream>
#include <string>

namespace newshound::search_cli {

void write_results_text(std::ostream& out, const SearchResults& results, const Style& style);
void write_facet_text(std::ostream& out, const FacetResult& facet, const Style& style);
void write_histogram_text(std::ostream& out, const Histogram& histogram, const Style& style);
void write_article_text(std::ostream& out, const Article& article, const Style& style);

// "2024-05" for a month and so on; a week is named by its Monday.
std::string bucket_label(DateUnit unit, Day start);

}  // namespace newshound::search_cli

#endif
