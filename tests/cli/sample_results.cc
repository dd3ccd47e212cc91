#include "tests/cli/sample_results.h"

namespace newshound::testing {
namespace {

using Kind = QueryNode::Kind;

constexpr Day kDay = 19849;  // 2024-05-06

QueryNode node(Kind kind, std::string field, std::string value, Span span) {
  QueryNode result;
  result.kind = kind;
  result.field = std::move(field);
  result.value = std::move(value);
  result.span = span;
  return result;
}

// Each kind once.
QueryNode sample_tree() {
  QueryNode near = node(Kind::near, "", "", {0, 19});
  near.distance = 3;
  near.children = {node(Kind::word, "", "harbour", {0, 7}), node(Kind::phrase, "title", "night ferry", {8, 19})};
  QueryNode choice = node(Kind::disjunction, "", "", {20, 40});
  choice.children = {node(Kind::filter, "outlet", "Harbour Gazette", {20, 30}),
                     node(Kind::unknown, "outlet", "", {31, 40})};
  QueryNode negation = node(Kind::negation, "", "", {41, 50});
  negation.children = {node(Kind::has, "date", "", {42, 50})};
  QueryNode range = node(Kind::date_range, "date", "", {});
  range.first = kDay;
  QueryNode root = node(Kind::conjunction, "", "", {0, 50});
  root.children = {near, choice, negation, range, node(Kind::everything, "", "", {})};
  return root;
}

Hit full_hit() {
  Hit hit;
  hit.rank = 1;
  hit.id = "gazette-1";
  hit.score = 7.31415926;
  hit.title = "Harbour ferry resumes";
  hit.title_marks = {{0, 7}};
  hit.outlet = "Harbour Gazette";
  hit.day = kDay;
  hit.published = "2024-05-06T09:30:00+02:00";
  hit.url = "https://gazette.example/ferry?a=1,2";
  hit.language = "en";
  hit.byline = "Mara Velden";
  hit.section = "Local";
  hit.entities = {{"Mara Velden", EntityType::person}, {"Harbour Board", EntityType::organization}, {"Old Pier", {}}};
  hit.snippets = {{"The harbour ferry resumed service on Monday after a week of repairs to the landing stage, "
                   "said the board.",
                   {{4, 11}},
                   0},
                  {"Tickets for the harbour\nline cost less.", {{16, 23}}, 1042}};
  return hit;
}

// Escape sequences, a bidirectional override, C1, a broken byte, quotes and a line break for CSV.
Hit hostile_hit() {
  Hit hit;
  hit.rank = 2;
  hit.id = "evil\x1b]0;owned\x07";
  hit.score = 0.5;
  hit.title =
      "Red \x1b[31malert\x1b[0m, \"now\"\nor \xE2\x80\xAEnever \xC2\x9B"
      "2J \x7F";
  hit.outlet = "Bell\x07 Post";
  hit.snippets = {{"plain \x1b[2J text", {{6, 14}}, 3}};
  return hit;
}

Hit wide_hit() {
  Hit hit;
  hit.rank = 3;
  hit.id = "港-3";
  hit.score = 0.25;
  hit.title = "港湾フェリー再開";
  hit.title_marks = {{0, 6}};
  hit.day = kDay - 400;
  hit.language = "ja";
  hit.snippets = {
      {"港湾フェリーは一週間の修理を経て月曜日に運航を再開したと委員会は述べた。乗客は安堵し、船着き場には列ができ"
       "た。",
       {{0, 6}},
       0}};
  return hit;
}

Hit bare_hit() {
  Hit hit;
  hit.rank = 4;
  hit.id = "untitled";
  return hit;
}

}  // namespace

SearchResults sample_results() {
  SearchResults results;
  results.query = {"harbour NEAR/3 title:\"night ferry\"",
                   "harbour NEAR/3 title:\"night ferry\"",
                   sample_tree(),
                   {"`the` is left out"}};
  results.generation = 42;
  results.total = 1234;
  results.elapsed_ms = 3.14159;
  results.hits = {full_hit(), hostile_hit(), wide_hit(), bare_hit()};
  results.facets = {{"outlet", true, 50, 3, {{"Harbour Gazette", 800}, {"港湾新聞", 400}, {"Bell\x07 Post", 1}}},
                    {"person", false, 0, 1234, {}}};
  results.histogram = Histogram{DateUnit::month, {{19783, 12}, {19814, 0}, {19844, 90}}, 3};
  return results;
}

SearchResults empty_results() {
  SearchResults results;
  results.query.text = "zeppelin";
  results.query.canonical = "zeppelin";
  results.query.ast = node(Kind::word, "", "zeppelin", {0, 8});
  results.generation = 42;
  return results;
}

Explanation sample_explanation() {
  Explanation explanation;
  explanation.query = sample_results().query;
  explanation.words = {{"harbour", "harbour Zen:harbour"}, {"night", "night"}};
  explanation.xapian = "Query((harbour AND night))";
  explanation.total = 2;
  explanation.clauses = {{"harbour", {0, 7}, 12}, {"title:\"night ferry\"", {8, 19}, 0}, {"outlet:\"X\"", {}, 3}};
  return explanation;
}

Article sample_article() {
  Article article;
  article.id = "gazette-1";
  article.title = "Harbour ferry \x1b[1mresumes";
  article.body = "The harbour ferry resumed.\nSecond \x1b[2Jparagraph.\n";
  article.outlet = "Harbour Gazette";
  article.published = "2024-05-06T09:30:00+02:00";
  article.day = kDay;
  article.entities = {{"Mara Velden", EntityType::person}, {"Old Pier", {}}};
  return article;
}

ArchiveInfo sample_info() {
  ArchiveInfo info;
  info.path = "news.idx";
  info.generation = 42;
  info.written = "2024-05-06T02:00:11Z";
  info.analyser = "newshound 1";
  info.articles = 1234;
  info.segments = 3;
  info.bytes = 5600000;
  info.first_day = kDay - 400;
  info.last_day = kDay;
  info.fields = {{"outlet", 1231, 50}, {"date", 617, 300}};
  info.languages = {{"en", 1200}, {"ja", 30}};
  return info;
}

std::vector<FieldInfo> sample_fields() {
  return {{"title", {"headline", "intitle"}, "words of the headline", "title:ferry", false},
          {"outlet", {}, "the outlet that printed it", "outlet:\"Harbour Gazette\"", true}};
}

}  // namespace newshound::testing
