// Two-column tables of the parser: text -> tree, as tree_text.h writes it. Today is 2024-05-06.
#ifndef NEWSHOUND_TESTS_QUERY_PARSER_ROWS_H
#define NEWSHOUND_TESTS_QUERY_PARSER_ROWS_H

#include "indexer/format/dates.h"
#include "searcher/query/parser.h"
#include "tests/query/tree_text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace newshound::query {

struct Row {
  std::string text;
  std::string tree;
};

inline const Day kToday = *format::make_day(2024, 5, 6);

inline std::string read(const std::string& text, Match match = Match::all, bool literal = false) {
  const auto parsed = parse(text, {.match = match, .literal = literal, .today = kToday});
  return parsed ? tree_text(parsed->ast) : "error: " + parsed.error().message;
}

inline void expect_rows(const std::vector<Row>& rows, Match match = Match::all) {
  for (const auto& [text, tree] : rows) EXPECT_EQ(read(text, match), tree) << text;
}

}  // namespace newshound::query

#endif
