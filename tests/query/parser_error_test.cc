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
      {"6'4\" tall", "\"", "this quote is never closed", "write \\\" for the mark itself"},
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
      {"a | | b", "|", "\"|\" has nothing after it", ""},
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
      {"title:-x", "-", "a sign stands before the field", "write -title:word"},
      {"title:+the", "+", "a sign stands before the field", "write +title:word"},
      {"outlet:bbc|reuters", "bbc|reuters", "could be one value or two", "outlet:(a OR b)"},
      {"has:colour", "colour", "no field that an article may lack", "fields are byline, outlet"},
      {"has:title", "title", "no field that an article may lack", "fields are byline, outlet"},
      {"has:body", "body", "no field that an article may lack", "fields are byline, outlet"},
      {"has:autor", "autor", "no field that an article may lack", "the nearest is has:author"},
      {"note:this", "note", "not a field", "fields are title, lead"},
      {"is:new", "is", "not a field", "fields are title, lead"},
      {"lnag:en", "lnag", "not a field", "the nearest is lang:"},
      {"has:outlt", "outlt", "no field", "has:outlet"},
  });
}

TEST(QueryParser, BadDateSaysWhatIsAccepted) {
  expect_errors({
      {"date:may", "may", "\"may\" is not a date", "2024-05-06"},
      {"date:2023-02-30", "2023-02-30", "is not a date", "write a year, month, day, week or quarter"},
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
      {"a AROUND(0) b", "AROUND(0)", "no distance", "AROUND(5)"},
      {"a AROUND/0 b", "AROUND/0", "no distance", "AROUND(5)"},
      {"a NEAR(0) b", "NEAR(0)", "\"NEAR(0)\" has no distance from 1 to 999", "NEAR/5"},
      {"a NEAR(1000) b", "NEAR(1000)", "no distance from 1 to 999", "NEAR/5"},
      {"a ADJ(0) b", "ADJ(0)", "no distance from 1 to 999", "ADJ/5"},
      {"a ADJ(s) b", "ADJ(s)", "no distance from 1 to 999", "ADJ/5"},
      {"a NEAR(5)", "NEAR(5)", "has nothing after it", ""},
      {"a NEAR /5 b", "NEAR /5", "\"NEAR /5\" has a space in it", "write NEAR/5"},
      {"a ADJ  /12 b", "ADJ  /12", "has a space in it", "write ADJ/12"},
      {"title:(a NEAR /s b)", "NEAR /s", "has a space in it", "write NEAR/s"},
      {"a AROUND(x) b", "AROUND", "no distance", "AROUND(5)"},
      {"a NEAR/5 b NEAR/3 c", "NEAR/3", "a chain of NEAR has one distance", ""},
  });
}

TEST(QueryParser, ProximityTakesWordsAndPhrasesOnly) {
  expect_errors({
      {"a NEAR/5 (b c)", "b c", "NEAR stands between words or phrases", ""},
      {"(a OR b) NEAR/5 c", "a OR b", "NEAR stands between words or phrases", "write (a NEAR/5 b) OR (a NEAR/5 c)"},
      {"a ADJ/3 (b OR c)", "b OR c", "NEAR stands between words", "write (a ADJ/3 b) OR (a ADJ/3 c)"},
      {"a NEAR/5 -b", "-", "NEAR stands between words or phrases", ""},
      {"a NEAR/5 outlet:b", "outlet:b", "NEAR stands between words or phrases", ""},
      {"* NEAR/5 b", "*", "NEAR stands between words or phrases", ""},
      {"title:a NEAR/5 b", "b", "the same field", "title:(a NEAR/5 b)"},
      {"a NEAR/5 title:b", "title:b", "the same field", "title:(a NEAR/5 b)"},
      {"outlet:(a NEAR/5 b)", "a", "NEAR stands between words or phrases", ""},
  });
}

