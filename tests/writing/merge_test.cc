// Merging many small segments: more than are opened at once, and of some of them nothing is left alive.
#include "indexer/writing/merge.h"

#include "indexer/format/record.h"
#include "indexer/writing/segment_builder.h"
#include "tests/writing/archive_under_test.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>

namespace newshound::writing {
namespace {

class MergeTest : public testing::Test {
 protected:
  static constexpr std::uint32_t kRows = 3;

  static std::string id(std::size_t segment, std::uint32_t document) {
    return std::to_string(segment) + "-" + std::to_string(document);
  }

  // Segments of kRows articles each; those of which `dies` says so are dead.
  std::vector<MergeInput> build(std::size_t count, const std::function<bool(std::size_t, std::uint32_t)>& dies) {
    std::vector<MergeInput> inputs;
    DocumentMaker maker;
    for (std::size_t i = 0; i < count; ++i) {
      SegmentBuilder builder(directory_ / ("small-" + std::to_string(i)), maker);
      std::vector<std::uint32_t> dead;
      for (std::uint32_t document = 1; document <= kRows; ++document) {
        builder.add(small_article(id(i, document), "text"), 1, 0);
        if (dies(i, document)) dead.push_back(document);
      }
      const auto built = builder.finish();
      inputs.push_back({built.index, built.columns, built.store, dead});
    }
    return inputs;
  }

  // Ids alive in what was written, read from the stored records and checked against the columns.
  static std::set<std::string> ids_of(const MergeOutput& output) {
    std::set<std::string> ids;
    const format::Columns columns(output.columns);
    const format::ArticleStore store(output.store);
    EXPECT_EQ(store.rows(), columns.rows());
    for (std::uint32_t row = 0; row < columns.rows(); ++row) {
      if (!columns.present(row)) continue;
      const auto article = store.article(row);
      EXPECT_EQ(columns.id(row), article.id);
      EXPECT_TRUE(ids.insert(article.id).second);
    }
    EXPECT_EQ(ids.size(), output.articles);
    EXPECT_EQ(columns.rows(), output.rows);
    return ids;
  }

  void expect_merge(std::size_t count, const std::function<bool(std::size_t, std::uint32_t)>& dies) {
    std::set<std::string> expected;
    for (std::size_t i = 0; i < count; ++i)
      for (std::uint32_t document = 1; document <= kRows; ++document)
        if (!dies(i, document)) expected.insert(id(i, document));
    const auto output = merge(build(count, dies), directory_ / "merged", directory_ / "scratch");
    EXPECT_EQ(ids_of(output), expected);
    EXPECT_FALSE(std::filesystem::exists(directory_ / "scratch"));
  }

  format::TemporaryDirectory directory_;
};

TEST_F(MergeTest, OfOneSegmentIsThatSegment) {
  expect_merge(1, [](auto, auto) { return false; });
}

TEST_F(MergeTest, FoldsDeadDocumentsAwayWhereverTheyAre) {
  for (std::uint32_t bits = 0; bits + 1 < (1U << (2 * kRows)); ++bits) {
    SCOPED_TRACE(bits);
    expect_merge(2, [&](std::size_t segment, std::uint32_t document) {
      return ((bits >> (segment * kRows + document - 1)) & 1U) != 0;
    });
    std::filesystem::remove_all(directory_ / "merged");
    std::filesystem::remove_all(directory_ / "small-0");
    std::filesystem::remove_all(directory_ / "small-1");
  }
}

TEST_F(MergeTest, OfMoreSegmentsThanAreOpenedAtOnceKeepsAll) {
  expect_merge(2 * kMergeWidth + 3,
               [](std::size_t segment, std::uint32_t document) { return segment % 5 == 0 && document == 2; });
}

TEST_F(MergeTest, OfMoreSegmentsThanAreOpenedAtOnceMayFindAWholePartDead) {
  expect_merge(kMergeWidth + 2, [](std::size_t segment, auto) { return segment < kMergeWidth; });
}

TEST_F(MergeTest, WritesNothingIfNothingIsAlive) {
  for (const std::size_t count : {std::size_t{0}, std::size_t{2}}) {
    const auto output =
        merge(build(count, [](auto, auto) { return true; }), directory_ / "merged", directory_ / "scratch");
    EXPECT_EQ(output.rows, 0U);
    EXPECT_FALSE(std::filesystem::exists(output.index));
    EXPECT_FALSE(std::filesystem::exists(output.columns));
  }
}

}  // namespace
}  // namespace newshound::writing
