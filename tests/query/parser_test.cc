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
      {"a NEAR(5) b", "(near 5 a b)"},
      {"a NEAR(5)b", "(near 5 a b)"},
      {"a NEAR(s) b", "(near s a b)"},
      {"a NEAR(b)", "(near 10 a b)"},
      {"a NEAR/5(b)", "(near 5 a b)"},
      {"a NEAR/s(5)", "(near s a 5)"},
      {"a AROUND/5 b", "(near 5 a b)"},
      {"a AROUND5 b", "(near 5 a b)"},
      {"a NEAR 5", "(near 10 a 5)"},
      {"AROUNDS a/5", "(and AROUNDS a/5)"},
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
      {"a ADJ(3) b", "(adj 3 a b)"},
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
      {"A??R:?!", "%A??R"},  // what was behind the word is no sign of it
      {"zelensky~1, putin~2? biden~!", "(and zelensky~1 putin~2 biden~1)"},
      {"climate^2, tax^0.5. =b^3:", "(and climate^2 tax^0.5 =b^3)"},
      {"\"a b\"~3, (c d)^2. \"e\"^2?!", "(and 'a b'~3 c^2 d^2 'e'^2)"},
      {"10^6 2^10. 1,000^2 $5^2", "(and 10^6 2^10. 1,000^2 $5^2)"},  // a number has a power, not a weight
      {"(10)^6 =7^2 F16^2 東京^2", "(and 10^6 =7^2 F16^2 東京^2)"},
      {"a^b^ x^2y m^...", "(and a^b^ x^2y m^...)"},
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
      {"US, trade: (WHO) EU's NATO’s!", "(and ==US trade: ==WHO ==EU ==NATO)"},
      {"IT. IT... U.S., U.S.'s U.S?", "(and ==IT ==IT ==U.S. ==U.S. ==U.S)"},
      {"title:US, NEAR/5 title:trade", "(near 5 title/==US title/trade)"},
      {"US-EU US/EU (US's", "error: this bracket is never closed"},
      {"US-EU US/EU US'S x", "(and US-EU US/EU US'S x)"},
      {"\"US\" trade", "(and 'US' trade)"},
      {"US 2024", "(and ==US 2024)"},  // only words of letters tell what capitals say
      {"US F-16 AT&T", "(and ==US F-16 AT&T)"},
      {"US 東京", "(and ==US 東京)"},
      {"US TARIFFS", "(and US TARIFFS)"},  // a query in capitals says nothing by them
      {"US, TARIFFS!", "(and US, TARIFFS!)"},
      {"US-CHINA TRADE O'BRIEN", "(and US-CHINA TRADE O'BRIEN)"},
      {"US WHO", "(and +US +WHO)"},  // but none of its names is left out as a stop word
      {"US TRADE 2024", "(and +US TRADE 2024)"},
      {"THE FERRY", "(and THE FERRY)"},
      {"US \"WHO\"", "(and +US 'WHO')"},
      {"US \\WHO", "(and +US WHO)"},
      {"US NEAR NATO", "(near 10 US NATO)"},
      {"US -NATO MAYBE EU", "(and +US (not NATO) (maybe EU))"},
      {"(US) OR (-(EU))", "(or +US (not +EU))"},
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
  EXPECT_EQ(read("US NATO", Match::any), "(or +US NATO)");
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
      {"Wow! Great", "(and Wow! Great)"},
      {"R&D R&&D !Kung title :x", "(and R&D R&&D !Kung title :x)"},
      {"=foo:bar !foo:x ~foo:bar", "(and =foo:bar !foo:x ~foo:bar)"},
      {"=! =:) ~5 !!", "error: this bracket was never opened"},
      {"~5 km =title: x", "(and ~5 km =title: x)"},
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
      {"a NEAR 5 b", "after NEAR, \"5\" is a word to look for; for a distance write NEAR/5"},
      {"a ADJ (5) b", "after ADJ, \"5\" is a word to look for; for a distance write ADJ/5"},
      {"!obama", "\"!obama\" is read as a word; to leave out articles with it, write -word"},
      {"obama&&tax", "\"obama&&tax\" is read as a word; to search for both words, put a space or AND between them"},
      {"10^6", "\"10^6\" is read as a word; to give a number a weight, put it in brackets: (10)^6"},
      {"title :obama", "\"title\" and \":obama\" are words here; to search the field, leave no space before the colon"},
      {"\"a b\" ~3", "\"~3\" is read as a word; for words among those of the phrase leave no space before the ~"},
      {"How the tax works | The New York Times",
       "\"|\" is read as OR; to search for all the words of a title that has it, leave it out or write \\|"},
      {"TRUMP AND BIDENS", "AND is an operator among words in capitals too; to search for the word, write \\AND"},
      {"outlet:(Harbour Gazette)", "no article has two values of outlet; put one value in quotes, or OR between two"},
  };
  for (const auto& [text, warning] : rows) EXPECT_EQ(warnings_of(text), std::vector{warning}) << text;
  EXPECT_EQ(warnings_of("TO BE OR NOT TO BE").size(), 2u);
  EXPECT_EQ(warnings_of("a & b & c & d & e & f & g & h").size(), 6u);
  for (const std::string text :
       {"a -b",         "title:(a b)",   "entity:(a b)", "why?",       "\\--tax",      "a | b",    "a b|c d",
        "a b | -c",     "a b | title:c", "a b | \"c\"",  "a b OR c d", "trade OR TAX", "a NEAR 5", "a NEAR 1945 b",
        "a NEAR/5 5 b", "Wow! Great",    "AT&T R&D C++", "+US +NATO",  "==US ==NATO",  "\\!a",     "x :obama"})
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
  EXPECT_TRUE(parse("\"" + words + "\"", {}));
  EXPECT_TRUE(parse(std::string(kMaxQueryBytes, 'a'), {}));
}

}  // namespace
}  // namespace newshound::query
