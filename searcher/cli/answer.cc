#include "searcher/cli/answer.h"

#include "indexer/format/program/day_text.h"
#include "searcher/cli/render_explanation.h"
#include "searcher/cli/render_json.h"
#include "searcher/cli/render_rows.h"
#include "searcher/cli/render_text.h"

namespace newshound::search_cli {
namespace {

using program::text_or_null;

void write_search(std::ostream& out, const Options& options, const SearchResults& results,
                  const Explanation* explanation, const Style& style) {
  switch (options.format) {
    case Format::json:
      return write_line(out, results_json(results, explanation));
    case Format::jsonl:
      return write_results_jsonl(out, results, explanation, "");
    case Format::csv:
      return write_results_csv(out, results);
    case Format::ids:
      return write_ids(out, results, style);
    case Format::text:
    case Format::trec:
      if (explanation != nullptr && options.explain) {
        write_explanation_text(out, *explanation, style);
        out << '\n';
      }
      write_results_text(out, results, style);
  }
}

void write_facets(std::ostream& out, Format format, const SearchResults& results, const Style& style) {
  if (format == Format::json) {
    Json object = head_json(results);
    object["facets"] = Json::array();
    for (const auto& facet : results.facets) object["facets"].push_back(facet_json(facet));
    return write_line(out, object);
  }
  if (format == Format::text && results.total == 0) return write_results_text(out, results, style);
  for (const auto& facet : results.facets)
    format == Format::csv ? write_facet_csv(out, facet) : write_facet_text(out, facet, style);
}

void write_histogram(std::ostream& out, Format format, const SearchResults& results, const Style& style) {
  if (format == Format::json) {
    Json object = head_json(results);
    object["histogram"] = results.histogram ? histogram_json(*results.histogram) : Json(nullptr);
    return write_line(out, object);
  }
  if (format == Format::text && results.total == 0) return write_results_text(out, results, style);
  if (!results.histogram) return;
  format == Format::csv ? write_histogram_csv(out, *results.histogram)
                        : write_histogram_text(out, *results.histogram, style);
}

void write_count(std::ostream& out, Format format, const SearchResults& results) {
  if (format == Format::json) return write_line(out, head_json(results));
  out << (format == Format::csv ? "count\n" : "") << results.total << '\n';
}

}  // namespace

void write_answer(std::ostream& out, const Options& options, const SearchResults& results,
                  const Explanation* explanation, const Style& style) {
  switch (options.command) {
    case Command::facet:
      return write_facets(out, options.format, results, style);
    case Command::histogram:
      return write_histogram(out, options.format, results, style);
    case Command::count:
      return write_count(out, options.format, results);
    default:
      write_search(out, options, results, explanation, style);
  }
}

void write_article(std::ostream& out, const Options& options, const Article& article, const Style& style) {
  if (options.format != Format::json) return write_article_text(out, article, style);
  Json body = {{"id", article.id},
               {"title", text_or_null(article.title)},
               {"body", text_or_null(article.body)},
               {"outlet", text_or_null(article.outlet.value)},
               {"date", article.day ? Json(program::day_text(*article.day)) : Json(nullptr)},
               {"published", text_or_null(article.published.value)},
               {"url", text_or_null(article.url.value)},
               {"language", text_or_null(article.language.value)},
               {"byline", text_or_null(article.byline.value)},
               {"section", text_or_null(article.section.value)},
               {"entities", entities_json(article.entities)}};
  write_line(out, Json{{"version", 1}, {"article", std::move(body)}});
}

void write_explanation(std::ostream& out, const Options& options, const Explanation& explanation, const Style& style) {
  if (options.format != Format::json) return write_explanation_text(out, explanation, style);
  Json object = {{"version", 1}, {"query", query_json(explanation.query)}, {"total", explanation.total}};
  object["explanation"] = explanation_json(explanation);
  write_line(out, object);
}

}  // namespace newshound::search_cli
