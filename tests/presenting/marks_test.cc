// What each kind of clause marks, from its text to the bytes: query -> the text with its marks in brackets.
#include "searcher/presenting/marks.h"

#include "searcher/presenting/highlight.h"
#include "searcher/query/parser.h"
#include "tests/presenting/brackets.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace newshound::presenting {
namespace {

std::string marked(const std::string& query, const std::string& text, Where where) {
  static const std::vector<std::string> kStemmers = {"en", "fr"};
  const auto parsed = query::parse(query, {});
  if (!parsed) return "error: " + parsed.error().message;
  format::Analyser analyser;
  matching::StopWords stop_words;
  const auto marks = marks_of(parsed->ast, {kStemmers, analyser, stop_words});
  format::Analyser of_text;
  return with_brackets(text, mark_spans(of_text.analyse(text, "en"), "en", marks, where));
}

struct Row {
  const char* query;
  const char* shown;
};

void expect_marks(const std::vector<Row>& rows, Where where = Where::body) {
  for (const auto& row : rows) {
    std::string text = row.shown;
    std::erase(text, '[');
    std::erase(text, ']');
    EXPECT_EQ(marked(row.query, text, where), row.shown) << row.query;
  }
}

TEST(MarksOf, MarkTheFormsThatMatch) {
  expect_marks({
      {"ferry", "The [ferry], the [Ferries] and the [ferry]'s crew"},
      {"=ferry", "The [ferry], the Ferries and the [ferry]'s crew"},
      {"\"ferry\"", "The [ferry], the ferries"},
      {"cafe", "The [café] and the [cafe]"},
      {"==Ferry", "The [Ferry], the ferry and the FERRY"},
      {"nato", "[NATO], [Nato], [nato]"},
      {"fer*", "The [ferry], the [ferries] of [Fergana], offers"},
      {"f?rry", "The [ferry], the [furry] one, the flurry"},
      {"ferry~1", "The [ferry], the [furry], the [merry], the ferries"},
      {"strike^3", "The [strike]"},
  });
}

TEST(MarksOf, MarkCapitalsWhereTheyAreTheWord) {
  expect_marks({
      {"us", "They told [us] that the US and the U.S. agreed"},
      {"US", "They told us that the [US] and the [U.S]. agreed"},
      {"U.S.", "They told us that the [US] and the [U.S]. agreed"},
      {"u.s.", "They told us that the [US] and the [U.S]. agreed"},
  });
}

TEST(MarksOf, MarkPhrasesAsAWholeAndNothingElse) {
  expect_marks({
      {"\"carbon tax\"", "A [carbon tax], a tax on carbon, [carbon-tax] rules"},
      {"\"carbon * tax\"", "A [carbon border tax], a carbon tax, a carbon border levy tax"},
      {"\"carbon tax\"~2", "A [tax on carbon] and a [carbon or a tax], nor is there now any carbon"},
      {"re-elected", "She was [re-elected], he was [re elected], nobody elected re"},
  });
}

TEST(MarksOf, MarkTheWordsOfEveryClauseThatIsNotNegated) {
  expect_marks({
      {"ferry NEAR/3 strike", "The [ferry] ended in a [strike]"},
      {"ferry -strike", "The [ferry] ended in a strike"},
      {"NOT NOT ferry", "The [ferry] ended in a strike"},
      {"ferry MAYBE strike", "The [ferry] ended in a [strike]"},
      {"ferry outlet:strike byline:ended", "The [ferry] ended in a strike"},
      {"(ferry OR strike)", "The [ferry] ended in a [strike]"},
      {"lead:ferry", "The [ferry] ended"},
      {"title:ferry body:strike", "The ferry ended in a [strike]"},
  });
  expect_marks({{"title:ferry body:strike lead:ended", "The [ferry] ended in a strike"}}, Where::title);
}

}  // namespace
}  // namespace newshound::presenting
