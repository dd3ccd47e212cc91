// What each form of the query language means: text -> tree, as two-column tables.
#include "searcher/query/parser.h"

#include "searcher/query/limits.h"
#include "tests/query/parser_rows.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace newshound::query {
namespace {

std::vector<std::string> warnings_of(const std::string& text) {
  const auto parsed = parse(text, {.today = kToday});
  return parsed ? parsed->warnings : std::vector<std::string>{"error: " + parsed.error().message};
}

TEST(QueryParser, JoinsAndGroupsByBinding) {
  expect_rows({
      {"ferry", "ferry"},
      {"climate tax", "(and climate tax)"},
      {"climate AND tax", "(and climate tax)"},
      {"a b AND c", "(and a b c)"},
      {"a OR b", "(or a b)"},
      {"a | b", "(or a b)"},
      {"a|b", "(or a b)"},
      {"a b OR c d", "(or (and a b) (and c d))"},
      {"a (b OR c) d", "(and a (or b c) d)"},
      {"a OR b OR c", "(or a b c)"},
      {"(a OR b) OR (c)", "(or a b c)"},
      {"(a (b (c)))", "(and a b c)"},
      {"NOT a b", "(and (not a) b)"},
      {"NOT a OR b", "(or (not a) b)"},
      {"NOT (a b)", "(not (and a b))"},
      {"a AND NOT b", "(and a (not b))"},
      {"NOT NOT a", "(not (not a))"},
      {"-a", "(not a)"},
      {"-a -b", "(and (not a) (not b))"},
      {"-5", "(not 5)"},
      {"-\"a b\"", "(not 'a b')"},
      {"-(a OR b)", "(not (or a b))"},
      {"a|-b", "(or a (not b))"},
      {"(-a b)", "(and (not a) b)"},
      {"-outlet:x", "(not outlet=\"x\")"},
      {"NOT -a", "(not (not a))"},
      {"+a", "+a"},
      {"+a b", "(and +a b)"},
      {"(+a) NEAR b", "(near 10 a b)"},
      {"NOT +a", "(not +a)"},
      {"+(a OR b) c", "(and (or a b) c)"},
      {"*", "*"},
      {"* -a", "(and * (not a))"},
      {"-*", "(not *)"},
  });
}

TEST(QueryParser, LowerCaseOperatorsAreWords) {
  expect_rows({
      {"salt and pepper", "(and salt and pepper)"},
      {"to be or not to be", "(and to be or not to be)"},
      {"near miss", "(and near miss)"},
      {"And Not Near", "(and And Not Near)"},
      {"maybe adj", "(and maybe adj)"},
      {"ORB NEARBY ADJUST ANDES", "(and ORB NEARBY ADJUST ANDES)"},
  });
}

TEST(QueryParser, PhrasesTakeStraightAndCurlyQuotes) {
  expect_rows({
      {"\"carbon tax\"", "'carbon tax'"},
      {"“carbon tax”", "'carbon tax'"},
      {"„carbon tax“", "'carbon tax'"},
      {"\"the “new” deal\"", "'the “new” deal'"},
      {"\"say \\\"no\\\"\"", "'say \"no\"'"},
      {"\"a \\\\ b\"", "'a \\ b'"},
      {"\"a \\* b\"", "'a  b'"},  // the character itself is no word
      {"\"a * b\"", "'a * b'"},
      {"\"a b\"~3", "'a b'~3"},
      {"\"a b\"^2.50", "'a b'^2.5"},
      {"title:\"a b\"~3^2", "title/'a b'~3^2"},
      {"\"why? because\"", "'why? because'"},
      {"\"one\"", "'one'"},
      {"\"a b\"\"c d\"", "(and 'a b' 'c d')"},
      {"say\"no more\"", "(and say 'no more')"},
      {"\"AND OR NOT\"", "'AND OR NOT'"},
      {"\"title:x (y) -z\"", "'title:x (y) -z'"},
  });
}

TEST(QueryParser, ProximityChainsAreOneNode) {
  expect_rows({
      {"a NEAR/5 b", "(near 5 a b)"},
      {"a NEAR b", "(near 10 a b)"},
      {"a NEAR5 b", "(near 5 a b)"},
      {"a AROUND(5) b", "(near 5 a b)"},
      {"a NEAR/999 b", "(near 999 a b)"},
      {"a NEAR/5 b NEAR/5 c", "(near 5 a b c)"},
      {"a NEAR b AROUND(10) c", "(near 10 a b c)"},
      {"\"a b\" NEAR/5 c", "(near 5 'a b' c)"},
      {"(a) NEAR/5 ((b))", "(near 5 a b)"},
      {"NOT a NEAR/5 b", "(not (near 5 a b))"},
      {"-a NEAR/5 b", "(not (near 5 a b))"},
      {"x a NEAR/5 b y", "(and x (near 5 a b) y)"},
      {"title:(a NEAR/5 b)", "(near 5 title/a title/b)"},
      {"title:a NEAR/5 headline:b", "(near 5 title/a title/b)"},
  });
}

TEST(QueryParser, ProximityHasAnOrderOrAUnitOfText) {
  expect_rows({
      {"a ADJ/5 b", "(adj 5 a b)"},
      {"a ADJ b ADJ10 c", "(adj 10 a b c)"},
      {"a NEAR/s \"b c\"", "(near s a 'b c')"},
      {"a NEAR/p b", "(near p a b)"},
      {"-a NEAR/s b", "(not (near s a b))"},
      {"=a NEAR/2 b*", "(near 2 =a %b*)"},
      {"lead:(a NEAR/2 b)", "(near 2 lead/a lead/b)"},
  });
}

TEST(QueryParser, SignsGiveAWordItsForm) {
  expect_rows({
      {"=organic ==Organic", "(and =organic ==Organic)"},
      {"tax* *gate organi?ation", "(and %tax* %*gate %organi?ation)"},
      {"Is it tax*? Yes*!", "(and Is it %tax* %Yes*)"},
      {"zelensky~1 putin~2 biden~", "(and zelensky~1 putin~2 biden~1)"},
      {"a^2 =b^0.5 \"c d\"^3", "(and a^2 =b^0.5 'c d'^3)"},
      {"(a b^2 outlet:x)^3", "(and a^3 b^6 outlet=\"x\")"},
      {"((a)^2 OR tax*)^2", "(or a^4 %tax*)"},
      {"-=a +==B title:=c byline:d*", "(and (not =a) +==B title/=c byline/%d*)"},
      {"=ADJ~~\\ b", "(and =ADJ b)"},
      {"A??R:~:", "%A??R"},  // what was behind the word is no sign of it
      {"why? what?! ***", "(and why? what?!)"},
      {"https://example.org/a?b=c", "https://example.org/a?b=c"},
      {"2=3 a=b =", "(and 2=3 a=b)"},
      {"~ ^ a ^b ~c", "(and a ^b ~c)"},
      {"\\=organic \\tax* \\a^2", "(and =organic tax* a^2)"},
  });
}

TEST(QueryParser, CapitalsMeanThemselvesAmongOtherLetters) {
  expect_rows({
      {"US", "==US"},
      {"U.S. who", "(and ==U.S. who)"},
      {"NATO summit", "(and ==NATO summit)"},
      {"title:WHO -EU trade", "(and title/==WHO (not ==EU) trade)"},
      {"US NEAR/5 trade", "(near 5 ==US trade)"},
      {"US WHO", "(and US WHO)"},  // a query in capitals says nothing by them
      {"US \"WHO\"", "(and US 'WHO')"},
      {"ABCDEF trade", "(and ABCDEF trade)"},  // too long for an acronym
      {"\\US trade", "(and US trade)"},
      {"=US trade", "(and =US trade)"},
      {"F16 A trade", "(and F16 A trade)"},
      {"..NOT a", "(and ..NOT a)"},
  });
}

TEST(QueryParser, MaybeTakesAClause) {
  expect_rows({
      {"a MAYBE b", "(and a (maybe b))"},
      {"MAYBE (b OR c) a", "(and (maybe (or b c)) a)"},
      {"MAYBE -b", "(maybe (not b))"},
      {"NOT MAYBE b", "(not (maybe b))"},
      {"MAYBE a NEAR/5 b", "(maybe (near 5 a b))"},
  });
  EXPECT_EQ(read("a b MAYBE c", Match::any), "(and (or a b) (maybe c))");
}

TEST(QueryParser, PastedTextIsText) {
  expect_rows({
      {"10:30", "10:30"},
      {"http://x", "http://x"},
      {"http://x.example/a?b=c", "http://x.example/a?b=c"},
      {"Opinion: why", "(and Opinion: why)"},
      {"title: why", "(and title: why)"},
      {"Breaking:", "Breaking:"},
      {"why?", "why?"},
      {"who? what?!", "(and who? what?!)"},
      {"Ferry - Gazette", "(and Ferry Gazette)"},
      {"AT & T", "(and AT T)"},
      {"a -- b", "(and a b)"},
      {"re-elected AT&T C++ U.S. 9/11 O'Brien", "(and re-elected AT&T C++ ==U.S. 9/11 O'Brien)"},
      {"$3.5bn @nasa F-16 Nº 10", "(and $3.5bn @nasa F-16 Nº 10)"},
      {"storm, coast; [sic]", "(and storm, coast; [sic])"},
      {"a - OR b", "(or a b)"},
      {"--tax", "--tax"},
      {"(a)-b", "(and a -b)"},
      {"a=b x^y ~home a~b E=mc2", "(and a=b x^y ~home a~b E=mc2)"},
      {"AC\\DC", "AC\\DC"},
      {"a\u00a0b\u3000c", "(and a b c)"},
      {"東京都 กรุงเทพ", "(and 東京都 กรุงเทพ)"},
      {"AND/OR a,OR", "(and AND/OR a,OR)"},
  });
}

TEST(QueryParser, BackslashMakesPlainText) {
  expect_rows({
      {"\\OR", "OR"},
      {"\\-a", "-a"},
      {"\\title:x", "title:x"},
      {"std\\:\\:string", "std::string"},
      {"tax\\*", "tax*"},
      {"\\tax~1", "tax~1"},
      {"\\organi?ation", "organi?ation"},
      {"f\\(x\\)", "f(x)"},
      {"5\\\"", "5\""},
      {"a\\|b", "a|b"},
      {"-tax\\*", "(not tax*)"},
      {"title:\\OR", "title/OR"},
      {"\\NEAR/5", "NEAR/5"},
  });
}

TEST(QueryParser, MatchAnyJoinsWordsByOrAndKeepsTheRestRequired) {
  expect_rows(
      {
          {"a b", "(or a b)"},
          {"a b outlet:x -c", "(and (or a b) outlet=\"x\" (not c))"},
          {"outlet:x a -c b", "(and outlet=\"x\" (or a b) (not c))"},
          {"a AND b", "(and a b)"},
          {"a b AND c d", "(or a (and b c) d)"},
          {"a AND outlet:x b", "(and (or a b) outlet=\"x\")"},
          {"a AND outlet:x AND b c", "(and (or (and a b) c) outlet=\"x\")"},
          {"a AND NOT c b", "(and (or a b) (not c))"},
          {"+a b c", "(and +a (or b c))"},
          {"+a +b", "(and +a +b)"},
          {"+(a b) c d", "(and (or a b) (or c d))"},
          {"a OR b c", "(or a b c)"},
          {"a OR outlet:x", "(or a outlet=\"x\")"},
          {"(outlet:x OR outlet:y) a b", "(and (or outlet=\"x\" outlet=\"y\") (or a b))"},
          {"a b date:2024", "(and (or a b) (date 2024-01-01 2024-12-31))"},
          {"title:(a b)", "(or title/a title/b)"},
          {"entity:(a b)", "(and entity=\"a\" entity=\"b\")"},
          {"\"a b\" c NEAR/5 d", "(or 'a b' (near 5 c d))"},
          {"-a -b", "(and (not a) (not b))"},
          {"* a b", "(and * (or a b))"},
          {"(a b) c", "(or a b c)"},
          {"(a -x) b", "(or (and a (not x)) b)"},
      },
      Match::any);
}

TEST(QueryParser, LiteralTextHasNoOperators) {
  EXPECT_EQ(read("a OR -b title:x", Match::all, true), "(and a OR -b title:x)");
  EXPECT_EQ(read("\"a (b tax* & 5\\", Match::any, true), "(or \"a (b tax* 5\\)");
  EXPECT_EQ(read("& --", Match::all, true), "error: the query has no word in it");
  EXPECT_EQ(read(" ", Match::all, true), "error: the query is empty");
}

TEST(QueryParser, WarnsOfWhatItLeavesOutOrTakesAsText) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"AT & T", "\"&\" holds no letter or digit and is left out"},
      {"a \"...\" b", "\"\"...\"\" holds no letter or digit and is left out"},
      {"--tax", "\"--tax\" is read as a word; only a single sign at the start of a clause is an operator"},
      {"title: why", "\"title:\" is a word here; to search the field, leave no space after the colon"},
      {"id:a(b)", "the value \"a\" ends at the bracket; to take the bracket with it, put the value in quotes"},
      {"outlet:(Harbour Gazette)", "no article has two values of outlet; put one value in quotes, or OR between two"},
  };
  for (const auto& [text, warning] : rows) EXPECT_EQ(warnings_of(text), std::vector{warning}) << text;
  EXPECT_EQ(warnings_of("a & b & c & d & e & f & g & h").size(), 6u);
  for (const std::string text : {"a -b", "title:(a b)", "entity:(a b)", "why?", "\\--tax"})
    EXPECT_TRUE(warnings_of(text).empty()) << text;
}

