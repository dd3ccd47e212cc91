// What one Indexer does: what each put is counted as, and what becomes visible when.
#include "indexer/format/record.h"
#include "indexer/format/segment.h"
#include "indexer/format/stored_file.h"
#include "tests/writing/archive_under_test.h"

#include <gtest/gtest.h>

#include <limits>

namespace newshound::writing {
namespace {

TEST(Put, CountsNewChangedAndUnchangedArticles) {
  const ArchiveUnderTest archive;
  const auto first = archive.add({small_article("a", "one"), small_article("b", "two")});
  EXPECT_EQ(first.indexed, 2U);
  EXPECT_EQ(first.generation, 1U);
  EXPECT_EQ(first.articles, 2U);
  EXPECT_EQ(first.archive_bytes, archive.manifest().bytes());

  const auto second =
      archive.add({small_article("a", "one"), small_article("b", "two, changed"), small_article("c", "three")});
  EXPECT_EQ(second.read, 3U);
  EXPECT_EQ(second.indexed, 1U);
  EXPECT_EQ(second.replaced, 1U);
  EXPECT_EQ(second.replaced_across_sources, 0U);
  EXPECT_EQ(second.unchanged, 1U);
  EXPECT_EQ(second.articles, 3U);
  EXPECT_EQ(second.generation, 2U);
  archive.expect({{"a", small_article("a", "one")},
                  {"b", small_article("b", "two, changed")},
                  {"c", small_article("c", "three")}});
}

TEST(Put, SaysWhatBecameOfEachArticle) {
  const ArchiveUnderTest archive;
  archive.add({small_article("a", "one")});
  auto indexer = archive.open();
  EXPECT_EQ(*indexer.put(small_article("a", "one")), PutOutcome::unchanged);
  EXPECT_EQ(*indexer.put(small_article("b", "one")), PutOutcome::indexed);
  EXPECT_EQ(*indexer.put(small_article("b", "one")), PutOutcome::unchanged);
  EXPECT_EQ(*indexer.put(small_article("b", "two")), PutOutcome::replaced);
  EXPECT_EQ(*indexer.put(small_article("a", "two")), PutOutcome::replaced);
}

TEST(Put, LastOfTheSameIdInARunWins) {
  const ArchiveUnderTest archive;
  const auto report = archive.add({small_article("a", "first", "x.jsonl"), small_article("a", "second", "x.jsonl"),
                                   small_article("a", "third", "y.jsonl"), small_article("b", "other", "y.jsonl")});
  EXPECT_EQ(report.indexed, 2U);
  EXPECT_EQ(report.replaced, 2U);
  EXPECT_EQ(report.replaced_across_sources, 1U);
  EXPECT_EQ(report.articles, 2U);
  archive.expect({{"a", small_article("a", "third", "y.jsonl")}, {"b", small_article("b", "other", "y.jsonl")}});
}

TEST(Put, GoingBackToTheStoredTextWithinARunKeepsOneArticle) {
  const ArchiveUnderTest archive;
  archive.add({small_article("a", "one")});
  archive.add({small_article("a", "two"), small_article("a", "one")});
  archive.expect({{"a", small_article("a", "one")}});
  archive.add({small_article("a", "two"), small_article("a", "one"), small_article("b", "new")});
  archive.expect({{"a", small_article("a", "one")}, {"b", small_article("b", "new")}});
  archive.add({small_article("a", "two"), small_article("a", "one"), small_article("a", "three")});
  archive.expect({{"a", small_article("a", "three")}, {"b", small_article("b", "new")}});
}

// A source that holds one id twice gives the same archive at every run, so the second run must make no generation.
TEST(Put, AnIdThatASourceHoldsTwiceChangesNothingTheSecondTime) {
  const ArchiveUnderTest archive;
  const std::vector<Article> source = {small_article("a", "one", "x.jsonl"), small_article("a", "two", "y.jsonl"),
                                       small_article("a", "three", "y.jsonl"), small_article("b", "other", "y.jsonl")};
  const auto first = archive.add(source);
  EXPECT_EQ(first.replaced, 2U);
  const auto files = archive.files();
  const auto second = archive.add(source);
  EXPECT_EQ(second.generation, first.generation);
  EXPECT_EQ(second.unchanged, 4U);
  EXPECT_EQ(second.replaced, 0U);
  EXPECT_EQ(second.replaced_across_sources, 0U);
  EXPECT_EQ(archive.files(), files);
  archive.expect({{"a", source[2]}, {"b", source[3]}});
}

TEST(Put, ReplacementFromAnotherSourceIsCountedAfterACommitOfTheRunToo) {
  const ArchiveUnderTest archive;
  auto indexer = archive.open();
  ASSERT_TRUE(indexer.put(small_article("a", "one", "x.jsonl")));
  ASSERT_TRUE(indexer.commit());
  ASSERT_TRUE(indexer.put(small_article("a", "two", "y.jsonl")));
  const auto report = indexer.commit();
  ASSERT_TRUE(report);
  EXPECT_EQ(report->replaced, 1U);
  EXPECT_EQ(report->replaced_across_sources, 1U);
}

TEST(Put, FillsTheDayFromWhatWasPublished) {
  const ArchiveUnderTest archive;
  auto article = small_article("a", "one");
  article.published = "2024-05-06T09:30:00+02:00";
  archive.add({article});
  EXPECT_EQ(archive.stored().at("a").day, Day{19849});
}

TEST(Put, AnArticleTooLongForTheMemoryIsRejected) {
  const ArchiveUnderTest archive;
  const auto options = little_memory(IndexMode::update);
  const auto longest = longest_article(options.memory);
  auto indexer = Indexer::open(archive.path(), options);
  ASSERT_TRUE(indexer) << indexer.error().message;
  auto article = small_article("fits", "");
  article.body.assign(longest - article.title.size(), 'x');
  EXPECT_TRUE(indexer->put(article));
  article.id = "does not";
  article.body += 'x';
  const auto outcome = indexer->put(article);
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().code, Errc::rejected);
  EXPECT_NE(outcome.error().message.find("longer than " + std::to_string(longest)), std::string::npos);
}

TEST(Remove, TakesStoredAndNewArticlesAway) {
  const ArchiveUnderTest archive;
  archive.add({small_article("a", "one"), small_article("b", "two")});
  auto indexer = archive.open();
  ASSERT_TRUE(indexer.put(small_article("c", "three")));
  EXPECT_TRUE(*indexer.remove("a"));
  EXPECT_FALSE(*indexer.remove("a"));
  EXPECT_TRUE(*indexer.remove("c"));
  EXPECT_FALSE(*indexer.remove("c"));
  EXPECT_FALSE(*indexer.remove("none"));
  const auto report = indexer.commit();
  ASSERT_TRUE(report);
  EXPECT_EQ(report->removed, 2U);
  EXPECT_EQ(report->articles, 1U);
  archive.expect({{"b", small_article("b", "two")}});
}

TEST(Remove, OfAllArticlesLeavesAnEmptyArchive) {
  const ArchiveUnderTest archive;
  archive.add({small_article("a", "one")});
  auto indexer = archive.open();
  EXPECT_TRUE(*indexer.remove("a"));
  ASSERT_TRUE(indexer.commit());
  archive.expect({});
  EXPECT_EQ(archive.manifest().command, "remove");
  EXPECT_TRUE(*indexer.put(small_article("a", "one")) == PutOutcome::indexed);
  ASSERT_TRUE(indexer.commit());
  archive.expect({{"a", small_article("a", "one")}});
}

TEST(Commit, NothingIsVisibleBeforeIt) {
  const ArchiveUnderTest archive;
  archive.add({small_article("a", "one")});
  auto indexer = archive.open();
  ASSERT_TRUE(indexer.put(small_article("b", "two")));
  ASSERT_TRUE(indexer.put(small_article("a", "one, changed")));
  EXPECT_TRUE(*indexer.remove("b"));
  EXPECT_EQ(archive.manifest().generation, 1U);
  EXPECT_EQ(archive.stored().size(), 1U);
  EXPECT_EQ(archive.stored().at("a").body, "one\n");
}

TEST(Commit, WithoutItTheArchiveStaysByteForByte) {
  const ArchiveUnderTest archive;
  archive.add({small_article("a", "one")});
  const auto before = archive.files();
  for (const auto mode : {IndexMode::update, IndexMode::rebuild}) {
    auto indexer = archive.open(little_memory(mode));
    format::Random random(3);
    for (int i = 0; i < 300; ++i)
      ASSERT_TRUE(indexer.put(small_article(std::to_string(i), format::random_text(random, 800))));
    EXPECT_FALSE(*indexer.remove("none"));
  }
  EXPECT_EQ(archive.files(), before);
}

TEST(Commit, OfTheSameSourceTwiceMakesNoGeneration) {
  const ArchiveUnderTest archive;
  std::vector<Article> articles;
  format::Random random(4);
  for (int i = 0; i < 200; ++i) articles.push_back(small_article(std::to_string(i), format::random_text(random, 50)));
  archive.add(articles);
  const auto before = archive.files();
  const auto report = archive.add(articles);
  EXPECT_EQ(report.unchanged, 200U);
  EXPECT_EQ(report.generation, 1U);
  EXPECT_EQ(archive.files(), before);
}

// The language is found by us, so the stored article is not the one that was put.
TEST(Commit, OfTheSameSourceTwiceMakesNoGenerationWhereTheLanguageWasDetected) {
  const ArchiveUnderTest archive;
  auto article = small_article("a", "The harbour ferry resumed its service on Monday, the council of the town said.");
  article.language = {};
  archive.add({article});
  const format::Segment segment(archive.paths(), archive.manifest().segments.front());
  EXPECT_EQ(segment.store().without_body(0).language.value, "en");
  EXPECT_EQ(archive.add({article}).unchanged, 1U);
}

TEST(Commit, OfNothingMakesAnEmptyArchiveOnce) {
  const ArchiveUnderTest archive;
  EXPECT_EQ(archive.add({}).generation, 1U);
  archive.expect({});
  EXPECT_EQ(archive.add({}).generation, 1U);
}

TEST(Commit, MayComeManyTimesFromOneIndexer) {
  const ArchiveUnderTest archive;
  auto indexer = archive.open();
  Articles expected;
  for (int i = 0; i < 5; ++i) {
    const auto article = small_article("a" + std::to_string(i % 3), "text " + std::to_string(i));
    expected[article.id] = article;
    ASSERT_TRUE(indexer.put(article));
    const auto report = indexer.commit();
    ASSERT_TRUE(report);
    EXPECT_EQ(report->generation, static_cast<std::uint64_t>(i + 1));
    archive.expect(expected);
  }
}

TEST(Rebuild, LeavesOutWhatIsGone) {
  const ArchiveUnderTest archive;
  archive.add({small_article("a", "one"), small_article("b", "two")});
  const auto report =
      archive.add({small_article("b", "two"), small_article("c", "three")}, little_memory(IndexMode::rebuild));
  EXPECT_EQ(report.indexed, 2U);
  EXPECT_EQ(report.unchanged, 0U);
  EXPECT_EQ(archive.manifest().command, "rebuild");
  archive.expect({{"b", small_article("b", "two")}, {"c", small_article("c", "three")}});
}

TEST(Rebuild, GoesOnAsAnUpdateAfterItsCommit) {
  const ArchiveUnderTest archive;
  archive.add({small_article("a", "one")});
  auto indexer = archive.open(little_memory(IndexMode::rebuild));
  ASSERT_TRUE(indexer.put(small_article("b", "two")));
  ASSERT_TRUE(indexer.commit());
  EXPECT_EQ(*indexer.put(small_article("b", "two")), PutOutcome::unchanged);
  ASSERT_TRUE(indexer.put(small_article("c", "three")));
  ASSERT_TRUE(indexer.commit());
  EXPECT_EQ(archive.manifest().command, "add");
  archive.expect({{"b", small_article("b", "two")}, {"c", small_article("c", "three")}});
}

TEST(Rebuild, OfNothingLeavesAnEmptyArchive) {
  const ArchiveUnderTest archive;
  archive.add({small_article("a", "one")});
  EXPECT_EQ(archive.add({}, little_memory(IndexMode::rebuild)).generation, 2U);
  archive.expect({});
}

struct Unfit {
  const char* why;
  Article article;
};

std::vector<Unfit> unfit_articles() {
  const auto with = [](auto&& change) {
    auto article = small_article("unfit", "text");
    change(article);
    return article;
  };
  return {
      {"no id", with([](Article& a) { a.id.clear(); })},
      {"id too long", with([](Article& a) { a.id.assign(4097, 'x'); })},
      {"line feed in the id", with([](Article& a) { a.id = "a\nb"; })},
      {"no text", with([](Article& a) { a.title.clear(), a.body.clear(); })},
      {"body not UTF-8", with([](Article& a) { a.body = "caf\xE9"; })},
      {"body cut within a character", with([](Article& a) { a.body = "caf\xC3"; })},
      {"title not UTF-8", with([](Article& a) { a.title = "\xED\xA0\x80"; })},
      {"id not UTF-8", with([](Article& a) { a.id = "\xFF"; })},
      {"outlet not UTF-8", with([](Article& a) { a.outlet = "\xC0\x80"; })},
      {"source not UTF-8", with([](Article& a) { a.source = "\x80"; })},
      {"evidence not UTF-8", with([](Article& a) { a.byline = Field("x", Standing::stated, "\xFF"); })},
      {"entity without a name", with([](Article& a) {
         a.entities = {{"", EntityType::person}};
       })},
      {"entity not UTF-8", with([](Article& a) {
         a.entities = {{"\xFF", EntityType::person}};
       })},
      {"dropped line not UTF-8", with([](Article& a) {
         a.dropped = {{1, "\xFF", "photo credit"}};
       })},
      {"day before year 1", with([](Article& a) { a.day = -719163; })},
      {"day that means undated in columns", with([](Article& a) { a.day = std::numeric_limits<Day>::min(); })},
      {"day after year 9999", with([](Article& a) { a.day = 2932897; })},
  };
}

TEST(Rejection, OfEveryUnfitArticleIsCountedAndTheOthersGoOn) {
  const ArchiveUnderTest archive;
  auto indexer = archive.open();
  std::uint64_t rejected = 0;
  for (const auto& [why, article] : unfit_articles()) {
    const auto outcome = indexer.put(article);
    ASSERT_FALSE(outcome) << why;
    EXPECT_EQ(outcome.error().code, Errc::rejected) << why;
    EXPECT_NE(outcome.error().message.find(": "), std::string::npos) << outcome.error().message;
    ++rejected;
  }
  ASSERT_TRUE(indexer.put(small_article("fit", "text")));
  ASSERT_TRUE(indexer.reject({"b.jsonl", 3, 120, "", "not JSON"}));
  const auto report = indexer.commit();
  ASSERT_TRUE(report);
  EXPECT_EQ(report->read, rejected + 2);
  ASSERT_EQ(report->rejected.size(), rejected + 1);
  EXPECT_EQ(report->rejected.back().reason, "not JSON");
  EXPECT_EQ(report->rejected.front().source, "a.jsonl");
  EXPECT_FALSE(report->rejected.front().reason.empty());
  expect_balanced(*report);
  archive.expect({{"fit", small_article("fit", "text")}});
}

TEST(Rejection, OddButSoundArticlesAreNone) {
  auto article = small_article(std::string(4096, 'x'), "a\0b" + std::string(70000, 'w'));
  article.url = Field("https://gazette.example/" + std::string(300, '\0'));
  article.outlet = Field(std::string(5000, 'o') + "\xC3\xA9");
  article.entities = {{std::string(300, '\0'), EntityType::person}, {" ", {}}, {"\xE2\x80\x8B", EntityType::place}};
  article.day = -719162;
  auto title_only = small_article("title only", "");
  title_only.body.clear();
  auto body_only = small_article("body only", "text");
  body_only.title.clear();
  const ArchiveUnderTest archive;
  const auto report = archive.add({article, title_only, body_only});
  EXPECT_EQ(report.indexed, 3U);
  EXPECT_EQ(report.cut_tokens, 2U);  // the id in the title, and the body
  archive.expect({{article.id, article}, {"title only", title_only}, {"body only", body_only}});
  EXPECT_EQ(archive.add({article, title_only, body_only}).unchanged, 3U);
}

// A stop at the first, second, third ... question, until there are no more questions than that.
TEST(Stop, AtAnyMomentOfARebuildLeavesTheOldGenerationAndNothingElse) {
  const ArchiveUnderTest archive;
  const auto old_article = small_article("old", "text");
  archive.add({old_article});
  const auto files = archive.files();
  const auto new_article = small_article("new", "text");
  bool is_done = false;
  int stops = 0;
  for (; !is_done; ++stops) {
    SCOPED_TRACE(stops);
    auto options = little_memory(IndexMode::rebuild);
    options.stop = [left = stops]() mutable { return left-- <= 0; };
    {
      auto indexer = archive.open(options);
      ASSERT_TRUE(indexer.put(new_article));
      const auto report = indexer.commit();
      is_done = report.has_value();
      if (!is_done) {
        EXPECT_EQ(report.error().code, Errc::stopped);
        EXPECT_EQ(archive.files(), files);
      }
    }
    archive.expect({{is_done ? "new" : "old", is_done ? new_article : old_article}});
  }
  EXPECT_GT(stops, 3);
}

// The question before the check is where a test can get at the new files.
TEST(Rebuild, ThatDoesNotVerifyIsNotPublished) {
  const ArchiveUnderTest archive;
  const auto old_article = small_article("old", "text");
  archive.add({old_article});
  auto options = little_memory(IndexMode::rebuild);
  const auto columns = archive.paths().segment("s00000002-0") / "columns";
  options.stop = [&] {
    if (!std::filesystem::exists(columns)) return false;
    auto bytes = format::read_file(columns);
    bytes[bytes.size() / 2] ^= 1;
    format::replace_file(columns, bytes);
    return false;
  };
  auto indexer = std::make_optional(archive.open(options));
  ASSERT_TRUE(indexer->put(small_article("new", "text")));
  const auto report = indexer->commit();
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, Errc::damaged);
  indexer.reset();
  archive.expect({{"old", old_article}});
}

TEST(Rebuild, SaysThatItVerified) {
  const ArchiveUnderTest archive;
  EXPECT_FALSE(archive.add({small_article("a", "text")}).verified);
  EXPECT_TRUE(archive.add({small_article("a", "text")}, little_memory(IndexMode::rebuild)).verified);
}

}  // namespace
}  // namespace newshound::writing
