// What fields, dates and numbers mean: text -> tree, as two-column tables.
#include "tests/query/parser_rows.h"

namespace newshound::query {
namespace {

TEST(QueryParser, TextFieldsTakeWordsPhrasesAndGroups) {
  expect_rows({
      {"title:ferry", "title/ferry"},
      {"headline:ferry", "title/ferry"},
      {"Title:ferry", "title/ferry"},
      {"by:velden", "byline/velden"},
      {"title:\"night ferry\"", "title/'night ferry'"},
      {"title:(a b)", "(and title/a title/b)"},
      {"title:(a OR \"b c\") d", "(and (or title/a title/'b c') d)"},
      {"title:(a -b)", "(and title/a (not title/b))"},
      {"title:a b", "(and title/a b)"},
      {"title:(a (b OR c))", "(and title/a (or title/b title/c))"},
      {"title:unknown", "title/unknown"},
      {"title:10:30", "title/10:30"},
      {"title:http://x.example", "title/http://x.example"},
      {"byline:unknown", "(unknown byline)"},
      {"byline:\"unknown\"", "byline/'unknown'"},
      {"byline:\\unknown", "byline/unknown"},
      {"byline:(velden OR unknown)", "(or byline/velden (unknown byline))"},
  });
}

TEST(QueryParser, ValueFieldsTakeBareQuotedAndGroupedValues) {
  expect_rows({
      {"outlet:bbc", "outlet=\"bbc\""},
      {"source:bbc site:bbc", "(and outlet=\"bbc\" outlet=\"bbc\")"},
      {"outlet:\"Harbour Gazette\"", "outlet=\"Harbour Gazette\""},
      {"outlet:“Harbour Gazette”", "outlet=\"Harbour Gazette\""},
      {"outlet:(bbc OR reuters)", "(or outlet=\"bbc\" outlet=\"reuters\")"},
      {"outlet:(bbc | \"Harbour Gazette\")", "(or outlet=\"bbc\" outlet=\"Harbour Gazette\")"},
      {"-outlet:(bbc OR reuters)", "(not (or outlet=\"bbc\" outlet=\"reuters\"))"},
      {"entity:(a -b)", "(and entity=\"a\" (not entity=\"b\"))"},
      {"place:OR", "place=\"OR\""},
      {"organization:nato language:en", "(and org=\"nato\" lang=\"en\")"},
      {"(outlet:bbc)", "outlet=\"bbc\""},
      {"outlet:AT&T", "outlet=\"AT&T\""},
      {"id:a:b/c", "id=\"a:b/c\""},
      {"id:-x", "id=\"-x\""},
      {"id:unknown", "id=\"unknown\""},
      {"url:https://gazette.example/a?b=c*", "url=\"https://gazette.example/a?b=c*\""},
      {"id:(a OR b)", "(or id=\"a\" id=\"b\")"},
      {"outlet:unknown", "(unknown outlet)"},
      {"outlet:\"unknown\"", "outlet=\"unknown\""},
      {"outlet:(bbc OR unknown)", "(or outlet=\"bbc\" (unknown outlet))"},
      {"has:date", "(has date)"},
      {"has:author", "(has byline)"},
      {"has:organization", "(has org)"},
      {"-has:entity", "(not (has entity))"},
  });
}

TEST(QueryParser, DatesNameWholePeriods) {
  expect_rows({
      {"date:2024", "(date 2024-01-01 2024-12-31)"},
      {"date:2024-02", "(date 2024-02-01 2024-02-29)"},
      {"date:2024-05-06", "(date 2024-05-06 2024-05-06)"},
      {"date:2024-05-01..2024-05-07", "(date 2024-05-01 2024-05-07)"},
      {"date:2023..2024-02", "(date 2023-01-01 2024-02-29)"},
      {"date:2024-05..", "(date 2024-05-01 -)"},
      {"date:..2019", "(date - 2019-12-31)"},
      {"date:today", "(date 2024-05-06 2024-05-06)"},
      {"date:yesterday", "(date 2024-05-05 2024-05-05)"},
      {"date:yesterday..today", "(date 2024-05-05 2024-05-06)"},
      {"date:unknown", "(unknown date)"},
      {"date:\"2024-05\"", "(date 2024-05-01 2024-05-31)"},
      {"date:(2019 OR 2021)", "(or (date 2019-01-01 2019-12-31) (date 2021-01-01 2021-12-31))"},
      {"after:2024-05", "(date 2024-05-01 -)"},
      {"after:yesterday", "(date 2024-05-05 -)"},
      {"before:2024-06-01", "(date - 2024-05-31)"},
      {"before:2024", "(date - 2023-12-31)"},
      {"after:2024-05-01 before:2024-06-01", "(and (date 2024-05-01 -) (date - 2024-05-31))"},
  });
}

TEST(QueryParser, DatesCountBackFromToday) {
  expect_rows({
      {"date:7d..", "(date 2024-04-29 -)"},
      {"date:2w", "(date 2024-04-22 2024-04-22)"},
      {"date:3mo..1mo", "(date 2024-02-06 2024-04-06)"},
      {"after:1y", "(date 2023-05-06 -)"},
      {"before:0d", "(date - 2024-05-05)"},
      {"date:2024-W18", "(date 2024-04-29 2024-05-05)"},
      {"date:2024-Q2", "(date 2024-04-01 2024-06-30)"},
      {"date:2020-W53..", "(date 2020-12-28 -)"},
  });
}

TEST(QueryParser, LikeTakesAnId) {
  expect_rows({
      {"like:gazette-1", "like=\"gazette-1\""},
      {"ferry like:a:b/c?d=1 outlet:x", "(and ferry like=\"a:b/c?d=1\" outlet=\"x\")"},
      {"-like:\"a (b)\"", "(not like=\"a (b)\")"},
      {"like:(a OR b)", "(or like=\"a\" like=\"b\")"},
      {"like:unknown", "like=\"unknown\""},
  });
}

TEST(QueryParser, NumbersAreRanges) {
  expect_rows({
      {"words:800", "(words 800 800)"},
      {"words:>800", "(words 801 -)"},
      {"words:>=800", "(words 800 -)"},
      {"words:<800", "(words - 799)"},
      {"words:<=800", "(words - 800)"},
      {"words:100..200", "(words 100 200)"},
      {"words:\"..200\"", "(words - 200)"},
      {"words:(<10 OR >100)", "(or (words - 9) (words 101 -))"},
      {"added:1d..", "(added 2024-05-05 -)"},
      {"added:2024-05", "(added 2024-05-01 2024-05-31)"},
  });
}

}  // namespace
}  // namespace newshound::query