TEST(QueryParser, FormsOfWordsSayWhatIsWrongWithThem) {
  expect_errors({
      {"a MAYBE", "MAYBE", "MAYBE has nothing after it", ""},
      {"a ADJ/0 b", "ADJ/0", "no distance from 1 to 999", "write ADJ/5"},
      {"a ADJ/s b", "ADJ/s", "no distance from 1 to 999", "write ADJ/5"},
      {"a NEAR/q b", "NEAR/q", "no distance from 1 to 999", "NEAR/s for the same sentence"},
      {"a NEAR/s b NEAR/p c", "NEAR/p", "a chain has one kind of operator, and NEAR/p is not NEAR/s", "two clauses"},
      {"a NEAR/5 b ADJ/5 c", "ADJ/5", "a chain has one kind of operator, and ADJ/5 is not NEAR/5", "the same operator"},
      {"\"tax* rise\"", "*", "a phrase has whole words", "leave it out"},
      {"\"* tax rise\"", "*", "between two of them", "leave it out"},
      {"\"tax rise *\"", "*", "between two of them", "leave it out"},
      {"\"organi?ation\"", "?", "a phrase has whole words", "leave it out"},
      {"\"carbon tax\"~", "~", "a number from 1 to 100", ""},
      {"\"carbon tax\"~101", "~101", "a number from 1 to 100", ""},
      {"\"carbon tax\"~2~3", "~3", "the phrase has a ~ already", ""},
      {"\"carbon * tax\"~2", "~2", "a phrase with ~ has no * in it", ""},
      {"\"carbon tax\"^", "^", "no weight from 0.0001 to 100", "^2"},
      {"\"carbon tax\"^0", "^0", "no weight from 0.0001 to 100", "^2"},
      {"\"carbon tax\"^2^3", "^3", "it has a weight already", ""},
      {"(a b)~2", "~2", "~ stands after a word or a phrase", ""},
      {"(a b)^101", "^101", "no weight from 0.0001 to 100", ""},
      {"((a b)^20)^20", ")^20", "multiply to less than 0.0001 or more than 100", ""},
      {"outlet:\"x\"^2", "^2", "a value takes no ~ and no ^", ""},
      {"a^0", "a^0", "no weight from 0.0001 to 100", ""},
      {"a^1000", "a^1000", "no weight from 0.0001 to 100", ""},
      {"tax*^2", "tax*^2", "do not score", "leave out the ^"},
      {"=\"a b\"", "=", "= stands before a word", "leave out the ="},
      {"=(a b)", "=", "= stands before a word", "leave out the ="},
      {"===a", "===a", "too many signs", "==Word"},
      {"=tax*", "=tax*", "a wildcard beside = or ~", ""},
      {"tax*~1", "tax*~1", "a wildcard beside = or ~", ""},
      {"=tax~1", "=tax~1", "both exact and fuzzy", ""},
      {"tax*:~1:", "tax*:~1:", "a wildcard beside = or ~", ""},
      {"a*b^-1\\", "a*b^-1\\", "more signs than one word can have", ""},
      {"A??R:~:", "A??R:~:", "a wildcard beside = or ~", ""},
      {"tax~1^2,", "tax~1^2,", "do not score", "leave out the ^"},
      {"tax^2~1,", "tax^2~1,", "more signs than one word can have", ""},
      {"tax~3,", "tax~3,", "no number of edits", "~1 or ~2"},
      {"tax^-1", "tax^-1", "\"^-1\" is no weight from 0.0001 to 100", "^2"},
      {"obama^1e3", "obama^1e3", "no weight", "^0.5"},
      {"obama^+2", "obama^+2", "no weight", ""},
      {"obama^1,5", "obama^1,5", "no weight", ""},
      {"obama^2.5.1?", "obama^2.5.1?", "no weight", ""},
      {"obama ^2", "^2", "\"^2\" has no word before it", "write word^2, without a space"},
      {"^0.5,", "^0.5,", "has no word before it", ""},
      {"\"a b\"^1e3", "^1e3", "no weight", ""},
      {"\"a b\"~3c", "~3c", "a number from 1 to 100", ""},
      {"(a b)^-1", "^-1", "no weight", ""},
      {"!obama~1", "!obama~1", "begins with a sign", "write -word"},
      {"--tax*", "--tax*", "begins with a sign", "all but one"},
      {"tax~3", "tax~3", "no number of edits", "~1 or ~2"},
      {"title:*", "*", "* in title: finds nothing in particular", ""},
      {"byline:*", "*", "* in byline: finds nothing in particular", "has:byline"},
      {"outlet:har*", "har*", "a wildcard stands in words", "quotes"},
      {"outlet:*", "*", "a wildcard stands in words", "has:outlet"},
      {"outlet:=x", "=x", "a value is exact anyway", "quotes"},
      {"outlet:x~1", "x~1", "a value cannot be fuzzy", "quotes"},
      {"outlet:x^2", "x^2", "a filter does not score", "quotes"},
  });
}

