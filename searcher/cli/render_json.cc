#include "searcher/cli/render_json.h"

#include "indexer/format/program/day_text.h"
#include "indexer/format/program/exit_codes.h"
#include "searcher/cli/names.h"

#include <cmath>

namespace newshound::search_cli {
namespace {

using program::day_text;
using program::text_or_null;

constexpr int kVersion = 1;

// Ten-thousandths are more than a score means; what is beyond differs from machine to machine.
double rounded(double value, double per_unit) { return std::round(value * per_unit) / per_unit; }

Json span_json(const Span& span) { return Json::array({span.begin, span.end}); }

Json spans_json(const std::vector<Span>& spans) {
  Json list = Json::array();
  for (const auto& span : spans) list.push_back(span_json(span));
  return list;
}

Json day_or_null(const std::optional<Day>& day) { return day ? Json(day_text(*day)) : Json(nullptr); }

// Which members of a node mean something (results.h).
bool has_field(const QueryNode& node) {
  using Kind = QueryNode::Kind;
  return node.kind == Kind::filter || node.kind == Kind::unknown || node.kind == Kind::has || !node.field.empty();
}

bool has_value(const QueryNode& node) {
  using Kind = QueryNode::Kind;
  return node.kind == Kind::word || node.kind == Kind::phrase || node.kind == Kind::filter ||
         node.kind == Kind::similar;
}

Json snippet_json(const Snippet& snippet) {
  return {{"text", snippet.text}, {"marks", spans_json(snippet.marks)}, {"offset", snippet.offset}};
}

Json begin_json(const SearchResults& results, const Explanation* explanation) {
  Json begin = {{"version", kVersion}, {"query", query_json(results.query)}, {"generation", results.generation}};
  if (explanation != nullptr) begin["explanation"] = explanation_json(*explanation);
  return begin;
}

Json partial_json(const std::optional<Partial>& partial) {
  if (!partial) return nullptr;
  return {{"reason", partial->reason == Partial::Reason::timeout ? "timeout" : "damaged"},
          {"missing", partial->missing}};
}

Json end_json(const SearchResults& results) {
  Json end = {{"total", results.total},
              {"total_exact", results.total_exact},
              {"partial", partial_json(results.partial)},
              {"elapsed_ms", rounded(results.elapsed_ms, 1e3)}};
  if (results.did_you_mean)
    end["did_you_mean"] = {{"query", results.did_you_mean->query}, {"total", results.did_you_mean->total}};
  if (!results.why_empty.empty()) end["why_empty"] = Json(results.why_empty);
  return end;
}

}  // namespace

Json ast_json(const QueryNode& node) {
  Json tree = {{"kind", kind_name(node.kind)}};
  if (has_field(node)) tree["field"] = node.field;
  if (has_value(node)) tree["value"] = node.value;
  if (node.must) tree["must"] = true;
  if (node.form != QueryNode::Form::any) tree["form"] = form_name(node.form);
  if (node.weight != 1) tree["weight"] = node.weight;
  if (node.distance != 0) tree["distance"] = node.distance;
  if (node.within != QueryNode::Within::distance)
    tree["within"] = node.within == QueryNode::Within::sentence ? "sentence" : "paragraph";
  if (node.ordered) tree["ordered"] = true;
  if (node.kind == QueryNode::Kind::date_range) {
    tree["first"] = day_or_null(node.first);
    tree["last"] = day_or_null(node.last);
  }
  if (node.kind == QueryNode::Kind::number_range) {
    tree["least"] = node.least ? Json(*node.least) : Json(nullptr);
    tree["most"] = node.most ? Json(*node.most) : Json(nullptr);
  }
  if (!node.children.empty()) {
    tree["children"] = Json::array();
    for (const auto& child : node.children) tree["children"].push_back(ast_json(child));
  }
  if (node.span.end > node.span.begin) tree["span"] = span_json(node.span);
  return tree;
}

Json query_json(const ParsedQuery& query) {
  return {{"text", query.text},
          {"canonical", query.canonical},
          {"ast", ast_json(query.ast)},
          {"warnings", Json(query.warnings)}};
}

Json entities_json(const std::vector<Entity>& entities) {
  Json list = Json::array();
  for (const auto& entity : entities) {
    const Json type = entity.type ? Json(entity_type_name(*entity.type)) : Json(nullptr);
    list.push_back({{"name", entity.name}, {"type", type}});
  }
  return list;
}

Json hit_json(const Hit& hit) {
  Json snippets = Json::array();
  for (const auto& snippet : hit.snippets) snippets.push_back(snippet_json(snippet));
  return {{"rank", hit.rank},
          {"id", hit.id},
          {"score", rounded(hit.score, 1e4)},
          {"title", text_or_null(hit.title)},
          {"title_marks", spans_json(hit.title_marks)},
          {"outlet", text_or_null(hit.outlet)},
          {"date", day_or_null(hit.day)},
          {"published", text_or_null(hit.published)},
          {"url", text_or_null(hit.url)},
          {"language", text_or_null(hit.language)},
          {"byline", text_or_null(hit.byline)},
          {"section", text_or_null(hit.section)},
          {"entities", entities_json(hit.entities)},
          {"snippets", std::move(snippets)}};
}

Json facet_json(const FacetResult& facet) {
  Json buckets = Json::array();
  for (const auto& bucket : facet.buckets) buckets.push_back({{"value", bucket.value}, {"count", bucket.count}});
  return {{"field", facet.field},
          {"exact", facet.exact},
          {"distinct", facet.distinct},
          {"unknown", facet.unknown},
          {"buckets", std::move(buckets)}};
}

Json histogram_json(const Histogram& histogram) {
  Json buckets = Json::array();
  for (const auto& bucket : histogram.buckets)
    buckets.push_back({{"start", day_text(bucket.start)}, {"count", bucket.count}});
  return {{"unit", unit_name(histogram.unit)}, {"buckets", std::move(buckets)}, {"undated", histogram.undated}};
}

Json explanation_json(const Explanation& explanation) {
  Json words = Json::array();
  for (const auto& [word, terms] : explanation.words) words.push_back({{"word", word}, {"terms", terms}});
  Json clauses = Json::array();
  for (const auto& clause : explanation.clauses) {
    const bool typed = clause.span.end > clause.span.begin;
    clauses.push_back({{"clause", clause.clause},
                       {"span", typed ? span_json(clause.span) : Json(nullptr)},
                       {"matches", clause.matches}});
  }
  return {{"words", std::move(words)}, {"xapian", explanation.xapian}, {"clauses", std::move(clauses)}};
}

Json head_json(const SearchResults& results) {
  Json head = begin_json(results, nullptr);
  head.update(end_json(results));
  return head;
}

Json results_json(const SearchResults& results, const Explanation* explanation) {
  Json object = begin_json(results, explanation);
  object.update(end_json(results));
  object["hits"] = Json::array();
  for (const auto& hit : results.hits) object["hits"].push_back(hit_json(hit));
  object["facets"] = Json::array();
  for (const auto& facet : results.facets) object["facets"].push_back(facet_json(facet));
  object["histogram"] = results.histogram ? histogram_json(*results.histogram) : Json(nullptr);
  return object;
}

void write_results_jsonl(std::ostream& out, const SearchResults& results, const Explanation* explanation,
                         const std::string& query_id) {
  const auto write = [&](const char* type, const Json& part) {
    Json line = {{"type", type}};
    if (!query_id.empty()) line["query_id"] = query_id;
    line.update(part);
    write_line(out, line);
  };
  write("begin", begin_json(results, explanation));
  for (const auto& hit : results.hits) write("hit", hit_json(hit));
  for (const auto& facet : results.facets) write("facet", facet_json(facet));
  if (results.histogram) write("histogram", histogram_json(*results.histogram));
  write("end", end_json(results));
}

Json error_json(const Error& error) {
  Json body = {{"code", program::error_name(error.code)}, {"message", error.message}};
  body["hint"] = text_or_null(error.hint);
  body["offset"] = error.span ? Json(error.span->begin) : Json(nullptr);
  body["length"] = error.span ? Json(error.span->end - error.span->begin) : Json(nullptr);
  return {{"error", std::move(body)}};
}

void write_line(std::ostream& out, const Json& value) { out << program::json_text(value) << '\n'; }

}  // namespace newshound::search_cli
