// What both programs share: exit codes, error lines, printable text, the command line.
#include "indexer/format/program/archive_path.h"
#include "indexer/format/program/argument_list.h"
#include "indexer/format/program/counted.h"
#include "indexer/format/program/error_line.h"
#include "indexer/format/program/exit_codes.h"
#include "indexer/format/program/json_text.h"
#include "indexer/format/program/nearest_name.h"
#include "indexer/format/program/printable.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <set>
#include <sstream>

namespace newshound::program {
namespace {

TEST(ExitCodes, EachErrorHasItsNumber) {
  const std::pair<Errc, int> cases[] = {
      {Errc::usage, 2},         {Errc::query, 2},     {Errc::archive_not_found, 3},
      {Errc::wrong_version, 4}, {Errc::damaged, 5},   {Errc::rejected, 6},
      {Errc::gate, 7},          {Errc::io, 8},        {Errc::timeout, 9},
      {Errc::locked, 75},       {Errc::stopped, 130}, {Errc::internal, 70},
  };
  std::set<std::string_view> names;
  for (const auto& [error, number] : cases) {
    EXPECT_EQ(exit_code(error), number);
    EXPECT_TRUE(names.insert(error_name(error)).second);
  }
}

TEST(ExitCodes, TheManualHasTheSameTable) {
  std::ifstream file(std::string(NEWSHOUND_SOURCE_DIR) + "/docs/commands.md");
  ASSERT_TRUE(file);
  std::stringstream manual;
  manual << file.rdbuf();
  for (const auto& code : kExitCodes) {
    const std::string row = "| " + std::to_string(code.number) + " | " + std::string(code.meaning) + " |";
    EXPECT_NE(manual.str().find(row), std::string::npos) << row;
  }
}

TEST(ErrorLine, SaysWhatFailedAndWhatToDo) {
  EXPECT_EQ(error_line("newshound", {Errc::archive_not_found, "x.idx: no archive there", "name one with -i", {}}),
            "newshound: x.idx: no archive there (name one with -i)");
  EXPECT_EQ(error_line("newshound", {Errc::io, "disk full", "", {}}), "newshound: disk full");
}

TEST(ErrorLine, IsOneHarmlessLineWhateverThePath) {
  EXPECT_EQ(error_line("newshound", {Errc::io, "a\nb\x1b[2J: gone", "", {}}), "newshound: a b\xEF\xBF\xBD[2J: gone");
}

struct CaretCase {
  std::string query;
  Span span;
  std::string carets;
};

TEST(ErrorLine, CaretsStandUnderTheColumnsOfTheSpan) {
  const CaretCase cases[] = {
      {"ferry \"open", {6, 11}, "        ^^^^^"},
      {"ferry", {5, 5}, "       ^"},
      {"ferry", {90, 95}, "       ^"},
      {"caf\xC3\xA9 foo:x", {6, 9}, "       ^^^"},
      {"\xE6\xB8\xAF\xE6\xB9\xBE foo:x", {7, 10}, "       ^^^"},
      {"e\xCC\x81 foo:x", {4, 7}, "    ^^^"},
      {"\xE6\xB8\xAF", {0, 3}, "  ^^"},
  };
  for (const auto& test : cases)
    EXPECT_EQ(caret_lines(test.query, test.span), "  " + test.query + "\n" + test.carets + "\n");
}

TEST(ErrorLine, OfALongQueryShowsWhatIsAroundTheSpan) {
  const std::string a(300, 'a');
  const std::string hundred(100, 'a');
  EXPECT_EQ(caret_lines(a + "(" + a, {300, 301}),
            "  …" + hundred + "(" + std::string(99, 'a') + "…\n   " + std::string(100, ' ') + "^\n");
  EXPECT_EQ(caret_lines(a, {0, 300}), "  " + hundred + "…\n  " + std::string(100, '^') + "\n");
  const std::string e = "\xC3\xA9";  // cut between characters only
  std::string accents;
  for (int i = 0; i < 200; ++i) accents += e;
  const auto lines = caret_lines("x" + accents, {201, 203});
  EXPECT_EQ(lines.find('?'), std::string::npos);
  EXPECT_EQ(lines.substr(2, 5), "…" + e) << lines;
}

struct PrintableCase {
  std::string text;
  std::string shown;
  unsigned width;
};

TEST(Printable, ShowsTextAndNothingElse) {
  const PrintableCase cases[] = {
      {"plain", "plain", 5},
      {"tab\tand\r\nline", "tab and  line", 13},
      {"\x1b[31mred", "\xEF\xBF\xBD[31mred", 8},
      {"a\xE2\x80\xAE"
       "b\xE2\x81\xA9"
       "c",
       "abc", 3},
      {"\xC2\x9B"
       "2J",
       "\xEF\xBF\xBD"
       "2J",
       3},
      {"\x7F", "\xEF\xBF\xBD", 1},
      {"broken \xFF\xC3", "broken \xEF\xBF\xBD\xEF\xBF\xBD", 9},
      {"\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD", 2},
      {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", 3},
      {"caf\xC3\xA9", "caf\xC3\xA9", 4},
      {"e\xCC\x81", "e\xCC\x81", 1},
      {"\xE6\xB8\xAF", "\xE6\xB8\xAF", 2},
      {"\xF0\x9F\x9A\xA2", "\xF0\x9F\x9A\xA2", 2},
      {"a\xE2\x80\xA8"
       "b",
       "a b", 3},
      {std::string("nul\0l", 5), "nul\xEF\xBF\xBDl", 5},
  };
  for (const auto& test : cases) {
    EXPECT_EQ(printable(test.text), test.shown);
    EXPECT_EQ(display_width(test.text), test.width) << test.shown;
  }
}

// Printable text is its own printable form, has no control byte, and fits where it is told to fit.
TEST(Printable, HoldsForAnyBytes) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int round = 0; round < 2000; ++round) {
    std::string text(random() % 40, ' ');
    for (char& c : text) c = static_cast<char>(random() % 4 == 0 ? 0xE2 - random() % 100 : random());
    const std::string shown = printable(text);
    EXPECT_EQ(printable(shown), shown);
    for (const unsigned char c : shown) EXPECT_TRUE(c >= 0x20 && c != 0x7F);
    const auto width = static_cast<unsigned>(random() % 20);
    EXPECT_LE(display_width(fit(text, width)), width);
    EXPECT_EQ(json_text(Json(text)).find('\x7F'), std::string::npos);
    EXPECT_FALSE(Json::parse(json_text(Json(text))).is_discarded());
  }
}

TEST(Printable, CutsOnACharacterAndSaysSo) {
  EXPECT_EQ(fit("harbour", 7), "harbour");
  EXPECT_EQ(fit("harbour", 4), "har…");
  EXPECT_EQ(fit("港湾新聞", 6), "港湾…");
  EXPECT_EQ(fit("港湾新聞", 5), "港湾…");
  EXPECT_EQ(fit("harbour", 0), "");
}

TEST(JsonText, EscapesWhatJsonAllowsButATerminalObeys) {
  EXPECT_EQ(json_text(Json("a\xC2\x9B"
                           "b\x7F\x1B\xE2\x80\xAE\xE2\x81\xA6 \xC2\xA0\xE2\x80\x94")),
            "\"a\\u009bb\\u007f\\u001b\\u202e\\u2066 \xC2\xA0\xE2\x80\x94\"");
  EXPECT_EQ(json_text(Json("\xFF")), "\"\xEF\xBF\xBD\"");
}

TEST(NearestName, FindsTypingErrorsAndNoMore) {
  const std::vector<std::string> names = {"search", "facet", "count", "show"};
  EXPECT_EQ(nearest_name("serach", names), "search");
  EXPECT_EQ(nearest_name("facets", names), "facet");
  EXPECT_EQ(nearest_name("shw", names), "show");
  EXPECT_EQ(nearest_name("zeppelin", names), "");
}

TEST(ArchivePath, OptionGoesBeforeEnvironment) {
  EXPECT_EQ(*archive_path("a.idx", "b.idx"), "a.idx");
  EXPECT_EQ(*archive_path("", "b.idx"), "b.idx");
}

TEST(ArgumentList, KeepsOrderAndRepetitions) {
  ArgumentRules rules{"p", {{"index", 'i', true}, {"loud", '\0', false}}, 0};
  const auto list = split_arguments({"-i", "a", "--index=b=c", "--loud", "x", "-i", "--index", "-d"}, rules);
  ASSERT_TRUE(list);
  const std::vector<GivenOption> expected = {{"index", {"a"}}, {"index", {"b=c"}}, {"loud", {}}, {"index", {"-d"}}};
  EXPECT_EQ(list->options, expected);
  EXPECT_EQ(list->operands, (std::vector<std::string>{"x", "-i"}));
}

TEST(ArgumentList, ShortOptionWithinTheQueryIsTextAndAWarning) {
  const ArgumentRules rules{"p", {{"limit", 'n', true}}, 0};
  const auto late = split_arguments({"ferry", "-n", "3", "-x", "-strike"}, rules);
  ASSERT_TRUE(late);
  EXPECT_EQ(late->operands.size(), 5U);
  ASSERT_EQ(late->warnings.size(), 1U);
  EXPECT_NE(late->warnings[0].find("--limit"), std::string::npos);
  EXPECT_TRUE(split_arguments({"ferry", "--", "-n"}, rules)->warnings.empty());
}

TEST(ArgumentList, WithoutAQueryShortOptionsStandAnywhere) {
  const ArgumentRules rules{"p", {{"index", 'i', true}}};
  const auto list = split_arguments({"source", "-i", "a", "-"}, rules);
  ASSERT_TRUE(list);
  EXPECT_EQ(list->operands, (std::vector<std::string>{"source", "-"}));
  EXPECT_FALSE(split_arguments({"source", "-x"}, rules));
}

TEST(Counted, HasAnSUnlessItIsOne) {
  EXPECT_EQ(counted(0, "article"), "0 articles");
  EXPECT_EQ(counted(1, "article"), "1 article");
  EXPECT_EQ(counted(21, "fault"), "21 faults");
}

}  // namespace
}  // namespace newshound::program
