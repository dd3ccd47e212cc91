// The canonical text: how each query is written back, and that it always means the same query.
#include "searcher/query/printer.h"

#include "indexer/format/dates.h"
#include "searcher/query/limits.h"
#include "searcher/query/parser.h"
#include "searcher/query/simplify.h"
#include "tests/query/random_query.h"
#include "tests/query/tree_text.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace newshound::query {
namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

const Day kToday = *format::make_day(2024, 5, 6);

std::string canonical(const std::string& text, Match match = Match::all, bool literal = false) {
  const auto parsed = parse(text, {.match = match, .literal = literal, .today = kToday});
  return parsed ? parsed->canonical : "error: " + parsed.error().message;
}

// An operator among words in capitals is no less one when the printer wrote it.
bool is_of_operator(const std::string& warning) {
  return warning.find(" is an operator among words in capitals") != std::string::npos;
}

// Empty when the canonical text of a parsed query parses to the same query without a warning, else what went wrong.
std::string fault_of(const ParsedQuery& parsed) {
  const auto again = parse(parsed.canonical, {});
  if (!again) return parsed.canonical + " does not parse: " + again.error().message;
  if (!(again->ast == parsed.ast)) return parsed.canonical + " means " + tree_text(again->ast);
  if (again->canonical != parsed.canonical) return parsed.canonical + " is written as " + again->canonical;
  for (const auto& warning : again->warnings)
    if (!is_of_operator(warning)) return parsed.canonical + " warns: " + warning;
  return "";
}

TEST(QueryPrinter, WritesTheShortestTextThatMeansTheSame) {
  const Rows rows = {
      {"climate  AND tax", "climate tax"},
      {"a|b", "a OR b"},
      {"(a b) OR (c AND d)", "a b OR c d"},
      {"a AND (b | c)", "a (b OR c)"},
      {"NOT a", "-a"},
      {"NOT (a OR b)", "-(a OR b)"},
      {"NOT NOT a", "NOT -a"},
      {"-(a NEAR5 b)", "NOT a NEAR/5 b"},
      {"a AROUND(5) b", "a NEAR/5 b"},
      {"a NEAR b", "a NEAR/10 b"},
      {"+a (b)", "+a b"},
      {"NOT +a", "NOT +a"},
      {"“carbon tax”", "\"carbon tax\""},
      {"“say \"no\"”", "\"say \\\"no\\\"\""},
      {"headline:(a b)", "title:a title:b"},
      {"title:(a NEAR/5 b)", "title:a NEAR/5 title:b"},
      {"source:(bbc | \"Harbour Gazette\")", "outlet:bbc OR outlet:\"Harbour Gazette\""},
      {"outlet:\"bbc\"", "outlet:bbc"},
      {"outlet:\"unknown\" outlet:unknown", "outlet:\"unknown\" outlet:unknown"},
      {"id:\"a b\" id:\"a:b/c\"", "id:\"a b\" id:a:b/c"},
      {"date:2024-05", "date:2024-05-01..2024-05-31"},
      {"date:today", "date:2024-05-06"},
      {"after:2024-05", "date:2024-05-01.."},
      {"before:2024", "date:..2023-12-31"},
      {"has:author date:unknown", "has:byline date:unknown"},
      {"title: why", "\\title: why"},
      {"\\OR \\tax~1 f\\(x\\)", "\\OR \\tax~1 f\\(x\\)"},
      {"--tax", "\\--tax"},
      {"by:(//*vel //velden~1 //velden)", "byline:(//*vel) byline:(//velden~1) byline:\\//velden"},
      {"US, trade WHO's", "==US trade ==WHO"},
      {"\\US trade", "\\US trade"},
      {"\\US, trade", "\\US, trade"},
      {"US TARIFFS", "US TARIFFS"},
      {"US NATO", "+US NATO"},
      {"NATO \\US", "NATO \\US"},
      {"US NEAR NATO -EU", "US NEAR/10 NATO -EU"},
      {"10^6 (10)^6 title:(10)^2", "\\10^6 (10)^6 (title:10)^2"},
      {"!a a&&b title :x \\^2", "\\!a \\a&&b title \\:x \\^2"},
      {"a^2, b~1. \"c d\"~3,", "a^2 b~1 \"c d\"~3"},
      {"a NEAR(5) b AROUND5 c", "a NEAR/5 b NEAR/5 c"},
      {"\\AROUND5 \\=-x \\=title:x", "\\AROUND5 \\=-x \\=title:x"},
      {"*", "*"},
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(canonical(text), expected) << text;
}

TEST(QueryPrinter, WritesMatchAnyAsOperators) {
  EXPECT_EQ(canonical("a b outlet:x -c", Match::any), "(a OR b) outlet:x -c");
  EXPECT_EQ(canonical("a b AND c", Match::any), "a OR b c");
  EXPECT_EQ(canonical("a OR -(b) \"c\"", Match::all, true), "a \\OR \\-\\(b\\) \\\"c\\\"");
}

TEST(QueryPrinter, RandomTreesSurviveTheRoundTrip) {
  const unsigned seed = std::random_device()();
  RecordProperty("seed", std::to_string(seed));
  SCOPED_TRACE("seed " + std::to_string(seed));
  RandomQuery random(seed);
  for (int i = 0; i < 20000; ++i) {
    const QueryNode tree = random.tree(4);
    const std::string text = canonical_text(tree);
    const auto parsed = parse(text, {});
    ASSERT_TRUE(parsed) << text << ": " << parsed.error().message << "\n" << tree_text(tree);
    ASSERT_EQ(tree_text(parsed->ast), tree_text(tree)) << text;
    ASSERT_TRUE(parsed->ast == tree) << text;
    ASSERT_EQ(fault_of(*parsed), "");
    ASSERT_TRUE(simplify(tree) == tree) << text;
  }
}

TEST(QueryPrinter, RandomTextsMeanWhatTheirCanonicalTextMeans) {
  const unsigned seed = std::random_device()();
  RecordProperty("seed", std::to_string(seed));
  SCOPED_TRACE("seed " + std::to_string(seed));
  RandomQuery random(seed);
  int understood = 0;
  for (int i = 0; i < 60000; ++i) {
    const std::string text = random.text();
    const ParseOptions options = {
        .match = random.below(2) == 0 ? Match::all : Match::any, .literal = random.below(8) == 0, .today = kToday};
    const auto parsed = parse(text, options);
    if (!parsed) {
      ASSERT_TRUE(parsed.error().span) << text;
      ASSERT_LE(parsed.error().span->end, text.size()) << text;
      ASSERT_FALSE(parsed.error().message.empty()) << text;
      continue;
    }
    ++understood;
    ASSERT_EQ(fault_of(*parsed), "") << text;
    ASSERT_TRUE(simplify(parsed->ast) == parsed->ast) << text;
  }
  EXPECT_GT(understood, 5000);
}

TEST(QueryPrinter, RandomBytesAreAnsweredNotCrashedOn) {
  const unsigned seed = std::random_device()();
  RecordProperty("seed", std::to_string(seed));
  SCOPED_TRACE("seed " + std::to_string(seed));
  RandomQuery random(seed);
  for (int i = 0; i < 20000; ++i) {
    const std::string text = random.bytes(40);
    const auto parsed = parse(text, {.match = Match::any, .literal = i % 2 == 0});
    if (parsed) {
      ASSERT_EQ(fault_of(*parsed), "") << text;
    } else {
      ASSERT_LE(parsed.error().span.value_or(Span{0, text.size() + 1}).end, text.size()) << text;
    }
  }
}

// Parsed and printed both ways, well within what a loop that grows with the square of the text would take.
void expect_bounded_time(const std::string& text, const std::string& piece) {
  const auto begin = std::chrono::steady_clock::now();
  for (const bool literal : {false, true})
    if (const auto parsed = parse(text, {.match = Match::any, .literal = literal}); parsed) {
      EXPECT_EQ(fault_of(*parsed), "") << piece;
    }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2)) << text.substr(0, 2) << piece;
}

