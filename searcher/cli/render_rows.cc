#include "searcher/cli/render_rows.h"

#include "indexer/format/program/day_text.h"
#include "indexer/format/program/printable.h"

#include <array>
#include <cstdio>

namespace newshound::search_cli {
namespace {

std::string decimal(double value, const char* pattern) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), pattern, value);
  return text.data();
}

std::string one_word(const std::string& id) {
  std::string word;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte != '%' && byte != 0x7F) {
      word += c;
      continue;
    }
    std::array<char, 4> escape{};
    std::snprintf(escape.data(), escape.size(), "%%%02X", static_cast<unsigned>(byte));
    word += escape.data();
  }
  return word;
}

}  // namespace

std::string csv_field(const std::string& text) {
  const std::string shown = program::printable(text);
  if (shown.find_first_of(",\"\r\n") == std::string::npos) return shown;
  std::string field = "\"";
  for (const char c : shown) field += c == '"' ? std::string("\"\"") : std::string(1, c);
  return field + "\"";
}

void write_results_csv(std::ostream& out, const SearchResults& results) {
  out << "rank,id,score,date,outlet,title,url\n";
  for (const auto& hit : results.hits) {
    out << hit.rank << ',' << csv_field(hit.id) << ',' << decimal(hit.score, "%.4f") << ','
        << (hit.day ? program::day_text(*hit.day) : "") << ',' << csv_field(hit.outlet) << ',' << csv_field(hit.title)
        << ',' << csv_field(hit.url) << '\n';
  }
}

void write_facet_csv(std::ostream& out, const FacetResult& facet) {
  out << "field,value,count\n";
  const std::string field = csv_field(facet.field);
  for (const auto& bucket : facet.buckets)
    out << field << ',' << csv_field(bucket.value) << ',' << bucket.count << '\n';
  if (facet.unknown > 0) out << field << ",," << facet.unknown << '\n';
}

void write_histogram_csv(std::ostream& out, const Histogram& histogram) {
  out << "start,count\n";
  for (const auto& bucket : histogram.buckets) out << program::day_text(bucket.start) << ',' << bucket.count << '\n';
  if (histogram.undated > 0) out << ',' << histogram.undated << '\n';
}

void write_ids(std::ostream& out, const SearchResults& results, const Style& style) {
  for (const auto& hit : results.hits) out << (style.terminal ? program::printable(hit.id) : hit.id) << '\n';
}

void write_trec(std::ostream& out, const SearchResults& results, const std::string& query_id, const std::string& run) {
  for (const auto& hit : results.hits) {
    out << one_word(query_id) << " Q0 " << one_word(hit.id) << ' ' << hit.rank << ' ' << decimal(hit.score, "%.6f")
        << ' ' << run << '\n';
  }
}

}  // namespace newshound::search_cli