TEST(QueryParser, SpansNameTheBytesOfEachClause) {
  const auto parsed = parse("ô title:\"b c\" -(outlet:x | d)", {});
  ASSERT_TRUE(parsed);
  const auto& children = parsed->ast.children;
  ASSERT_EQ(children.size(), 3u);
  EXPECT_EQ(children[0].span, (Span{0, 2}));
  EXPECT_EQ(children[1].span, (Span{3, 14}));
  EXPECT_EQ(children[2].span.begin, 15u);
  EXPECT_EQ(children[2].children[0].children[0].span, (Span{17, 25}));
  EXPECT_EQ(children[2].children[0].children[1].span, (Span{28, 29}));
  EXPECT_EQ(parsed->text, "ô title:\"b c\" -(outlet:x | d)");
}

TEST(QueryParser, TakesWhatIsJustWithinTheLimits) {
  const std::string brackets = std::string(kMaxDepth, '(') + "a" + std::string(kMaxDepth, ')');
  EXPECT_EQ(read(brackets), "a");
  std::string words;
  for (std::size_t i = 0; i < kMaxClauses; ++i) words += "a ";
  EXPECT_TRUE(parse(words, {}));
  EXPECT_TRUE(parse(std::string(kMaxQueryBytes, 'a'), {}));
}

}  // namespace
}  // namespace newshound::query
