// Clauses beside the query text.
#include "searcher/query/filters.h"

#include "indexer/format/dates.h"
#include "searcher/query/parser.h"
#include "searcher/query/printer.h"
#include "tests/query/tree_text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace newshound::query {
namespace {

std::string filtered(const std::string& text, const std::vector<Filter>& filters) {
  const auto today = format::make_day(2024, 5, 6);
  QueryNode ast;
  if (!text.empty()) ast = parse(text, {})->ast;
  const auto node = with_filters(ast, filters, today);
  if (!node) return "error: " + node.error().message + " | " + node.error().hint;
  const auto again = parse(canonical_text(*node), {});
  EXPECT_TRUE(again && again->ast == *node) << canonical_text(*node);
  return tree_text(*node);
}

TEST(QueryFilters, ValuesOfAFieldAreAlternativesAndFieldsAreAllRequired) {
  EXPECT_EQ(filtered("a b", {}), "(and a b)");
  EXPECT_EQ(filtered("a", {{"outlet", "bbc"}}), "(and a outlet=\"bbc\")");
  EXPECT_EQ(filtered("a b", {{"outlet", "bbc"}, {"lang", "en"}}), "(and a b outlet=\"bbc\" lang=\"en\")");
  EXPECT_EQ(filtered("a OR b", {{"outlet", "x y"}, {"language", "en"}, {"source", "z"}}),
            "(and (or a b) (or outlet=\"x y\" outlet=\"z\") lang=\"en\")");
  EXPECT_EQ(filtered("a", {{"after", "2024-05-01"}, {"before", "2024-06"}}),
            "(and a (date 2024-05-01 -) (date - 2024-05-31))");
  EXPECT_EQ(filtered("a", {{"after", "yesterday"}}), "(and a (date 2024-05-05 -))");
  EXPECT_EQ(filtered("a", {{"byline", "Mara Velden"}}), "(and a byline/'Mara Velden')");
  EXPECT_EQ(filtered("a", {{"outlet", "unknown"}}), "(and a outlet=\"unknown\")");
}

TEST(QueryFilters, WithoutTextTheyFilterEverything) {
  EXPECT_EQ(filtered("", {{"outlet", "bbc"}}), "(and * outlet=\"bbc\")");
}

TEST(QueryFilters, FaultsAreUsageErrors) {
  EXPECT_EQ(filtered("a", {{"outlt", "x"}}), "error: \"outlt\" is not a filter | the nearest is outlet");
  EXPECT_EQ(filtered("a", {{"title", "x"}}).find("error: \"title\" is not a filter | the nearest"), 0u);
  EXPECT_EQ(filtered("a", {{"outlet", " "}}), "error: the filter outlet has no value | give it one");
  EXPECT_EQ(filtered("a", {{"byline", "&"}}), "error: the filter byline has no value | give it one");
  EXPECT_EQ(filtered("a", {{"outlet", "\xff"}}),
            "error: the value of the filter outlet is not UTF-8 | give it in UTF-8");
  EXPECT_EQ(filtered("a", {{"after", "may"}}).find("error: filter after: \"may\" is not a date | write"), 0u);
  const auto node = with_filters({}, {{"after", "today"}});
  ASSERT_FALSE(node);
  EXPECT_EQ(node.error().code, Errc::usage);
  EXPECT_FALSE(node.error().span);
}

}  // namespace
}  // namespace newshound::query
