// argv -> Options of `newshound`, as tables.
#include "searcher/cli/help.h"
#include "searcher/cli/options.h"

#include <gtest/gtest.h>

namespace newshound::search_cli {
namespace {

using Arguments = std::vector<std::string>;

Options parsed(const Arguments& arguments) {
  auto options = parse_options(arguments);
  if (!options) {
    ADD_FAILURE() << options.error().message;
    return {};
  }
  return *options;
}

TEST(SearchOptions, DefaultsAreThoseOfTheManual) {
  const Options options = parsed({"search", "ferry"});
  EXPECT_EQ(options.command, Command::search);
  EXPECT_EQ(options.request.query, "ferry");
  EXPECT_EQ(options.request.limit, 10U);
  EXPECT_EQ(options.request.offset, 0U);
  EXPECT_EQ(options.request.sort, Sort::relevance);
  EXPECT_EQ(options.request.match, Match::all);
  EXPECT_EQ(options.request.snippets, 1U);
  EXPECT_EQ(options.request.count, Count::exact);
  EXPECT_FALSE(options.request.literal);
  EXPECT_EQ(options.format, Format::text);
  EXPECT_EQ(options.color, ColorMode::automatic);
  EXPECT_EQ(options.run, "newshound");
  EXPECT_TRUE(options.index.empty());
}

struct QueryCase {
  Arguments arguments;
  std::string query;
};

TEST(SearchOptions, QueryIsWhatIsLeft) {
  const QueryCase cases[] = {
      {{"search", "harbour", "ferry"}, "harbour ferry"},
      {{"search", "\"harbour ferry\"", "strike"}, "\"harbour ferry\" strike"},
      {{"search", "ferry", "-strike"}, "ferry -strike"},
      {{"search", "ferry", "-n", "5"}, "ferry -n 5"},
      {{"search", "-n", "5", "ferry"}, "ferry"},
      {{"search", "ferry", "--limit", "5", "late"}, "ferry late"},
      {{"search", "ferry", "--limit=5"}, "ferry"},
      {{"search", "--", "-strike", "--limit"}, "-strike --limit"},
      {{"search", "-strike ferry"}, "-strike ferry"},
      {{"search", "--limit of patience"}, "--limit of patience"},
      {{"search", "-"}, "-"},
      {{"search", "a  b", "c"}, "a  b c"},
      {{"facet", "outlet", "-n", "3", "ferry", "-n"}, "ferry -n"},
      {{"facet", "outlet"}, "*"},
      {{"histogram", "month", "ferry", "-strike"}, "ferry -strike"},
      {{"count"}, "*"},
      {{"count", "--outlet", "X"}, "*"},
      {{"search", "--outlet", "X", " "}, "*"},
  };
  for (const auto& test : cases) EXPECT_EQ(parsed(test.arguments).request.query, test.query) << test.query;
}

TEST(SearchOptions, FilterWithoutQueryMeansEverythingNewestFirst) {
  const Options options = parsed({"search", "--lang", "en", "--outlet", "A", "--outlet=B", "--after", "2024"});
  EXPECT_EQ(options.request.query, "*");
  EXPECT_EQ(options.request.sort, Sort::newest);
  ASSERT_EQ(options.request.filters.size(), 4U);
  EXPECT_EQ(options.request.filters[0].field, "outlet");
  EXPECT_EQ(options.request.filters[0].value, "A");
  EXPECT_EQ(options.request.filters[1].value, "B");
  EXPECT_EQ(options.request.filters[2].field, "language");
  EXPECT_EQ(options.request.filters[3].field, "after");
  EXPECT_EQ(parsed({"search", "--outlet", "A", "--sort", "oldest"}).request.sort, Sort::oldest);
}

TEST(SearchOptions, EveryOptionReachesItsPlace) {
  const Options options =
      parsed({"search",           "-i",          "x.idx",     "-n",         "7",       "--offset",        "20",
              "--sort",           "newest",      "--match",   "any",        "--facet", "outlet:5,entity", "--facet",
              "person:20",        "--histogram", "week",      "--snippets", "3",       "--format",        "json",
              "--format-version", "1",           "--color",   "never",      "--tz",    "+02:00",          "--now",
              "2024-05-06",       "--literal",   "--explain", "--stats",    "ferry"});
  EXPECT_EQ(options.index, "x.idx");
  EXPECT_EQ(options.request.limit, 7U);
  EXPECT_EQ(options.request.offset, 20U);
  EXPECT_EQ(options.request.sort, Sort::newest);
  EXPECT_EQ(options.request.match, Match::any);
  ASSERT_EQ(options.request.facets.size(), 3U);
  EXPECT_EQ(options.request.facets[0].limit, 5U);
  EXPECT_EQ(options.request.facets[1].field, "entity");
  EXPECT_EQ(options.request.facets[1].limit, 10U);
  EXPECT_EQ(options.request.facets[2].limit, 20U);
  EXPECT_EQ(options.request.histogram, DateUnit::week);
  EXPECT_EQ(options.request.snippets, 3U);
  EXPECT_EQ(options.format, Format::json);
  EXPECT_EQ(options.color, ColorMode::never);
  EXPECT_EQ(options.zone, "+02:00");
  EXPECT_EQ(options.now, "2024-05-06");
  EXPECT_TRUE(options.request.literal);
  EXPECT_TRUE(options.explain);
  EXPECT_TRUE(options.stats);
}

TEST(SearchOptions, OtherCommandsTakeTheirOperands) {
  EXPECT_EQ(parsed({"show", "gazette-1"}).id, "gazette-1");
  EXPECT_EQ(parsed({"show", "--", "-odd-id"}).id, "-odd-id");
  EXPECT_EQ(parsed({"info"}).topic, InfoTopic::index);
  EXPECT_EQ(parsed({"info", "coverage", "-i", "x.idx"}).index, "x.idx");
  EXPECT_EQ(parsed({"histogram", "year"}).request.histogram, DateUnit::year);
  EXPECT_EQ(parsed({"histogram", "year"}).request.limit, 0U);
  const Options facet = parsed({"facet", "-n", "3", "outlet", "ferry"});
  ASSERT_EQ(facet.request.facets.size(), 1U);
  EXPECT_EQ(facet.request.facets[0].field, "outlet");
  EXPECT_EQ(facet.request.facets[0].limit, 3U);
  const Options batch = parsed({"search", "--batch", "q.tsv", "--format", "trec", "--run", "bm25"});
  EXPECT_EQ(batch.batch, "q.tsv");
  EXPECT_EQ(batch.run, "bm25");
}

struct FaultCase {
  Arguments arguments;
  std::string message;  // part of it
  std::string hint;     // part of it
};

TEST(SearchOptions, FaultsNameTheOptionAndSayWhatToDo) {
  const FaultCase cases[] = {
      {{}, "command is missing", "--help"},
      {{"serach", "x"}, "serach: unknown command", "did you mean search?"},
      {{"similar", "x"},
       "similar: unknown command",
       "commands: search, facet, histogram, count, show, suggest, explain, info"},
      {{"-n", "5", "search"}, "a command comes first", "newshound search"},
      {{"search"}, "needs a QUERY", "newshound search"},
      {{"search", ""}, "needs a QUERY", "newshound search"},
      {{"explain"}, "needs a QUERY", ""},
      {{"search", "--limt", "5", "x"}, "--limt: unknown option", "did you mean --limit?"},
      {{"search", "--lim", "5", "x"}, "--lim: unknown option", "did you mean --limit?"},
      {{"search", "--timeout", "5", "x"}, "--timeout: `5` is not a time", ""},
      {{"explain", "--timeout", "5s", "x"}, "--timeout: unknown option", ""},
      {{"search", "-international", "x"}, "-international: unknown option", "put -- before the query"},
      {{"search", "-x", "y"}, "-x: unknown option", "put -- before the query"},
      {{"search", "-n5", "x"}, "-n5: unknown option", "write -n 5"},
      {{"search", "x", "--limit"}, "--limit: needs a value", ""},
      {{"search", "--limit", "--offset", "1", "x"}, "--limit: needs a value", "--limit=--offset"},
      {{"search", "-n", "-5", "x"}, "--limit: `-5` is not a number", ""},
      {{"search", "-n", "ten", "x"}, "--limit: `ten` is not a number", ""},
      {{"search", "-n", "99999999999999999999", "x"}, "--limit", ""},
      {{"search", "-n", "", "x"}, "--limit", ""},
      {{"search", "-n", "1", "--limit", "2", "x"}, "limit: given more than once", ""},
      {{"search", "--stats=1", "x"}, "--stats: takes no value", ""},
      {{"search", "--sort", "best", "x"}, "--sort: unknown value `best`", "one of relevance, newest, oldest"},
      {{"search", "--sort", "new", "x"}, "--sort: unknown value `new`", "newest"},
      {{"search", "--match", "some", "x"}, "--match", "one of all, any"},
      {{"search", "--format", "xml", "x"}, "--format: unknown value `xml`", "one of text, json, jsonl, csv, ids, trec"},
      {{"count", "--format", "ids", "x"}, "--format: unknown value `ids`", "one of text, json, csv"},
      {{"search", "--format-version", "2", "x"}, "--format-version", "the only one is 1"},
      {{"search", "--color", "yes", "x"}, "--color", "auto, always, never"},
      {{"search", "--facet", "outlet:x", "y"}, "--facet: `x` is not a number", ""},
      {{"search", "--facet", "outlet,,", "y"}, "--facet: a field is missing", ""},
      {{"search", "--histogram", "decade", "y"}, "--histogram: unknown value", "day, week, month, year"},
      {{"search", "--outlet", "", "y"}, "--outlet: needs a value", ""},
      {{"search", "--format", "trec", "y"}, "--format trec: only for batches", "--batch"},
      {{"search", "--batch", "q.tsv"}, "--batch: cannot write this format", "trec"},
      {{"search", "--batch", "q.tsv", "--format", "trec", "y"}, "--batch: takes no QUERY", ""},
      {{"search", "--batch", "q.tsv", "--format", "trec", "--run", "a b"}, "--run", "one word"},
      {{"facet"}, "facet: needs a FIELD", "newshound facet outlet"},
      {{"histogram"}, "histogram: needs a UNIT", ""},
      {{"histogram", "decade"}, "histogram: unknown value", ""},
      {{"show"}, "show: needs one ID", ""},
      {{"show", "a", "b"}, "show: needs one ID", ""},
      {{"info", "weather"}, "info: unknown value `weather`", "index, fields, outlets, coverage"},
      {{"show", "a", "--outlet", "b"}, "--outlet: unknown option", ""},
  };
  for (const auto& test : cases) {
    std::string line;
    for (const auto& argument : test.arguments) line += " " + argument;
    const auto options = parse_options(test.arguments);
    ASSERT_FALSE(options) << line;
    EXPECT_EQ(options.error().code, Errc::usage) << line;
    EXPECT_NE(options.error().message.find(test.message), std::string::npos) << line << ": " << options.error().message;
    EXPECT_NE(options.error().hint.find(test.hint), std::string::npos) << line << ": " << options.error().hint;
  }
}

TEST(SearchOptions, HelpNeedsNothingElse) {
  EXPECT_TRUE(parsed({"--help"}).whole_program);
  EXPECT_TRUE(parsed({"--version"}).version);
  EXPECT_TRUE(parsed({"search", "--help"}).help);
  EXPECT_FALSE(parsed({"search", "--help"}).whole_program);
  EXPECT_TRUE(parsed({"show", "--help"}).help);
}

TEST(SearchOptions, HelpOfEachCommandNamesItsOptionsAndAnExample) {
  for (const auto& spec : commands()) {
    const std::string help = command_help(spec);
    EXPECT_NE(help.find(std::string(spec.example)), std::string::npos);
    EXPECT_NE(help.find("--index"), std::string::npos);
    EXPECT_NE(program_help().find(std::string(spec.name) + " "), std::string::npos);
  }
}

TEST(SearchOptions, JsonIsRecognisedEvenWhereTheRestIsWrong) {
  EXPECT_TRUE(asks_for_json({"search", "--nonsense", "--format", "json"}));
  EXPECT_TRUE(asks_for_json({"search", "--format=json"}));
  EXPECT_FALSE(asks_for_json({"search", "--", "--format", "json"}));
  EXPECT_FALSE(asks_for_json({"search", "--format", "csv"}));
}

}  // namespace
}  // namespace newshound::search_cli
