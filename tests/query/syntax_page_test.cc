// The user's page promises no more than the parser does. Every code span in the first column of a table is an example
// that is understood.
#include "indexer/format/dates.h"
#include "indexer/format/schema.h"
#include "searcher/query/parser.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

namespace newshound::query {
namespace {

struct Example {
  std::string text;
  std::string row;
  std::string section;
};

// "| `ferry \| tram` | the same |" -> "ferry | tram"; empty for other lines.
std::string first_code_span(const std::string& line) {
  if (line.rfind("| `", 0) != 0) return {};
  std::string text = line.substr(3, line.find("` |") - 3);
  for (auto at = text.find("\\|"); at != std::string::npos; at = text.find("\\|", at)) text.erase(at, 1);
  return text;
}

std::vector<Example> examples_of_page() {
  std::ifstream page(NEWSHOUND_SOURCE_DIR "/searcher/QUERY_SYNTAX.md");
  std::vector<Example> examples;
  std::string section;
  for (std::string line; std::getline(page, line);) {
    if (line.rfind("## ", 0) == 0) section = line.substr(3);
    if (auto text = first_code_span(line); !text.empty()) examples.push_back({text, line, section});
  }
  return examples;
}

Result<ParsedQuery> read(const std::string& text, Match match = Match::all) {
  return parse(text, {.match = match, .today = *format::make_day(2024, 5, 6)});
}

TEST(QuerySyntaxPage, EveryExampleIsUnderstood) {
  const auto examples = examples_of_page();
  ASSERT_GT(examples.size(), 100u);
  for (const auto& example : examples) {
    const auto parsed = read(example.text);
    EXPECT_TRUE(parsed) << example.text << ": " << parsed.error().message;
  }
}

TEST(QuerySyntaxPage, MatchAnyExamplesReadAsTheirSecondColumn) {
  std::size_t seen = 0;
  for (const auto& example : examples_of_page()) {
    if (example.section != "Any of the words") continue;
    const auto parsed = read(example.text, Match::any);
    ASSERT_TRUE(parsed) << example.text;
    EXPECT_NE(example.row.find("| " + parsed->canonical + " |"), std::string::npos) << parsed->canonical;
    ++seen;
  }
  EXPECT_EQ(seen, 3u);
}

TEST(QuerySyntaxPage, TheFieldTableIsTheSchema) {
  std::vector<std::string> rows;
  for (const auto& example : examples_of_page())
    if (example.section == "Fields") rows.push_back(example.row);
  for (const auto& field : format::kFields) {
    std::string aliases;
    for (const auto alias : field.aliases)
      if (!alias.empty()) aliases += (aliases.empty() ? "" : ", ") + std::string(alias);
    const std::string row = "| `" + std::string(field.example) + "` | " + std::string(field.name) + " | " +
                            (aliases.empty() ? "" : aliases + " ") + "| " + std::string(field.help) + " |";
    EXPECT_NE(std::find(rows.begin(), rows.end(), row), rows.end()) << row;
  }
}

TEST(QuerySyntaxPage, EveryExampleOfTheSchemaUsesItsField) {
  for (const auto& field : format::kFields) {
    const auto parsed = read(std::string(field.example));
    ASSERT_TRUE(parsed) << field.example << ": " << parsed.error().message;
    EXPECT_EQ(field.example.substr(0, field.name.size() + 1), std::string(field.name) + ":");
    for (const auto alias : field.aliases) {
      if (alias.empty()) continue;
      const auto by_alias = read(std::string(alias) + std::string(field.example.substr(field.name.size())));
      ASSERT_TRUE(by_alias) << alias;
      EXPECT_TRUE(by_alias->ast == parsed->ast) << alias;
    }
  }
}

}  // namespace
}  // namespace newshound::query
