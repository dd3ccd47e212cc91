#include "indexer/format/article_store.h"

#include "indexer/format/guard.h"
#include "tests/format/exact_bytes.h"
#include "tests/format/random_article.h"
#include "tests/format/temporary_directory.h"

#include <gtest/gtest.h>

#include <optional>

namespace newshound::format {
namespace {

std::vector<Article> random_articles(Random& random, std::size_t count) {
  std::vector<Article> articles;
  for (std::size_t i = 0; i < count; ++i) articles.push_back(random_article(random, "id-" + std::to_string(i)));
  return articles;
}

std::string packed(const std::vector<Article>& articles) {
  ArticleStoreBuilder builder;
  for (const auto& article : articles) builder.add(article);
  return builder.bytes();
}

void expect_articles(const ArticleStore& store, const std::vector<Article>& articles) {
  ASSERT_EQ(store.rows(), articles.size());
  for (std::uint32_t row = 0; row < store.rows(); ++row) {
    SCOPED_TRACE("row " + std::to_string(row));
    EXPECT_EQ(printed(store.article(row)), printed(articles[row]));
    auto bare = articles[row];
    bare.body.clear();
    EXPECT_EQ(printed(store.without_body(row)), printed(bare));
  }
  EXPECT_NO_THROW(store.check_all());
}

// What was read of a row, or nothing if it was refused as damaged.
std::optional<std::string> read(const ArticleStore& store, std::uint32_t row) {
  try {
    return printed(store.article(row));
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.error().code, Errc::damaged);
    return {};
  }
}

bool is_found_by_check(const ArticleStore& store) {
  try {
    store.check_all();
    return false;
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.error().code, Errc::damaged);
    return true;
  }
}

// Every article of damaged bytes is the one that was written or is refused, and damage does not go unseen.
void expect_damage_is_found(std::string_view bytes, const std::vector<Article>& articles) {
  try {
    const ArticleStore store(bytes, "some/articles");
    EXPECT_LE(store.rows(), articles.size());
    EXPECT_TRUE(store.rows() < articles.size() || is_found_by_check(store));
    for (std::uint32_t row = 0; row < store.rows(); ++row)
      EXPECT_EQ(read(store, row).value_or(printed(articles[row])), printed(articles[row]));
  } catch (const Failure& failure) {
    EXPECT_TRUE(failure.error().code == Errc::damaged || failure.error().code == Errc::wrong_version);
    EXPECT_NE(failure.error().message.find("some/articles"), std::string::npos);
  }
}

TEST(ArticleStore, GivesBackWhatWasAdded) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    const auto articles = random_articles(random, seed - 1);  // none and one among them
    const auto bytes = packed(articles);
    expect_articles(ArticleStore(bytes, "articles"), articles);
  }
}

TEST(ArticleStore, EveryFlippedBitIsFoundAndGivesNoOtherArticle) {
  Random random(5);
  const auto articles = random_articles(random, 4);
  const auto bytes = packed(articles);
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    SCOPED_TRACE("bit " + std::to_string(bit));
    ExactBytes flipped(bytes);
    flipped[bit / 8] ^= static_cast<char>(1U << (bit % 8));
    expect_damage_is_found(flipped.view(), articles);
  }
}

TEST(ArticleStore, EveryTruncationAndAdditionIsRefused) {
  Random random(6);
  const auto bytes = packed(random_articles(random, 3));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const ExactBytes cut(std::string_view(bytes).substr(0, size));
    EXPECT_THROW(ArticleStore(cut.view(), "articles"), Failure) << size;
  }
  EXPECT_THROW(ArticleStore(bytes + '\0', "articles"), Failure);
}

TEST(ArticleStore, AnotherVersionIsRefusedByName) {
  auto bytes = packed({});
  bytes[8] = 2;
  try {
    const ArticleStore store(bytes, "some/articles");
    FAIL() << "it was read";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.error().code, Errc::wrong_version);
    EXPECT_NE(failure.error().message.find("some/articles"), std::string::npos);
    EXPECT_NE(failure.error().message.find("version 2"), std::string::npos);
  }
}

// Archives written today are read by every later version: a change is a new kArticleStoreVersion.
TEST(ArticleStore, BytesOfATableNeverChange) {
  EXPECT_EQ(packed({}), std::string("NHARTICL\1\0\0\0\0\0\0\0", 16));
  EXPECT_EQ(packed({Article(), Article()}).substr(0, 16), std::string("NHARTICL\1\0\0\0\2\0\0\0", 16));
}

class JoinArticleStores : public testing::Test {
 protected:
  std::filesystem::path store_of(const std::vector<Article>& articles) {
    const auto path = directory_ / ("store-" + std::to_string(count_++));
    write_new_file(path, packed(articles));
    return path;
  }

  std::string joined(const std::vector<std::filesystem::path>& stores) {
    const auto path = directory_ / "joined";
    join_article_stores(stores, path);
    return read_file(path);
  }

  TemporaryDirectory directory_;
  int count_ = 0;
};

TEST_F(JoinArticleStores, EqualsAStoreOfAllTheArticles) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    std::vector<std::filesystem::path> stores;
    std::vector<Article> all;
    for (std::size_t n = pick(random, 5); n > 0; --n) {
      const auto articles = random_articles(random, pick(random, 6));
      stores.push_back(store_of(articles));
      all.insert(all.end(), articles.begin(), articles.end());
    }
    EXPECT_EQ(joined(stores), packed(all));
  }
}

TEST_F(JoinArticleStores, CopiesADamagedArticleAsItIs) {
  Random random(7);
  const auto articles = random_articles(random, 3);
  const auto store_path = store_of(articles);
  auto bytes = read_file(store_path);
  bytes.back() ^= 1;
  replace_file(store_path, bytes);
  const auto both = joined({store_path, store_of(articles)});
  const ArticleStore store(both, "joined");
  EXPECT_EQ(read(store, 2), std::nullopt);
  for (const std::uint32_t row : {0, 1, 3, 4, 5}) EXPECT_EQ(read(store, row), printed(articles[row % 3]));
}

}  // namespace
}  // namespace newshound::format
