#include "searcher/cli/suggestions.h"

#include "indexer/format/program/printable.h"
#include "searcher/cli/layout.h"
#include "searcher/cli/names.h"
#include "searcher/cli/render_rows.h"

#include <utility>

namespace newshound::search_cli {

using program::Json;

void write_suggestions_text(std::ostream& out, const std::vector<Suggestion>& suggestions, const Style& style) {
  if (suggestions.empty()) out << "Nothing begins so.\n";
  for (const auto kind : {Suggestion::Kind::word, Suggestion::Kind::outlet, Suggestion::Kind::entity}) {
    std::vector<BarRow> rows;
    for (const auto& suggestion : suggestions)
      if (suggestion.kind == kind) rows.push_back({suggestion.value, suggestion.count});
    if (rows.empty()) continue;
    const auto scaled = rows.size();
    out << bold(suggestion_name(kind), style) << '\n' << bars(rows, scaled, style);
  }
}

void write_suggestions_csv(std::ostream& out, const std::vector<Suggestion>& suggestions) {
  out << "kind,value,count,query\n";
  for (const auto& suggestion : suggestions)
    out << suggestion_name(suggestion.kind) << ',' << csv_field(suggestion.value) << ',' << suggestion.count << ','
        << csv_field(suggestion.query) << '\n';
}

Json suggestions_json(const std::string& prefix, const std::vector<Suggestion>& suggestions) {
  Json list = Json::array();
  for (const auto& suggestion : suggestions)
    list.push_back({{"kind", suggestion_name(suggestion.kind)},
                    {"value", suggestion.value},
                    {"count", suggestion.count},
                    {"query", suggestion.query}});
  return {{"version", 1}, {"prefix", prefix}, {"suggestions", std::move(list)}};
}

void write_advice_text(std::ostream& out, const SearchResults& results) {
  for (const auto& reason : results.why_empty) out << program::printable(reason) << '\n';
  if (!results.did_you_mean) return;
  const auto& [query, total] = *results.did_you_mean;
  out << "Did you mean " << program::printable(query) << "? " << total
      << (total == 1 ? " article matches.\n" : " articles match.\n");
}

}  // namespace newshound::search_cli
