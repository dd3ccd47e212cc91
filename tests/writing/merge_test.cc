// Merging many small segments, more than are opened at once among them: the rows of all, in their order.
#include "indexer/writing/merge.h"

#include "indexer/format/article_store.h"
#include "indexer/format/columns.h"
#include "indexer/format/guard.h"
#include "indexer/format/stored_file.h"
#include "indexer/format/terms.h"
#include "indexer/writing/segment_builder.h"
#include "tests/writing/archive_under_test.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace newshound::writing {
namespace {

class MergeTest : public testing::Test {
 protected:
  // Segments of one to three articles each.
  std::vector<SegmentFiles> build(std::size_t count) {
    std::vector<SegmentFiles> inputs;
    for (std::size_t i = 0; i < count; ++i) {
      SegmentBuilder builder(directory_ / ("small-" + std::to_string(i)), maker_);
      for (std::size_t n = i % 3 + 1; n > 0; --n) {
        articles_.push_back(small_article(std::to_string(articles_.size()), "text of " + std::to_string(i)));
        builder.add(articles_.back(), articles_.size(), static_cast<Day>(articles_.size()) + 100, 0);
      }
      inputs.push_back(builder.finish().files);
    }
    return inputs;
  }

  SegmentFiles merged(std::size_t count) { return merge(build(count), directory_ / "merged", directory_ / "scratch"); }

  // Every article in its row of all three files.
  void expect_all(const SegmentFiles& files) {
    const format::Columns columns(files.columns);
    const format::ArticleStore store(files.store);
    const Xapian::Database database(files.index.string());
    ASSERT_EQ(columns.rows(), articles_.size());
    ASSERT_EQ(store.rows(), articles_.size());
    ASSERT_EQ(database.get_doccount(), articles_.size());
    for (std::uint32_t row = 0; row < columns.rows(); ++row) {
      EXPECT_EQ(columns.id(row), articles_[row].id);
      EXPECT_EQ(columns.content_hash(row), row + 1);
      EXPECT_EQ(columns.added(row), static_cast<Day>(row) + 101);
      EXPECT_EQ(format::printed(store.article(row)), format::printed(articles_[row]));
      EXPECT_EQ(*database.postlist_begin(format::value_term("Q", articles_[row].id)), row + 1);
    }
    EXPECT_FALSE(std::filesystem::exists(directory_ / "scratch"));
  }

  format::TemporaryDirectory directory_;
  DocumentMaker maker_;
  std::vector<Article> articles_;
};

TEST_F(MergeTest, OfOneSegmentIsThatSegment) { expect_all(merged(1)); }

TEST_F(MergeTest, OfAFewStandsInTheirOrder) { expect_all(merged(7)); }

TEST_F(MergeTest, OfAsManyAsAreOpenedAtOnceStandsInTheirOrder) { expect_all(merged(kMergeWidth)); }

TEST_F(MergeTest, OfMoreThanAreOpenedAtOnceStandsInTheirOrder) { expect_all(merged(2 * kMergeWidth + 3)); }

TEST_F(MergeTest, IsGivenUpWhenTheCheckpointThrows) {
  const auto inputs = build(kMergeWidth + 2);
  bool is_done = false;
  std::size_t asked = 0;
  for (int most = 0; !is_done; ++most) {
    const auto stop = [&, left = most]() mutable {
      if (left-- == 0) throw std::runtime_error("stop");
    };
    try {
      (void)merge(inputs, directory_ / "merged", directory_ / "scratch", stop);
      is_done = true;
    } catch (const std::runtime_error&) {
      ++asked;
    }
    for (const char* written : {"merged", "scratch"})
      if (!is_done) std::filesystem::remove_all(directory_ / written);
  }
  EXPECT_GT(asked, kMergeWidth) << "at least once for each input";
}

// An article that cannot be unpacked must not keep the others from being merged.
TEST_F(MergeTest, CopiesWhatIsStoredWithoutUnpackingIt) {
  const auto inputs = build(2);
  auto bytes = format::read_file(inputs.front().store);
  bytes.back() ^= 1;
  format::replace_file(inputs.front().store, bytes);
  const auto files = merge(inputs, directory_ / "merged", directory_ / "scratch");
  const format::ArticleStore store(files.store);
  EXPECT_THROW((void)store.article(0), format::Failure);
  EXPECT_EQ(format::printed(store.article(1)), format::printed(articles_[1]));
}

}  // namespace
}  // namespace newshound::writing
