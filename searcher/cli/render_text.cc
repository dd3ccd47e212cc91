#include "searcher/cli/render_text.h"

#include "indexer/format/program/day_text.h"
#include "indexer/format/program/printable.h"
#include "searcher/cli/layout.h"
#include "searcher/cli/names.h"

#include <cstdio>

namespace newshound::search_cli {
namespace {

constexpr unsigned kIndent = 4;
const std::string kMargin(kIndent, ' ');

void join(std::string& line, const std::string& part) {
  if (!part.empty()) line += (line.empty() ? "" : " · ") + program::printable(part);
}

std::string or_unknown(const std::string& text, const char* unknown) { return text.empty() ? unknown : text; }

std::string provenance(const Hit& hit) {
  std::string line;
  join(line, or_unknown(hit.outlet, "(unknown)"));
  join(line, hit.day ? program::day_text(*hit.day) : "(undated)");
  join(line, hit.byline);
  return line;
}

void write_hit(std::ostream& out, const Hit& hit, const Style& style) {
  static const std::vector<Span> no_marks;
  std::string rank = std::to_string(hit.rank);
  rank.insert(0, rank.size() < kIndent - 1 ? kIndent - 1 - rank.size() : 0, ' ');
  const bool titled = !hit.title.empty();
  const std::string title = wrapped(
      {titled ? hit.title : "(no headline)", titled ? hit.title_marks : no_marks, Emphasis::bold_with_marks, {}},
      kIndent, style);
  out << rank << ' ' << (title.empty() ? "\n" : title);
  out << kMargin << provenance(hit) << '\n';
  for (const auto& snippet : hit.snippets) {
    const std::string text =
        wrapped({snippet.text, snippet.marks, Emphasis::marks_only, snippet.offset > 0 ? "… " : ""}, kIndent, style);
    if (!text.empty()) out << kMargin << text;
  }
  out << kMargin << dim(program::printable(hit.id), style) << "\n\n";
}

std::string milliseconds(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f ms", value);
  return text;
}

void write_total(std::ostream& out, const SearchResults& results, const Style& style) {
  out << (results.partial       ? "at least "
          : results.total_exact ? ""
                                : "about ")
      << results.total << (results.total == 1 ? " article matches" : " articles match");
  if (!results.hits.empty() && results.hits.size() < results.total)
    out << ", " << results.hits.front().rank << " to " << results.hits.back().rank << " shown";
  if (style.stats) out << " (" << milliseconds(results.elapsed_ms) << ", generation " << results.generation << ")";
  out << '\n';
}

// "name: value" with the value made printable; nothing for an unknown one.
void write_member(std::ostream& out, const char* name, const std::string& value, const Style& style) {
  if (!value.empty()) out << dim(std::string(name) + ": ", style) << program::printable(value) << '\n';
}

void write_body(std::ostream& out, const std::string& body, const Style& style) {
  if (!style.terminal) {
    out << program::printable_lines(body);
    if (!body.empty() && body.back() != '\n') out << '\n';
    return;
  }
  static const std::vector<Span> no_marks;
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t end = std::min(body.find('\n', begin), body.size());
    const std::string text =
        wrapped({std::string_view(body).substr(begin, end - begin), no_marks, Emphasis::marks_only, {}}, 0, style);
    out << (text.empty() ? "\n" : text);
    begin = end + 1;
  }
}

std::string entity_list(const std::vector<Entity>& entities) {
  std::string list;
  for (const auto& entity : entities) {
    list += (list.empty() ? "" : "; ") + entity.name;
    if (entity.type) list += " (" + std::string(entity_type_name(*entity.type)) + ")";
  }
  return list;
}

}  // namespace

std::string bucket_label(DateUnit unit, Day start) {
  const std::string day = program::day_text(start);
  if (unit == DateUnit::year) return day.substr(0, 4);
  return unit == DateUnit::month ? day.substr(0, 7) : day;
}

void write_results_text(std::ostream& out, const SearchResults& results, const Style& style) {
  if (results.total == 0) {
    out << (results.partial ? "Nothing found in what was searched.\n" : "No articles match.\n");
    return;
  }
  for (const auto& hit : results.hits) write_hit(out, hit, style);
  write_total(out, results, style);
  for (const auto& facet : results.facets) {
    out << '\n';
    write_facet_text(out, facet, style);
  }
  if (!results.histogram) return;
  out << '\n';
  write_histogram_text(out, *results.histogram, style);
}

void write_facet_text(std::ostream& out, const FacetResult& facet, const Style& style) {
  std::vector<BarRow> rows;
  for (const auto& bucket : facet.buckets) rows.push_back({bucket.value, bucket.count});
  if (facet.unknown > 0) rows.push_back({"(unknown)", facet.unknown});
  out << bold(program::printable(facet.field), style) << " (" << facet.distinct << " different"
      << (facet.exact ? "" : ", counts estimated") << ")\n"
      << bars(rows, facet.buckets.size(), style);
}

void write_histogram_text(std::ostream& out, const Histogram& histogram, const Style& style) {
  std::vector<BarRow> rows;
  for (const auto& bucket : histogram.buckets)
    rows.push_back({bucket_label(histogram.unit, bucket.start), bucket.count});
  if (histogram.undated > 0) rows.push_back({"(undated)", histogram.undated});
  out << bold(unit_name(histogram.unit), style) << '\n' << bars(rows, histogram.buckets.size(), style);
}

void write_article_text(std::ostream& out, const Article& article, const Style& style) {
  out << bold(program::printable(article.title.empty() ? "(no headline)" : article.title), style) << '\n';
  write_member(out, "id", article.id, style);
  write_member(out, "subtitle", article.subtitle.value, style);
  write_member(out, "outlet", article.outlet.value, style);
  write_member(out, "agency", article.agency.value, style);
  write_member(out, "date", article.day ? program::day_text(*article.day) : "", style);
  write_member(out, "published", article.published.value, style);
  write_member(out, "byline", article.byline.value, style);
  write_member(out, "section", article.section.value, style);
  write_member(out, "language", article.language.value, style);
  write_member(out, "url", article.url.value, style);
  write_member(out, "entities", entity_list(article.entities), style);
  out << '\n';
  write_body(out, article.body, style);
}

}  // namespace newshound::search_cli
