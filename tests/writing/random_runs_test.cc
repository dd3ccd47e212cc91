// Random runs of every act against the naive oracle: after each commit the archive holds what the map holds.
#include "tests/writing/archive_under_test.h"

#include <gtest/gtest.h>

#include <utility>

namespace newshound::writing {
namespace {

using format::pick;
using format::Random;

class RandomRuns {
 public:
  explicit RandomRuns(std::uint64_t seed) : random_(seed) {}

  void run(int commits) {
    for (int i = 0; i < commits; ++i) {
      switch (pick(random_, 9)) {
        case 0:
          compact_it();
          break;
        case 1:
          write(IndexMode::rebuild);
          break;
        case 2:
          drop();
          break;
        default:
          write(IndexMode::update);
      }
      archive_.expect(expected_);
      if (testing::Test::HasFailure()) return;
    }
  }

 private:
  // Long ones now and then, so that small segments fill up while the run goes on.
  Article any_article() {
    auto article = format::random_article(random_, "id-" + std::to_string(pick(random_, 60)));
    if (!article.day && article.published.known()) article.day = 19849;  // as put() does
    if (pick(random_, 20) == 0) article.body += format::random_text(random_, 20000);
    return article;
  }

  void act(Indexer& indexer, Articles& articles) {
    if (pick(random_, 4) == 0) {
      const auto id = "id-" + std::to_string(pick(random_, 60));
      const auto removed = indexer.remove(id);
      ASSERT_TRUE(removed) << removed.error().message;
      ASSERT_EQ(*removed, articles.erase(id) == 1) << id;
      return;
    }
    const auto article = any_article();
    const auto outcome = indexer.put(article);
    ASSERT_TRUE(outcome) << outcome.error().message;
    ASSERT_EQ(*outcome != PutOutcome::indexed, articles.contains(article.id)) << article.id;
    articles[article.id] = article;
  }

  void write(IndexMode mode) {
    auto indexer = archive_.open(little_memory(mode));
    if (mode == IndexMode::rebuild) expected_.clear();
    for (std::size_t commits = 1 + pick(random_, 2); commits > 0; --commits) {
      for (std::size_t acts = pick(random_, 50); acts > 0; --acts) act(indexer, expected_);
      const auto report = indexer.commit();
      ASSERT_TRUE(report) << report.error().message;
      ASSERT_EQ(report->articles, expected_.size());
      expect_balanced(*report);
    }
  }

  [[nodiscard]] bool is_there() const { return std::filesystem::exists(archive_.paths().manifest()); }

  void drop() {
    if (!is_there()) return write(IndexMode::update);
    auto indexer = archive_.open(little_memory());
    auto dropped = expected_;
    for (std::size_t acts = pick(random_, 50); acts > 0; --acts) act(indexer, dropped);
  }

  void compact_it() {
    if (!is_there()) return write(IndexMode::update);
    const auto generation = compact(archive_.path());
    ASSERT_TRUE(generation) << generation.error().message;
    ASSERT_LE(generation->segments, 1U);
  }

  Random random_;
  ArchiveUnderTest archive_;
  Articles expected_;
};

TEST(RandomRuns, EqualTheOracleAfterEachCommit) {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomRuns(seed).run(14);
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace newshound::writing
