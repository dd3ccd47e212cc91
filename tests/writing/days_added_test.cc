// The day an article was added is the day its id came to the archive: it outlives replacing, rebuilding and compacting.
#include "indexer/format/segment.h"
#include "tests/writing/archive_under_test.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace newshound::writing {
namespace {

using Days = std::map<std::string, Day>;

IndexOptions on(Day today, IndexMode mode = IndexMode::update) {
  auto options = little_memory(mode);
  options.today = today;
  return options;
}

Days days_added(const ArchiveUnderTest& archive) {
  Days days;
  for (const auto& entry : archive.manifest().segments) {
    const format::Segment segment(archive.paths(), entry);
    for (std::uint32_t row = 0; row < entry.rows; ++row)
      if (segment.is_alive(row + 1)) days[std::string(segment.columns().id(row))] = segment.columns().added(row);
  }
  return days;
}

TEST(DaysAdded, AreOfTheFirstArticleOfAnId) {
  const ArchiveUnderTest archive;
  archive.add({small_article("a", "one"), small_article("b", "one")}, on(10));
  archive.add({small_article("b", "two"), small_article("c", "one")}, on(11));
  archive.add({small_article("a", "one"), small_article("c", "two"), small_article("c", "three")}, on(12));
  EXPECT_EQ(days_added(archive), (Days{{"a", 10}, {"b", 10}, {"c", 11}}));
}

TEST(DaysAdded, BeginAnewWhenAnIdWasGone) {
  const ArchiveUnderTest archive;
  archive.add({small_article("a", "one"), small_article("b", "one")}, on(10));
  {
    auto indexer = archive.open(on(11));
    ASSERT_TRUE(*indexer.remove("a"));
    ASSERT_TRUE(indexer.commit());
  }
  archive.add({small_article("a", "one")}, on(12));
  EXPECT_EQ(days_added(archive), (Days{{"a", 12}, {"b", 10}}));
}

TEST(DaysAdded, AreKeptByARebuild) {
  const ArchiveUnderTest archive;
  archive.add({small_article("a", "one"), small_article("b", "one")}, on(10));
  archive.add({small_article("b", "two"), small_article("c", "two"), small_article("d", "two")}, on(11));
  auto indexer = archive.open(on(12, IndexMode::rebuild));
  for (const auto& article : {small_article("a", "other"), small_article("b", "two"), small_article("d", "two"),
                              small_article("d", "again"), small_article("e", "new")})
    ASSERT_TRUE(indexer.put(article));
  ASSERT_TRUE(indexer.commit());
  EXPECT_EQ(days_added(archive), (Days{{"a", 10}, {"b", 10}, {"d", 11}, {"e", 12}}));
  ASSERT_TRUE(indexer.put(small_article("c", "two")));  // left out by the rebuild, so new
  ASSERT_TRUE(indexer.commit());
  EXPECT_EQ(days_added(archive)["c"], 12);
}

TEST(DaysAdded, AreKeptByCompacting) {
  const ArchiveUnderTest archive;
  archive.add({small_article("a", "one"), small_article("b", "one"), small_article("c", "one")}, on(10));
  archive.add({small_article("a", "two"), small_article("d", "one")}, on(11));
  const auto before = days_added(archive);
  ASSERT_TRUE(compact(archive.path()));
  EXPECT_EQ(archive.manifest().segments.size(), 1U);
  EXPECT_EQ(days_added(archive), before);
  EXPECT_EQ(before, (Days{{"a", 10}, {"b", 10}, {"c", 10}, {"d", 11}}));
}

}  // namespace
}  // namespace newshound::writing
