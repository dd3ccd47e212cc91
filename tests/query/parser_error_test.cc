// Every refusal: text -> message, the bytes it is about, and what it tells to do.
#include "indexer/format/dates.h"
#include "searcher/query/limits.h"
#include "searcher/query/parser.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace newshound::query {
namespace {

struct Row {
  std::string text;
  std::string marked;   // the bytes of the span
  std::string message;  // part of it
  std::string hint;     // part of it
};

const Day kToday = *format::make_day(2024, 5, 6);

void expect_errors(const std::vector<Row>& rows) {
  for (const auto& row : rows) {
    const auto parsed = parse(row.text, {.today = kToday});
    ASSERT_FALSE(parsed) << row.text << " -> " << parsed->canonical;
    const Error& error = parsed.error();
    EXPECT_EQ(error.code, Errc::query) << row.text;
    ASSERT_TRUE(error.span) << row.text;
    ASSERT_LE(error.span->begin, error.span->end) << row.text;
    ASSERT_LE(error.span->end, row.text.size()) << row.text;
    EXPECT_EQ(row.text.substr(error.span->begin, error.span->end - error.span->begin), row.marked) << row.text;
    EXPECT_NE(error.message.find(row.message), std::string::npos) << row.text << " -> " << error.message;
    EXPECT_NE(error.hint.find(row.hint), std::string::npos) << row.text << " -> " << error.hint;
  }
}

TEST(QueryParser, EmptyTextIsAnError) {
  expect_errors({
      {"", "", "the query is empty", "*"},
      {"  ", "  ", "the query is empty", "*"},
      {"& .", "& .", "the query has no word in it", "*"},
      {"\"...\"", "\"...\"", "the query has no word in it", "*"},
  });
}

TEST(QueryParser, UnclosedQuoteReportsItsByteSpan) {
  expect_errors({
      {"climate \"carbon tax", "\"", "this quote is never closed", "close it with \""},
      {"“carbon tax\"", "“", "this quote is never closed", "curly"},
      {"title:\"x", "\"", "never closed", ""},
      {"5\"", "\"", "never closed", ""},
      {"\"a\\\"", "\"", "never closed", ""},
  });
}

TEST(QueryParser, UnbalancedBracketReportsItsByteSpan) {
  expect_errors({
      {"(a", "(", "this bracket is never closed", "close it"},
      {"a (b (c)", "(", "this bracket is never closed", ""},
      {"a)", ")", "this bracket was never opened", "remove it"},
      {"title:(a", "(", "never closed", ""},
      {"outlet:(a OR b", "(", "never closed", ""},
  });
}

TEST(QueryParser, EmptyClauseReportsTheOperatorThatLacksOne) {
  expect_errors({
      {"a AND", "AND", "AND has nothing after it", "quotes"},
      {"OR a", "OR", "OR has nothing before it", ""},
      {"a OR OR b", "OR", "OR has nothing after it", ""},
      {"a || b", "|", "\"|\" has nothing after it", ""},
      {"a (OR b)", "OR", "OR has nothing before it", ""},
      {"(a OR)", "OR", "OR has nothing after it", ""},
      {"NOT", "NOT", "NOT has nothing after it", ""},
      {"a -OR b", "-", "\"-\" has nothing after it", ""},
      {"NEAR/5 a", "NEAR/5", "has nothing before it", ""},
      {"a NEAR/5", "NEAR/5", "has nothing after it", ""},
      {"a AND &", "AND", "AND has nothing after it", ""},
      {"()", "()", "nothing in these brackets", ""},
      {"a ( )", "( )", "nothing in these brackets", ""},
      {"a (&)", "(&)", "nothing in these brackets", ""},
      {"title:()", "title:()", "nothing in these brackets", ""},
      {"\"\"", "\"\"", "nothing in these quotes", ""},
      {"outlet:\"\"", "outlet:\"\"", "nothing in these quotes", ""},
      {"outlet:\" \"", "outlet:\" \"", "nothing in these quotes", ""},
      {"a title:", "title:", "\"title:\" has nothing after it", ""},
      {"(a outlet:)", "outlet:", "has nothing after it", ""},
      {"title:OR", "title:", "has nothing after it", "quotes"},
      {"title:&", "title:", "has nothing after it", ""},
      {"title:\"&\"", "title:", "has nothing after it", ""},
  });
}

TEST(QueryParser, UnknownFieldNamesTheNearest) {
  expect_errors({
      {"colour:red", "colour", "\"colour\" is not a field", "quotes"},
      {"a outlt:bbc", "outlt", "\"outlt\" is not a field", "the nearest is outlet:"},
      {"titel:x", "titel", "not a field", "the nearest is title:"},
      {"foo:(a b)", "foo", "not a field", ""},
      {"foo:\"a b\"", "foo", "not a field", ""},
      {"title:foo:bar", "foo", "not a field", ""},
      {"größe:x", "größe", "not a field", ""},
      {"title:(a outlet:x)", "outlet", "cannot stand inside title:", "beside"},
      {"title:outlet:x", "outlet", "cannot stand inside title:", ""},
      {"outlet:(person:x)", "person:x", "cannot stand inside outlet:", "quotes"},
      {"title:-x", "-", "a sign stands before the field", "-title:word"},
      {"outlet:bbc|reuters", "bbc|reuters", "could be one value or two", "outlet:(a OR b)"},
      {"has:colour", "colour", "no field that an article may lack", "fields are byline, outlet"},
      {"has:title", "title", "no field that an article may lack", "has:"},
      {"has:outlt", "outlt", "no field", "has:outlet"},
  });
}

TEST(QueryParser, BadDateSaysWhatIsAccepted) {
  expect_errors({
      {"date:may", "may", "\"may\" is not a date", "2024-05-06"},
      {"date:2023-02-30", "2023-02-30", "is not a date", "write a year, month or day"},
      {"date:2024-5", "2024-5", "is not a date", ""},
      {"date:2024..soon", "soon", "\"soon\" is not a date", ""},
      {"date:soon..2024", "soon", "\"soon\" is not a date", ""},
      {"date:..", "..", "at least one end", ""},
      {"date:2024..2023", "2024..2023", "ends before it begins", "swap"},
      {"after:2023..2024", "2023..2024", "is not a date", ""},
      {"after:unknown", "unknown", "is not a date", ""},
      {"before:0001", "0001", "no day before", ""},
      {"date:\"2024..soon\"", "\"2024..soon\"", "\"soon\" is not a date", ""},
  });
}

TEST(QueryParser, DistancesOutOfRangeAreRefused) {
  expect_errors({
      {"a NEAR/0 b", "NEAR/0", "no distance from 1 to 999", "NEAR/5"},
      {"a NEAR/1000 b", "NEAR/1000", "no distance from 1 to 999", ""},
      {"a NEAR/99999999999999999999 b", "NEAR/99999999999999999999", "no distance from 1 to 999", ""},
      {"a NEAR/ b", "NEAR/", "no distance", ""},
      {"a NEAR/x b", "NEAR/x", "no distance", ""},
      {"a NEAR0 b", "NEAR0", "no distance", ""},
      {"a AROUND b", "AROUND", "no distance", "AROUND(5)"},
      {"a AROUND(0) b", "AROUND", "no distance", "AROUND(5)"},
      {"a AROUND(x) b", "AROUND", "no distance", "AROUND(5)"},
      {"a NEAR/5 b NEAR/3 c", "NEAR/3", "a chain of NEAR has one distance", ""},
  });
}

TEST(QueryParser, ProximityTakesWordsAndPhrasesOnly) {
  expect_errors({
      {"a NEAR/5 (b c)", "b c", "NEAR stands between words or phrases", ""},
      {"(a OR b) NEAR/5 c", "a OR b", "NEAR stands between words or phrases", ""},
      {"a NEAR/5 -b", "-", "NEAR stands between words or phrases", ""},
      {"a NEAR/5 outlet:b", "outlet:b", "NEAR stands between words or phrases", ""},
      {"* NEAR/5 b", "*", "NEAR stands between words or phrases", ""},
      {"title:a NEAR/5 b", "b", "the same field", "title:(a NEAR/5 b)"},
      {"a NEAR/5 title:b", "title:b", "the same field", "title:(a NEAR/5 b)"},
      {"outlet:(a NEAR/5 b)", "a", "NEAR stands between words or phrases", ""},
  });
}

TEST(QueryParser, WhatIsNotSupportedYetIsRefusedByName) {
  expect_errors({
      {"a MAYBE b", "MAYBE", "MAYBE is not supported yet", ""},
      {"a ADJ/5 b", "ADJ/5", "ADJ/5 is not supported yet", ""},
      {"a ADJ b", "ADJ", "ADJ is not supported yet", ""},
      {"a ADJ3 b", "ADJ3", "ADJ3 is not supported yet", ""},
      {"a NEAR/s b", "NEAR/s", "NEAR/s is not supported yet", ""},
      {"a NEAR/p b", "NEAR/p", "NEAR/p is not supported yet", ""},
      {"\"carbon * tax\"", "*", "a gap or wildcard in a phrase is not supported yet", "backslash"},
      {"\"tax* rise\"", "*", "not supported yet", ""},
      {"\"organi?ation\"", "?", "not supported yet", ""},
      {"\"carbon tax\"~3", "~3", "~ after a phrase or bracket is not supported yet", ""},
      {"\"carbon tax\"^2", "^2", "a weight (^) is not supported yet", ""},
      {"(a b)^2", "^2", "not supported yet", ""},
      {"=organic", "=organic", "=word (\"=organic\") is not supported yet", "backslash"},
      {"==US", "==US", "not supported yet", ""},
      {"-=organic", "=organic", "not supported yet", ""},
      {"=\"a b\"", "=", "not supported yet", ""},
      {"tax*", "tax*", "a wildcard (\"tax*\") is not supported yet", "quotes"},
      {"*gate", "*gate", "not supported yet", ""},
      {"clim*te", "clim*te", "not supported yet", ""},
      {"organi?ation", "organi?ation", "not supported yet", ""},
      {"?rganisation", "?rganisation", "not supported yet", ""},
      {"-tax*", "tax*", "not supported yet", ""},
      {"title:tax*", "tax*", "not supported yet", ""},
      {"title:*", "*", "not supported yet", ""},
      {"outlet:har*", "har*", "not supported yet", "quotes"},
      {"outlet:*", "*", "not supported yet", "has:outlet"},
      {"zelensky~1", "zelensky~1", "a fuzzy word (\"zelensky~1\") is not supported yet", ""},
      {"zelensky~", "zelensky~", "not supported yet", ""},
      {"word^2", "word^2", "a weight (\"word^2\") is not supported yet", ""},
      {"word^2.5", "word^2.5", "not supported yet", ""},
      {"lead:x", "lead", "lead: is not supported yet", ""},
      {"body:\"a b\"", "body", "body: is not supported yet", ""},
      {"added:1d..", "added", "added: is not supported yet", ""},
      {"words:>800", "words", "words: is not supported yet", ""},
      {"like:gazette-1", "like", "like: is not supported yet", ""},
      {"date:7d..", "7d", "a relative date (\"7d\") is not supported yet", "2024-05-06.."},
      {"date:7m..", "7m", "not supported yet", "a bare m"},
      {"after:90min", "90min", "not supported yet", ""},
      {"date:2024-W18", "2024-W18", "a week or quarter (\"2024-W18\") is not supported yet", ""},
      {"date:2024-Q2", "2024-Q2", "not supported yet", ""},
  });
}

TEST(QueryParser, TextThatIsNotUtf8IsRefusedAtTheByte) {
  expect_errors({
      {"a \xff", "\xff", "not UTF-8", ""},
      {"a \xc3", "\xc3", "not UTF-8", ""},
      {"\xed\xa0\x80", "\xed", "not UTF-8", ""},
      {"\xc0\xaf", "\xc0", "not UTF-8", ""},
  });
}

std::string repeated(const std::string& piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

TEST(QueryParser, SizeDepthAndClausesAreLimited) {
  expect_errors({
      {repeated("(", kMaxDepth + 1) + "a" + repeated(")", kMaxDepth + 1), "(", "brackets or negations", "flatter"},
      {repeated("NOT ", kMaxDepth + 1) + "a", "NOT", "brackets or negations", "flatter"},
      {repeated("a ", kMaxClauses + 1), "a", "more than 1024 words", "shorter"},
      {repeated("a", kMaxQueryBytes + 1), "a", "longer than 65536 bytes", "shorter"},
  });
}

TEST(QueryParser, CanonicalTextIsLimitedToo) {
  const std::string doubled = "\"" + repeated("\\a", kMaxQueryBytes / 2 - 2) + "\"";
  expect_errors({{doubled, doubled, "when written out", "shorter"}});
}

}  // namespace
}  // namespace newshound::query
