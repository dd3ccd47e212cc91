#include "indexer/format/record.h"

#include "indexer/format/guard.h"
#include "tests/format/random_article.h"

#include <gtest/gtest.h>

#include <functional>
#include <utility>

namespace newshound::format {
namespace {

Article ferry() {
  Article article;
  article.id = "gazette-1";
  article.title = "Ferry resumes service";
  article.body = "The harbour ferry resumed service on Monday.\n";
  article.outlet = "Harbour Gazette";
  article.published = "2024-05-06T09:30:00+02:00";
  article.byline = Field("Mara Velden", Standing::stated, "line 2");
  article.section = "local";
  article.url = "https://gazette.example/ferry";
  article.language = "en";
  article.entities = {{"Mara Velden", EntityType::person}, {"Port Almeda", {}}};
  article.day = 19849;
  article.source = "gazette.jsonl";
  article.line = 7;
  article.dropped = {{3, "Photo: harbour", "photo credit"}};
  return article;
}

// The meta is all but the body.
Article without_body(Article article) {
  article.body.clear();
  return article;
}

bool is_refused(std::string_view meta) {
  try {
    (void)decode_meta(meta);
    return false;
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.error().code, Errc::damaged);
    return true;
  }
}

TEST(Meta, GivesBackEveryFieldOfAnArticle) {
  EXPECT_EQ(printed(decode_meta(encode_meta(ferry()))), printed(without_body(ferry())));
  Article empty;
  empty.id = "x";
  EXPECT_EQ(printed(decode_meta(encode_meta(empty))), printed(empty));
}

TEST(Meta, GivesBackRandomArticles) {
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    const auto article = random_article(random, "article \"" + std::to_string(seed) + "\"\n");
    ASSERT_EQ(printed(decode_meta(encode_meta(article))), printed(without_body(article)));
  }
}

TEST(Meta, DamagedTextIsRefused) {
  for (const char* meta : {"", "{]", "[]", "{}", R"({"id":1})", R"({"id":""})", R"({"id":"","title":"","line":1e99})"})
    EXPECT_TRUE(is_refused(meta)) << meta;
}

TEST(Meta, TruncatedIsRefused) {
  const auto meta = encode_meta(ferry());
  for (std::size_t size = 0; size < meta.size(); ++size) EXPECT_TRUE(is_refused(meta.substr(0, size))) << size;
}

TEST(Meta, FlippedBitsAreRefusedOrReadAsAnotherArticle) {
  for (std::uint64_t seed = 1; seed <= 5000; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    auto meta = encode_meta(ferry());
    meta[pick(random, meta.size() - 1)] ^= static_cast<char>(1U << pick(random, 7));
    EXPECT_TRUE(is_refused(meta) || printed(decode_meta(meta)) != printed(without_body(ferry())));
  }
}

using Change = std::pair<const char*, std::function<void(Article&)>>;

TEST(ContentHash, DiffersWhenWhatTheArticleSaysDiffers) {
  const std::vector<Change> changes = {
      {"id", [](Article& a) { a.id += "0"; }},
      {"title", [](Article& a) { a.title += "."; }},
      {"body", [](Article& a) { a.body += " "; }},
      {"outlet", [](Article& a) { a.outlet = "Harbour Post"; }},
      {"outlet unknown", [](Article& a) { a.outlet = {}; }},
      {"published", [](Article& a) { a.published = "2024-05-07"; }},
      {"byline", [](Article& a) { a.byline.value = "Ole Brandt"; }},
      {"standing", [](Article& a) { a.byline.standing = Standing::derived; }},
      {"evidence", [](Article& a) { a.byline.evidence = "line 3"; }},
      {"section", [](Article& a) { a.section = "sport"; }},
      {"url", [](Article& a) { a.url.value += "?1"; }},
      {"language", [](Article& a) { a.language = "de"; }},
      {"entity", [](Article& a) { a.entities.pop_back(); }},
      {"entity type", [](Article& a) { a.entities[1].type = EntityType::place; }},
      {"entity order", [](Article& a) { std::swap(a.entities[0], a.entities[1]); }},
      {"day", [](Article& a) { a.day = 19850; }},
      {"no day", [](Article& a) { a.day.reset(); }},
      // The end of one field and the start of the next
      {"title to body",
       [](Article& a) {
         a.body = "service" + a.body;
         a.title.resize(a.title.size() - 7);
       }},
  };
  for (const auto& [name, change] : changes) {
    auto changed = ferry();
    change(changed);
    EXPECT_NE(content_hash(changed), content_hash(ferry())) << name;
  }
}

TEST(ContentHash, DoesNotDependOnWhereTheArticleWasFound) {
  const std::vector<Change> changes = {
      {"source", [](Article& a) { a.source = "other.jsonl"; }},
      {"line", [](Article& a) { a.line = 8; }},
      {"no line", [](Article& a) { a.line.reset(); }},
      {"dropped", [](Article& a) { a.dropped.clear(); }},
  };
  for (const auto& [name, change] : changes) {
    auto changed = ferry();
    change(changed);
    EXPECT_EQ(content_hash(changed), content_hash(ferry())) << name;
  }
}

// A second run over the same source is told from a change by this number: it must be the same in every version.
TEST(ContentHash, NeverChanges) { EXPECT_EQ(content_hash(ferry()), 14180959021400381898ULL); }

}  // namespace
}  // namespace newshound::format
