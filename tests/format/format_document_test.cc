// indexer/FORMAT.md is what others re-implement from: its tables say what schema.h says, no more and no less.
#include "indexer/format/analysis.h"
#include "indexer/format/article_store.h"
#include "indexer/format/columns.h"
#include "indexer/format/manifest.h"
#include "indexer/format/meta_dictionary.h"
#include "indexer/format/positions.h"
#include "indexer/format/schema.h"
#include "indexer/format/stored_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace newshound::format {
namespace {

using Row = std::vector<std::string>;

const std::string& document() {
  static const std::string kText = read_file(NEWSHOUND_SOURCE_DIR "/indexer/FORMAT.md");
  return kText;
}

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

// "| a | b |" -> {"a", "b"}
Row cells(const std::string& line) {
  Row row;
  std::istringstream in(line.substr(1));
  for (std::string cell; std::getline(in, cell, '|');) row.push_back(trimmed(cell));
  return row;
}

// Rows of the table whose head begins with these cells.
std::vector<Row> table(const Row& head) {
  std::vector<Row> rows;
  std::istringstream in(document());
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() != '|') {
      inside = false;
      continue;
    }
    const auto row = cells(line);
    if (inside && row.front().substr(0, 2) != "--") rows.push_back(row);
    inside = inside || (row.size() >= head.size() && std::equal(head.begin(), head.end(), row.begin()));
  }
  return rows;
}

const char* kind_name(FieldKind kind) {
  switch (kind) {
    case FieldKind::text:
      return "text";
    case FieldKind::value:
      return "value";
    case FieldKind::key:
      return "key";
    case FieldKind::like:
      return "like";
    case FieldKind::date:
      return "date";
    case FieldKind::number:
      return "number";
    case FieldKind::has:
      return "has";
  }
  return "";
}

TEST(FormatDocument, ListsEveryPrefixOfTheSchema) {
  std::set<Row> expected;
  for (const auto& field : kFields)
    if (!field.prefix.empty())
      expected.insert({std::string(field.name), std::string(field.prefix), kind_name(field.kind)});
  std::set<Row> found;
  for (auto row : table({"field", "prefix", "kind"})) {
    ASSERT_EQ(row.size(), 4U);
    row.pop_back();
    found.insert(row);
  }
  EXPECT_EQ(found, expected);
}

TEST(FormatDocument, ListsEveryColumnOfTheSchema) {
  // The names of the enumerators; a new one is missing here and in the document at once.
  const std::vector<std::pair<ColumnId, std::string>> names = {{ColumnId::content_hash, "content_hash"},
                                                               {ColumnId::day, "day"},
                                                               {ColumnId::outlet, "outlet"},
                                                               {ColumnId::entity, "entity"},
                                                               {ColumnId::person, "person"},
                                                               {ColumnId::organization, "organization"},
                                                               {ColumnId::place, "place"},
                                                               {ColumnId::section, "section"},
                                                               {ColumnId::language, "language"},
                                                               {ColumnId::byline, "byline"},
                                                               {ColumnId::id, "id"},
                                                               {ColumnId::added, "added"}};
  std::set<Row> expected;
  for (const auto& [column, name] : names) {
    std::string kind = cardinality_of(column) == Cardinality::many ? "4" : "3";
    if (column == ColumnId::content_hash) kind = "1";
    if (column == ColumnId::day || column == ColumnId::added) kind = "2";
    if (column == ColumnId::id) kind = "5";
    expected.insert({name, std::to_string(static_cast<std::uint32_t>(column)), kind});
  }
  const auto rows = table({"column", "number", "kind"});
  EXPECT_EQ(std::set<Row>(rows.begin(), rows.end()), expected);
}

// What the document says of columns, against the section table of a real file.
TEST(FormatDocument, ColumnsAreThoseOfAFile) {
  const auto bytes = ColumnsBuilder().bytes();
  const auto number_at = [&](std::size_t at) {
    std::uint32_t number = 0;
    for (unsigned i = 0; i < 4; ++i) number |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    return number;
  };
  std::set<std::pair<std::string, std::string>> written;
  for (std::uint32_t i = 0; i < number_at(16); ++i)
    written.emplace(std::to_string(number_at(24 + 24 * i)), std::to_string(number_at(28 + 24 * i)));
  std::set<std::pair<std::string, std::string>> documented;
  for (const auto& row : table({"column", "number", "kind"})) documented.emplace(row.at(1), row.at(2));
  EXPECT_EQ(documented, written);
}

TEST(FormatDocument, HasTheDictionaryOfMetas) {
  EXPECT_NE(document().find("```\n" + std::string(kMetaDictionary) + "\n```"), std::string::npos);
}

TEST(FormatDocument, NamesTheVersions) {
  std::set<std::string> found;
  for (const auto& row : table({"version", "stands in"})) found.insert(row.front());
  EXPECT_EQ(found,
            (std::set<std::string>{
                "`format`, " + std::to_string(kFormatVersion), "`analyser`, `" + std::string(kAnalyserVersion) + "`",
                "columns, " + std::to_string(kColumnsVersion), "positions, " + std::to_string(kPositionsVersion),
                "stored articles, " + std::to_string(kArticleStoreVersion)}));
}

TEST(FormatDocument, NamesEveryKeyOfAManifest) {
  Manifest manifest;
  manifest.segments.resize(1);
  manifest.segments.front().dead = StoredFile{};
  const auto text = encode_manifest(manifest);
  // Every key is a string before a colon.
  for (std::size_t at = text.find("\":"); at != std::string::npos; at = text.find("\":", at + 1)) {
    const auto begin = text.rfind('"', at - 1) + 1;
    const auto key = text.substr(begin, at - begin);
    EXPECT_TRUE(document().find("`" + key + "`") != std::string::npos ||
                document().find("\"" + key + "\":") != std::string::npos)
        << key;
  }
}

}  // namespace
}  // namespace newshound::format