TEST(QueryParser, SignsOfOtherLanguagesAreRefusedWhereTheyAreClear) {
  expect_errors({
      {"a || b", "||", "\"||\" is not an operator", "write OR"},
      {"obama||tax", "||", "\"||\" is not an operator", "write OR"},
      {"=title:obama", "=title:obama", "\"=\" stands before a word, not before a field", "write title:=word"},
      {"tax ==headline:US", "==headline:US", "\"==\" stands before a word", "write title:==word"},
      {"=title:\"a b\"", "=title:", "stands before a word, not before a field", ""},
      {"=outlet:bbc", "=outlet:bbc", "stands before a word, not before a field", "write outlet:value"},
      {"~title:obama", "~title:obama", "stands before a word, not before a field", "write title:word~1"},
      {"!title:obama", "!title:obama", "stands before a word, not before a field", "write -title:word"},
      {"!outlet:(bbc)", "!outlet:", "stands before a word, not before a field", "write -outlet:word"},
      {"=-obama", "=-obama", "has its signs the wrong way round", "write -=word"},
      {"==+US", "==+US", "has its signs the wrong way round", "write +==word"},
  });
}

TEST(QueryParser, RelativeDatesNameTheirUnits) {
  expect_errors({
      {"date:5m..", "5m", "the m of \"5m\" could be minutes or months", "mo for months"},
      {"after:90min", "90min", "less than a day", "1d"},
      {"date:..3h", "3h", "less than a day", "1d"},
      {"date:9999y", "9999y", "before the year 1", ""},
      {"date:2024-W54", "2024-W54", "is not a date", "2024-W18"},
      {"date:2024-Q5", "2024-Q5", "is not a date", "2024-Q2"},
      {"date:2024-13", "2024-13", "is not a date", ""},
  });
}

TEST(QueryParser, NumbersSayWhatIsAccepted) {
  expect_errors({
      {"words:many", "many", "\"many\" is no number or range of numbers", "words:>800"},
      {"words:>", ">", "no number", ""},
      {"words:<0", "<0", "no number", ""},
      {"words:-5", "-5", "no number", ""},
      {"words:1.5", "1.5", "no number", ""},
      {"words:99999999999", "99999999999", "no number", ""},
      {"words:..", "..", "no number", ""},
      {"words:5..x", "5..x", "no number", ""},
      {"words:9..5", "9..5", "ends before it begins", "swap"},
      {"words:unknown", "unknown", "no number", ""},
      {"has:words", "words", "no field that an article may lack", ""},
      {"added:unknown", "unknown", "is not a date", ""},
      {"has:added", "added", "no field that an article may lack", ""},
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
      {"b \"" + repeated("a ", kMaxClauses) + "\"", "\"" + repeated("a ", kMaxClauses) + "\"", "those in phrases",
       "shorter"},
      {"\"a" + repeated(" *", kMaxClauses) + " a\"", "\"a" + repeated(" *", kMaxClauses) + " a\"", "more than 1024",
       ""},
      {"a" + repeated(" NEAR a", kMaxClauses), "a", "more than 1024 words", "shorter"},
      {repeated("東", kMaxClauses + 1), repeated("東", kMaxClauses + 1), "more than 1024 words", "shorter"},
      {repeated("a-", kMaxClauses + 1), repeated("a-", kMaxClauses + 1), "more than 1024 words", "shorter"},
      {repeated("a b* ", kMaxPatterns + 1), "b*", "more than 64 wildcards", "shorter"},
      {repeated("a", kMaxQueryBytes + 1), "a", "longer than 65536 bytes", "shorter"},
  });
}

TEST(QueryParser, CanonicalTextIsLimitedToo) {
  const std::string doubled = "\"a" + repeated("\\.", kMaxQueryBytes / 2 - 2) + "\"";
  expect_errors({{doubled, doubled, "when written out", "shorter"}});
}

}  // namespace
}  // namespace newshound::query
