// Which pieces of a body are shown: a table; "[...]" are marks, "|" stands between snippets.
#include "searcher/presenting/snippet.h"

#include <gtest/gtest.h>

#include <string>

namespace newshound::presenting {
namespace {

matching::TypedWord exact(std::string term, std::size_t offset = 0) {
  return {.term = std::move(term), .offset = offset};
}

std::string shown(const std::vector<Snippet>& snippets) {
  std::string line;
  for (const auto& snippet : snippets) {
    if (!line.empty()) line += "|";
    std::size_t at = 0;
    for (const auto mark : snippet.marks) {
      line += snippet.text.substr(at, mark.begin - at);
      line += "[" + snippet.text.substr(mark.begin, mark.end - mark.begin) + "]";
      at = mark.end;
    }
    line += snippet.text.substr(at);
  }
  return line;
}

const Marks kFerry = {{{exact("ferry")}}};
const Marks kFerryPort = {{{exact("ferry")}}, {{exact("port")}}};
const Marks kFerryInLead = {{.words = {exact("ferry")}, .in_lead_only = true}};
const Marks kPhrase = {{{exact("harbour"), exact("ferry", 1)}}};

TEST(MakeSnippets, ShowTheBestPieces) {
  const std::string news =
      "Rain fell all day. The ferry was late. Nobody minded the rain. The ferry and the port reopened. Ferry fares "
      "rose.";
  const struct {
    std::string body;
    Marks marks;
    unsigned count;
    std::size_t max_bytes;
    const char* shown;
  } rows[] = {
      {news, kFerry, 0, 40, ""},
      {"", kFerry, 1, 40, ""},
      {"  \n ", kFerry, 1, 40, ""},
      {"…!? ", kFerry, 1, 40, "…!?"},
      {"…!? ", kFerry, 1, 3, "…"},
      {news, {}, 1, 20, "Rain fell all day."},
      {news, {}, 3, 45, "Rain fell all day. The ferry was late."},
      {news, kFerry, 1, 20, "The [ferry] was late."},
      {news, kFerryPort, 1, 40, "The [ferry] and the [port] reopened."},
      {news, kFerryPort, 1, 60, "The [ferry] and the [port] reopened. [Ferry] fares rose."},
      {news, kFerryPort, 2, 40, "The [ferry] was late.|The [ferry] and the [port] reopened."},
      {news, kFerryPort, 9, 40, "The [ferry] was late.|The [ferry] and the [port] reopened.|[Ferry] fares rose."},
      {news, kFerry, 1, 500,
       "The [ferry] was late. Nobody minded the rain. The [ferry] and the port reopened. [Ferry] fares rose."},
      {news, kFerry, 1, 9, "[ferry] was"},
      {news, kFerry, 1, 5, "[ferry]"},
      {news, kFerry, 1, 0, "[ferry]"},
      {"The harbour ferry left.", kPhrase, 1, 40, "The [harbour ferry] left."},
      {"The harbour ferry left.", kPhrase, 1, 13, "[harbour ferry]"},
      {"The harbour ferry left.", kPhrase, 1, 12, "The harbour"},  // no room for the phrase: the beginning
      {"At the harbour. Ferry left.", kPhrase, 1, 14, "[harbour. Ferry]"},
      {"The ferry left.\n\nOne ferry came.\n\nNo ferry sank.", kFerryInLead, 3, 20,
       "The [ferry] left.|One [ferry] came."},
      {"The port.\n\nThe pier.\n\nThe ferry.", kFerryInLead, 1, 20, "The port.\n\nThe pier."},
      {"The ferry\nleft.\n\n", kFerry, 1, 40, "The [ferry]\nleft."},
  };
  format::Analyser analyser;
  for (const auto& row : rows) {
    const auto& tokens = analyser.analyse(row.body, "");
    EXPECT_EQ(shown(make_snippets(row.body, tokens, "", row.marks, row.count, row.max_bytes)), row.shown)
        << row.max_bytes << " bytes of: " << row.body;
  }
}

TEST(MakeSnippets, LongSentencesAreCutBetweenWordsAroundTheMark) {
  const std::string body =
      "one two three four five six (seven) \"ferry\" eight nine l'homme ten eleven twelve thirteen fourteen";
  const struct {
    std::size_t max_bytes;
    const char* shown;
  } rows[] = {
      {30, "(seven) \"[ferry]\" eight nine"},
      {36, "(seven) \"[ferry]\" eight nine l'homme"},
      {50, "six (seven) \"[ferry]\" eight nine l'homme ten eleven"},
      {99, "one two three four five six (seven) \"[ferry]\" eight nine l'homme ten eleven twelve thirteen fourteen"},
  };
  format::Analyser analyser;
  for (const auto& row : rows)
    EXPECT_EQ(shown(make_snippets(body, analyser.analyse(body, ""), "", kFerry, 1, row.max_bytes)), row.shown);
}

TEST(MakeSnippets, TheEndOfALongSentenceFillsTheRoom) {
  const std::string body = "one two three four five six seven eight nine ferry";
  format::Analyser analyser;
  EXPECT_EQ(shown(make_snippets(body, analyser.analyse(body, ""), "", kFerry, 1, 30)), "six seven eight nine [ferry]");
}

TEST(MakeSnippets, OffsetsAndMarksAreBytes) {
  const std::string body = "Été. Le café fermé.";
  format::Analyser analyser;
  const auto snippets = make_snippets(body, analyser.analyse(body, ""), "", {{{exact("ferme")}}}, 1, 20);
  ASSERT_EQ(snippets.size(), 1U);
  EXPECT_EQ(snippets[0].offset, 7U);
  EXPECT_EQ(snippets[0].text, "Le café fermé.");
  EXPECT_EQ(snippets[0].marks, (std::vector<Span>{{9, 15}}));
}

}  // namespace
}  // namespace newshound::presenting
