// The renderers on made-up results, against golden files; and what no output may ever hold.
#include "indexer/format/program/printable.h"
#include "searcher/cli/answer.h"
#include "searcher/cli/info.h"
#include "searcher/cli/layout.h"
#include "searcher/cli/render_explanation.h"
#include "searcher/cli/render_json.h"
#include "searcher/cli/render_rows.h"
#include "searcher/cli/render_text.h"
#include "searcher/cli/suggestions.h"
#include "tests/cli/golden.h"
#include "tests/cli/sample_results.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace newshound::search_cli {
namespace {

using testing::expect_golden;

const Style kPipe;
const Style kTerminal{true, true, 60, true};
const Style kPlainTerminal{false, true, 60, true};

std::string answer(Command command, Format format, const Style& style, const SearchResults& results) {
  Options options;
  options.command = command;
  options.format = format;
  std::ostringstream out;
  write_answer(out, options, results, nullptr, style);
  return out.str();
}

struct AnswerCase {
  const char* file;
  Command command;
  Format format;
  Style style;
};

class Answer : public ::testing::TestWithParam<AnswerCase> {};

TEST_P(Answer, IsAsInTheGoldenFile) {
  const auto& test = GetParam();
  expect_golden(test.file, answer(test.command, test.format, test.style, testing::sample_results()));
}

INSTANTIATE_TEST_SUITE_P(Formats, Answer,
                         ::testing::Values(AnswerCase{"search.txt", Command::search, Format::text, kPipe},
                                           AnswerCase{"search-terminal.txt", Command::search, Format::text, kTerminal},
                                           AnswerCase{"search.json", Command::search, Format::json, kPipe},
                                           AnswerCase{"search.jsonl", Command::search, Format::jsonl, kPipe},
                                           AnswerCase{"search.csv", Command::search, Format::csv, kPipe},
                                           AnswerCase{"search.ids", Command::search, Format::ids, kPipe},
                                           AnswerCase{"facet.txt", Command::facet, Format::text, kPipe},
                                           AnswerCase{"facet.json", Command::facet, Format::json, kPipe},
                                           AnswerCase{"facet.csv", Command::facet, Format::csv, kPipe},
                                           AnswerCase{"histogram.txt", Command::histogram, Format::text, kPipe},
                                           AnswerCase{"histogram.json", Command::histogram, Format::json, kPipe},
                                           AnswerCase{"histogram.csv", Command::histogram, Format::csv, kPipe},
                                           AnswerCase{"count.txt", Command::count, Format::text, kPipe},
                                           AnswerCase{"count.json", Command::count, Format::json, kPipe}),
                         [](const auto& instance) {
                           std::string name = instance.param.file;
                           for (char& c : name)
                             if (c == '.' || c == '-') c = '_';
                           return name;
                         });

TEST(Render, NothingFoundSaysSoInEveryCommandThatPrintsText) {
  for (const auto command : {Command::search, Command::facet, Command::histogram})
    EXPECT_EQ(answer(command, Format::text, kPipe, testing::empty_results()), "No articles match.\n");
  EXPECT_EQ(answer(Command::count, Format::text, kPipe, testing::empty_results()), "0\n");
  expect_golden("empty.json", answer(Command::search, Format::json, kPipe, testing::empty_results()));
}

TEST(Render, ExplanationArticleAndInfoAreAsInTheGoldenFiles) {
  Options options;
  std::ostringstream text;
  write_explanation(text, options, testing::sample_explanation(), kPipe);
  expect_golden("explain.txt", text.str());
  text.str("");
  write_article(text, options, testing::sample_article(), kPipe);
  expect_golden("show.txt", text.str());
  text.str("");
  write_index_text(text, testing::sample_info(), kPipe);
  expect_golden("info-index.txt", text.str());
  text.str("");
  write_coverage_text(text, testing::sample_info(), kPipe);
  expect_golden("info-coverage.txt", text.str());
  text.str("");
  write_fields_text(text, testing::sample_fields(), kPipe);
  expect_golden("info-fields.txt", text.str());
}

TEST(Render, ExplanationArticleInfoAndErrorAreAsInTheGoldenJson) {
  Options options;
  options.format = Format::json;
  std::ostringstream text;
  write_explanation(text, options, testing::sample_explanation(), kPipe);
  expect_golden("explain.json", text.str());
  text.str("");
  write_article(text, options, testing::sample_article(), kPipe);
  expect_golden("show.json", text.str());
  expect_golden("info-index.json", program::json_text(index_json(testing::sample_info())) + "\n");
  expect_golden("info-coverage.json", program::json_text(coverage_json(testing::sample_info())) + "\n");
  expect_golden("info-fields.json", program::json_text(fields_json(testing::sample_fields())) + "\n");
  const Error wrong{Errc::query, "query: this quote is never closed", "close it with \"", Span{8, 20}};
  expect_golden("error.json", program::json_text(error_json(wrong)) + "\n");
  const Error missing{Errc::archive_not_found, "x.idx: no archive", "", {}};
  expect_golden("error-without-place.json", program::json_text(error_json(missing)) + "\n");
}

TEST(Render, SearchWithExplanationCarriesItInJson) {
  const auto explanation = testing::sample_explanation();
  expect_golden("search-explained.json",
                program::json_text(results_json(testing::sample_results(), &explanation)) + "\n");
}

TEST(Render, BatchLinesCarryTheQueryId) {
  std::ostringstream out;
  write_results_jsonl(out, testing::sample_results(), nullptr, "q7");
  std::istringstream lines(out.str());
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) EXPECT_EQ(Json::parse(line)["query_id"], "q7") << line;
  EXPECT_EQ(count, 1U + 4U + 2U + 1U + 1U);
}

