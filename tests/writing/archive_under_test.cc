#include "tests/writing/archive_under_test.h"

#include "indexer/format/columns.h"
#include "indexer/format/record.h"
#include "indexer/format/segment.h"
#include "indexer/format/stored_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>

namespace newshound::writing {
namespace {

using format::ColumnId;

std::vector<std::string> facet_values(const Article& article, ColumnId column) {
  std::set<std::string> values;
  const auto take = [&](const Field& field) {
    if (field.known()) values.insert(field.value);
  };
  if (column == ColumnId::outlet) take(article.outlet);
  if (column == ColumnId::section) take(article.section);
  if (column == ColumnId::language) take(article.language);
  if (column == ColumnId::byline) take(article.byline);
  for (const auto& [name, type] : article.entities)
    if (column == ColumnId::entity || (column == ColumnId::person && type == EntityType::person) ||
        (column == ColumnId::organization && type == EntityType::organization) ||
        (column == ColumnId::place && type == EntityType::place))
      values.insert(name);
  return {values.begin(), values.end()};
}

void expect_columns(const format::ColumnRow& row, const Article& article) {
  EXPECT_EQ(row.id, article.id);
  EXPECT_EQ(row.day, article.day.value_or(format::kNoDay));
  for (std::size_t i = 0; i < format::kFacetColumns.size(); ++i)
    EXPECT_EQ(row.values.at(i), facet_values(article, format::kFacetColumns.at(i)));
  // Of the article as it was put; tests give languages that understanding leaves as they are.
  EXPECT_EQ(row.content_hash, format::content_hash(article));
}

void read_segment(const format::Segment& segment, Articles& articles) {
  std::uint32_t alive = 0;
  for (std::uint32_t row = 0; row < segment.columns().rows(); ++row) {
    if (!segment.is_alive(row + 1)) continue;
    ++alive;
    const auto article = segment.store().article(row);
    SCOPED_TRACE(article.id);
    expect_columns(segment.columns().row(row), article);
    EXPECT_EQ(segment.find(article.id), row + 1);
    EXPECT_TRUE(articles.emplace(article.id, article).second) << "it is there twice";
  }
  EXPECT_EQ(alive, segment.entry().articles);
}

}  // namespace

Article small_article(const std::string& id, const std::string& text, const std::string& source) {
  Article article;
  article.id = id;
  article.title = "Headline of " + id;
  article.body = text + "\n";
  article.outlet = "Harbour Gazette";
  article.language = "en";
  article.source = source;
  return article;
}

Indexer ArchiveUnderTest::open(IndexOptions options) const {
  auto indexer = Indexer::open(path(), std::move(options));
  if (!indexer) throw std::runtime_error(indexer.error().message);
  return *std::move(indexer);
}

IndexReport ArchiveUnderTest::add(const std::vector<Article>& articles, IndexOptions options) const {
  auto indexer = open(std::move(options));
  for (const auto& article : articles) {
    const auto outcome = indexer.put(article);
    if (!outcome) throw std::runtime_error(outcome.error().message);
  }
  const auto report = indexer.commit();
  if (!report) throw std::runtime_error(report.error().message);
  expect_balanced(*report);
  return *report;
}

Articles ArchiveUnderTest::stored(const format::Manifest& manifest) const {
  Articles articles;
  for (const auto& entry : manifest.segments) read_segment(format::Segment(paths(), entry), articles);
  return articles;
}

void ArchiveUnderTest::expect(const Articles& expected) const {
  const auto current = manifest();
  const auto found = stored(current);
  EXPECT_EQ(current.articles(), expected.size());
  std::vector<std::string> wrong;
  for (const auto& [id, article] : expected) {
    const auto at = found.find(id);
    if (at == found.end() || format::printed(at->second) != format::printed(article)) wrong.push_back(id);
  }
  for (const auto& [id, article] : found)
    if (!expected.contains(id)) wrong.push_back(id);
  EXPECT_EQ(wrong, std::vector<std::string>{}) << "ids that are missing, other or too many";

  const auto verified = verify(path());
  ASSERT_TRUE(verified) << verified.error().message;
  EXPECT_EQ(verified->faults, std::vector<std::string>{});
  EXPECT_EQ(verified->leftovers, std::vector<std::string>{});
  EXPECT_EQ(verified->articles, expected.size());
}

std::map<std::string, std::string> ArchiveUnderTest::files() const {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path()))
    if (entry.is_regular_file() && entry.path() != paths().lock())
      files[entry.path().lexically_relative(path()).string()] = format::read_file(entry.path());
  return files;
}

IndexOptions little_memory(IndexMode mode) {
  IndexOptions options;
  options.mode = mode;
  options.memory = 64ULL << 20;
  options.threads = 4;  // 256 KiB of text in a small segment
  return options;
}

void expect_balanced(const IndexReport& report) {
  EXPECT_EQ(report.read, report.indexed + report.replaced + report.unchanged + report.rejected.size());
}

}  // namespace newshound::writing