// Each piece over and over, up to the largest query, by itself and between quotes or brackets.
TEST(QueryPrinter, TheLargestTextsAreAnsweredInBoundedTime) {
  const std::vector<std::string> pieces = {
      "a",   "a ", "(",      ")",   "\"",      "“",        "”",          "-",       "- ",       "-a ",     "+a",
      "|",   "a|", "NOT ",   "*",   "* ",      "a OR ",    "?",          "??a",     "\\",       "\\\\",    "=",
      "~",   "^1", ":",      "a:",  "title:",  "title:a ", "id:",        "&",       "& ",       "é",       "AROUND(",
      "(a|", "-(", "\"a\" ", "-- ", "a NEAR ", "(a)^1 ",   "date:2024 ", "http://", "\"a\"~1",  "\"a\"^1", "NEAR(1) ",
      "!a",  "&&", "||",     "a,",  "a~1,",    "a^1,",     "outlet:(a ", "US ",     "US, ",     "US's ",   "\\* ",
      "=a ", "a'", "._",     "東",  "a&&b",    " :a",      "title :a ",  "10^6 ",   "a | b ",   "“a” ",    "NEAR /5 ",
      "1",   "1.", "..",     "a* ", "a-",      "“",        "\\\"",       "* a ",    "\u00a0* ", "?! ",     "lead:(a) "};
  const std::vector<std::pair<std::string, std::string>> around = {
      {"", ""},  {"\"", "a\""}, {"a \"a ", " a\"~2"}, {"title:(", "a)"}, {"outlet:(", "a)"}, {"outlet:\"", "a\""},
      {"=", "a"}};
  for (const auto& piece : pieces)
    for (const auto& [before, after] : around) {
      std::string text = before;
      while (text.size() + piece.size() + after.size() <= kMaxQueryBytes) text += piece;
      expect_bounded_time(text + after, piece);
    }
}

}  // namespace
}  // namespace newshound::query