TEST(Render, TrecLinesHaveSixWordsWhateverTheId) {
  std::ostringstream out;
  SearchResults results = testing::sample_results();
  results.hits[0].id = "a b%\tc";
  write_trec(out, results, "q 1", "run-1");
  std::istringstream lines(out.str());
  std::string line;
  ASSERT_TRUE(std::getline(lines, line));
  EXPECT_EQ(line, "q%201 Q0 a%20b%25%09c 1 7.314159 run-1");
  for (; std::getline(lines, line);) EXPECT_EQ(std::count(line.begin(), line.end(), ' '), 5) << line;
}

// Bytes of a terminal's command language, and the overrides that turn text around.
bool is_harmless(const std::string& text) {
  for (const unsigned char c : text)
    if ((c < 0x20 && c != '\n') || c == 0x7F) return false;
  for (const char* sequence : {"\xC2\x9B", "\xC2\x9D", "\xE2\x80\xAE", "\xE2\x81\xA6"})
    if (text.find(sequence) != std::string::npos) return false;
  return true;
}

TEST(Render, NothingFromAnArticleCommandsTheTerminal) {
  for (const auto format : {Format::text, Format::json, Format::jsonl, Format::csv, Format::ids})
    EXPECT_TRUE(is_harmless(answer(Command::search, format, kPlainTerminal, testing::sample_results())))
        << static_cast<int>(format);
  Options options;
  std::ostringstream article;
  write_article(article, options, testing::sample_article(), kPlainTerminal);
  EXPECT_TRUE(is_harmless(article.str())) << article.str();
}

TEST(Render, TextInAPipeIsHarmlessAndHasNoColour) {
  EXPECT_TRUE(is_harmless(answer(Command::search, Format::text, kPipe, testing::sample_results())));
}

TEST(Render, CsvFieldIsOneLineQuotedWhereItMustBe) {
  EXPECT_EQ(csv_field("a,b"), "\"a,b\"");
  EXPECT_EQ(csv_field("say \"hi\"\nnow"), "\"say \"\"hi\"\" now\"");
  EXPECT_EQ(csv_field("plain"), "plain");
}

TEST(Render, AdviceIsSaidInSentences) {
  SearchResults results;
  std::ostringstream out;
  write_advice_text(out, results);
  EXPECT_EQ(out.str(), "");
  results.why_empty = {"No article matches fery\x1b on its own.", "Another reason."};
  results.did_you_mean = Correction{"ferry", 1};
  write_advice_text(out, results);
  EXPECT_EQ(
      out.str(),
      "No article matches fery\xef\xbf\xbd on its own.\nAnother reason.\nDid you mean ferry? 1 article matches.\n");
}

TEST(Render, SuggestionsComeByKind) {
  const std::vector<Suggestion> suggestions = {{Suggestion::Kind::word, "harbour", 12, "harbour"},
                                               {Suggestion::Kind::entity, "Harbour, \"Board\"", 3, "entity:x"}};
  std::ostringstream text;
  write_suggestions_text(text, suggestions, kPipe);
  EXPECT_TRUE(is_harmless(text.str()));
  EXPECT_NE(text.str().find("word\n  harbour"), std::string::npos) << text.str();
  EXPECT_NE(text.str().find("entity\n  Harbour, \"Board\""), std::string::npos) << text.str();
  std::ostringstream csv;
  write_suggestions_csv(csv, suggestions);
  EXPECT_EQ(csv.str(),
            "kind,value,count,query\nword,harbour,12,harbour\nentity,\"Harbour, \"\"Board\"\"\",3,entity:x\n");
}

TEST(Render, BucketsAreNamedByTheirUnit) {
  EXPECT_EQ(bucket_label(DateUnit::day, 19849), "2024-05-06");
  EXPECT_EQ(bucket_label(DateUnit::week, 19849), "2024-05-06");
  EXPECT_EQ(bucket_label(DateUnit::month, 19844), "2024-05");
  EXPECT_EQ(bucket_label(DateUnit::year, 19723), "2024");
}

TEST(Layout, WrapsBetweenWordsAndBetweenWideCharacters) {
  Style narrow;
  narrow.width = 24;
  const std::vector<Span> none;
  EXPECT_EQ(wrapped({"one two three four five six", none, Emphasis::marks_only, {}}, 4, narrow),
            "one two three four\n    five six\n");
  EXPECT_EQ(wrapped({"港湾フェリーは一週間の修理", none, Emphasis::marks_only, {}}, 4, narrow),
            "港湾フェリーは一週間\n    の修理\n");
  EXPECT_EQ(wrapped({"abcdefghijklmnopqrstuvwxyz", none, Emphasis::marks_only, {}}, 4, narrow),
            "abcdefghijklmnopqrst\n    uvwxyz\n");
  EXPECT_EQ(wrapped({" \n ", none, Emphasis::marks_only, {}}, 4, narrow), "");
}

TEST(Layout, NoLineIsWiderThanTheTerminal) {
  const std::string text = answer(Command::search, Format::text, kPlainTerminal, testing::sample_results());
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) EXPECT_LE(program::display_width(line), 60U) << line;
}

TEST(Layout, TheLongestBarBelongsToTheGreatestCount) {
  const std::string drawn = bars({{"a", 10}, {"b", 5}, {"c", 0}, {"(unknown)", 99}}, 3, kPipe);
  std::vector<unsigned> widths;
  std::istringstream lines(drawn);
  for (std::string line; std::getline(lines, line);) widths.push_back(program::display_width(line));
  ASSERT_EQ(widths.size(), 4U);
  EXPECT_GT(widths[0], widths[1]);
  EXPECT_GT(widths[1], widths[2]);
  EXPECT_EQ(widths[2], widths[3]);
}

}  // namespace
}  // namespace newshound::search_cli
