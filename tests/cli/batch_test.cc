// Batches with a search made up for the purpose.
#include "searcher/cli/batch.h"

#include "indexer/format/program/json_text.h"

#include <gtest/gtest.h>

#include <sstream>

namespace newshound::search_cli {
namespace {

// One hit for "ferry", none for "zeppelin", errors for the rest.
Result<SearchResults> made_up_search(const SearchRequest& request) {
  if (request.query == "damage") return Error{Errc::damaged, "segment-1: checksum", "", {}};
  if (request.query == "\"open") return Error{Errc::query, "query: this quote is never closed", "close it", Span{0, 5}};
  SearchResults results;
  results.query.text = request.query;
  if (request.query != "ferry") return results;
  Hit hit;
  hit.rank = 1;
  hit.id = "gazette-1";
  hit.score = 2.5;
  results.total = 1;
  results.hits = {hit};
  return results;
}

struct Outcome {
  int code;
  std::string out;
  std::string errors;
};

Outcome batch(const std::string& lines, Format format = Format::trec) {
  Options options;
  options.batch = "q.tsv";
  options.format = format;
  std::istringstream in(lines);
  std::ostringstream out;
  std::ostringstream errors;
  const int code = run_batch(options, in, made_up_search, out, errors);
  return {code, out.str(), errors.str()};
}

TEST(Batch, EachLineIsASearch) {
  const auto outcome = batch("q1\tferry\n\nq2\tzeppelin\r\nq3\tferry");
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out, "q1 Q0 gazette-1 1 2.500000 newshound\nq3 Q0 gazette-1 1 2.500000 newshound\n");
  EXPECT_EQ(outcome.errors, "");
}

TEST(Batch, WrongQueryIsReportedAndTheOthersGoOn) {
  const auto outcome = batch("q1\t\"open\nno tab\nq2\tferry\n");
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.out, "q2 Q0 gazette-1 1 2.500000 newshound\n");
  EXPECT_EQ(outcome.errors,
            "newshound: q.tsv:1: query: this quote is never closed (close it)\n  \"open\n  ^^^^^\n"
            "newshound: q.tsv:2: no id and query (a line is: id TAB query)\n");
}

TEST(Batch, NothingFoundAtAllIsOne) { EXPECT_EQ(batch("q1\tzeppelin\n").code, 1); }

TEST(Batch, ErrorThatIsNotTheQuerysEndsTheRun) {
  const auto outcome = batch("q1\tdamage\nq2\tferry\n");
  EXPECT_EQ(outcome.code, 5);
  EXPECT_EQ(outcome.out, "");
}

TEST(Batch, JsonLinesCarryIdsAndErrors) {
  const auto outcome = batch("q1\t\"open\nq2\tferry\n", Format::jsonl);
  std::istringstream lines(outcome.out);
  std::string types;
  for (std::string line; std::getline(lines, line);) {
    const auto part = program::Json::parse(line);
    types += part["type"].get<std::string>() + ":" + part["query_id"].get<std::string>() + " ";
  }
  EXPECT_EQ(types, "error:q1 begin:q2 hit:q2 end:q2 ");
}

}  // namespace
}  // namespace newshound::search_cli
