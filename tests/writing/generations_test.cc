// What is kept, and how one goes back.
#include "indexer/format/stored_file.h"
#include "tests/writing/archive_under_test.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

namespace newshound::writing {
namespace {

std::vector<std::uint64_t> numbers(const ArchiveUnderTest& archive) {
  const auto kept = generations(archive.path());
  EXPECT_TRUE(kept);
  std::vector<std::uint64_t> numbers;
  for (const auto& generation : *kept) numbers.push_back(generation.number);
  return numbers;
}

void damage(const std::filesystem::path& path) {
  auto bytes = format::read_file(path);
  bytes[bytes.size() / 2] ^= 1;
  format::replace_file(path, bytes);
}

// Three runs of one article each: generation n holds "a1" to "an".
class ThreeRuns : public testing::Test {
 protected:
  ThreeRuns() {
    for (const char* id : {"a1", "a2", "a3"}) {
      const auto article = small_article(id, "text");
      archive_.add({article});
      all_[id] = article;
    }
  }

  Articles first(std::size_t count) {
    Articles some = all_;
    while (some.size() > count) some.erase(std::prev(some.end()));
    return some;
  }

  ArchiveUnderTest archive_;
  Articles all_;
};

TEST_F(ThreeRuns, AreListedNewestFirst) {
  const auto kept = generations(archive_.path());
  ASSERT_TRUE(kept);
  ASSERT_EQ(kept->size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(kept->at(i).number, 3 - i);
    EXPECT_EQ(kept->at(i).articles, 3 - i);
    EXPECT_EQ(kept->at(i).segments, 3 - i);
    EXPECT_EQ(kept->at(i).command, "add");
    EXPECT_EQ(kept->at(i).current, i == 0);
    EXPECT_EQ(kept->at(i).written.size(), 20U);
    EXPECT_GT(kept->at(i).bytes, 0U);
  }
}

// What is made of damaged bytes would get checksums of its own.
TEST_F(ThreeRuns, DamageIsNeitherMergedNorGoneBackTo) {
  for (const char* name : {"index.glass", "columns", "positions", "articles"}) {
    const auto path = archive_.paths().segment("s00000001-0") / name;
    const auto sound = format::read_file(path);
    damage(path);
    const auto merged = compact(archive_.path());
    ASSERT_FALSE(merged) << name;
    EXPECT_EQ(merged.error().code, Errc::damaged);
    EXPECT_NE(merged.error().message.find(path.string()), std::string::npos) << merged.error().message;
    const auto back = rollback(archive_.path(), 1);
    ASSERT_FALSE(back) << name;
    EXPECT_EQ(back.error().code, Errc::damaged);
    EXPECT_EQ(numbers(archive_), (std::vector<std::uint64_t>{3, 2, 1})) << name;
    format::replace_file(path, sound);
  }
  archive_.expect(all_);
}

TEST_F(ThreeRuns, GoingBackPassesOverAGenerationThatIsDamaged) {
  damage(archive_.paths().segment("s00000002-0") / "positions");
  const auto back = rollback(archive_.path());
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(back->number, 1U);
  EXPECT_EQ(archive_.manifest().generation, 1U);
}

// What it names is not known until it is restored.
TEST_F(ThreeRuns, ADamagedCopyOfAGenerationLosesNoSegment) {
  ASSERT_TRUE(rollback(archive_.path(), 1));  // nobody but generations 2 and 3 names their segments
  const auto copy = archive_.paths().generation(3);
  const auto sound = format::read_file(copy);
  damage(copy);
  { auto indexer = archive_.open(); }
  format::replace_file(copy, sound);
  const auto report = verify(archive_.path());
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_EQ(report->faults, std::vector<std::string>());
  ASSERT_TRUE(rollback(archive_.path(), 3));
  archive_.expect(all_);
}

TEST_F(ThreeRuns, APipeInPlaceOfAFileIsDamage) {
  const auto path = archive_.paths().segment("s00000002-0") / "columns";
  std::filesystem::remove(path);
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  EXPECT_EQ(Indexer::open(archive_.path()).error().code, Errc::damaged);
  const auto report = verify(archive_.path());
  ASSERT_TRUE(report) << report.error().message;
  ASSERT_FALSE(report->faults.empty());
  EXPECT_NE(report->faults.front().find("is no file"), std::string::npos) << report->faults.front();
  std::filesystem::remove(archive_.paths().manifest());
  ASSERT_EQ(::mkfifo(archive_.paths().manifest().c_str(), 0600), 0);
  EXPECT_EQ(Indexer::open(archive_.path()).error().code, Errc::damaged);
}

TEST_F(ThreeRuns, CanBeGoneBackThroughOneByOne) {
  const auto second = rollback(archive_.path());
  ASSERT_TRUE(second) << second.error().message;
  EXPECT_EQ(second->number, 2U);
  EXPECT_TRUE(second->current);
  archive_.expect(first(2));
  ASSERT_TRUE(rollback(archive_.path()));
  archive_.expect(first(1));
  const auto none = rollback(archive_.path());
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, Errc::usage);
  archive_.expect(first(1));
}

TEST_F(ThreeRuns, CanBeGoneForwardAgainByNumber) {
  ASSERT_TRUE(rollback(archive_.path(), 1));
  archive_.expect(first(1));
  ASSERT_TRUE(rollback(archive_.path(), 3));
  archive_.expect(first(3));
}

TEST_F(ThreeRuns, RefuseANumberThatIsNotKept) {
  for (const std::uint64_t number : {std::uint64_t{0}, std::uint64_t{4}, std::uint64_t{99999999999}}) {
    const auto result = rollback(archive_.path(), number);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, Errc::usage);
    EXPECT_NE(result.error().message.find(std::to_string(number)), std::string::npos);
  }
  archive_.expect(first(3));
}

TEST_F(ThreeRuns, AnAddAfterGoingBackTakesANumberOfItsOwn) {
  ASSERT_TRUE(rollback(archive_.path(), 1));
  const auto article = small_article("b", "text");
  EXPECT_EQ(archive_.add({article}).generation, 4U);
  auto expected = first(1);
  expected["b"] = article;
  archive_.expect(expected);
}

// What was rolled back is the first to go, and going back again means what the add was built on.
TEST_F(ThreeRuns, AnAddAfterGoingBackKeepsWhatItWasBuiltOn) {
  ASSERT_TRUE(rollback(archive_.path(), 1));
  archive_.add({small_article("b", "text")});
  EXPECT_EQ(numbers(archive_), (std::vector<std::uint64_t>{4, 3, 1}));
  const auto back = rollback(archive_.path());
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(back->number, 1U);
  archive_.expect(first(1));
}

TEST_F(ThreeRuns, ADamagedManifestIsGoneBackFrom) {
  damage(archive_.paths().manifest());
  for (const auto& code : {generations(archive_.path()).error().code, verify(archive_.path()).error().code,
                           Indexer::open(archive_.path()).error().code, compact(archive_.path()).error().code})
    EXPECT_EQ(code, Errc::damaged);
  const auto result = rollback(archive_.path());
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_EQ(result->number, 3U);  // its copy is sound
  archive_.expect(first(3));
}

TEST_F(ThreeRuns, ADamagedManifestAndCopyAreGoneBackFromByNumberToo) {
  damage(archive_.paths().manifest());
  damage(archive_.paths().generation(3));
  ASSERT_TRUE(rollback(archive_.path(), 2));
  EXPECT_EQ(archive_.stored().size(), 2U);
}

TEST_F(ThreeRuns, ALostManifestIsDamageAndNotAnEmptyArchive) {
  std::filesystem::remove(archive_.paths().manifest());
  const auto opened = Indexer::open(archive_.path());
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, Errc::damaged);
  EXPECT_NE(opened.error().hint.find("rollback"), std::string::npos);
  ASSERT_TRUE(rollback(archive_.path()));
  archive_.expect(first(3));
}

TEST_F(ThreeRuns, ARebuildTakesTheirPlaceWhenTheManifestIsDamaged) {
  damage(archive_.paths().manifest());
  const auto article = small_article("b", "text");
  archive_.add({article}, little_memory(IndexMode::rebuild));
  archive_.expect({{"b", article}});
}

TEST(Keep, LimitsTheRunsAndNotTheirCommits) {
  for (const unsigned keep : {0U, 1U, 2U, 4U}) {
    SCOPED_TRACE(keep);
    const ArchiveUnderTest archive;
    IndexOptions options;
    options.keep = keep;
    std::uint64_t number = 0;
    for (int run = 0; run < 6; ++run) {
      auto indexer = archive.open(options);
      for (int commit = 0; commit < 2; ++commit) {
        ASSERT_TRUE(indexer.put(small_article(std::to_string(++number), "text")));
        ASSERT_TRUE(indexer.commit());
      }
    }
    std::vector<std::uint64_t> expected;
    for (unsigned i = 0; i <= keep; ++i) expected.push_back(12 - 2 * i);
    EXPECT_EQ(numbers(archive), expected);
  }
}

TEST(Keep, FilesOfGenerationsThatWentAreGone) {
  const ArchiveUnderTest archive;
  IndexOptions options = little_memory(IndexMode::rebuild);
  options.keep = 0;
  for (int run = 0; run < 4; ++run) archive.add({small_article("a", std::to_string(run))}, options);
  std::vector<std::string> names;
  for (const auto& [name, bytes] : archive.files()) names.push_back(name);
  EXPECT_EQ(names, (std::vector<std::string>{"MANIFEST", "generations/00000004.json", "segments/s00000004-0/articles",
                                             "segments/s00000004-0/columns", "segments/s00000004-0/index.glass",
                                             "segments/s00000004-0/positions"}));
}

// One segment and nothing dead: the only way to give up earlier runs without a commit.
TEST(Compact, DropsEarlierRunsAlsoWhereThereIsNothingToMerge) {
  const ArchiveUnderTest archive;
  for (const char* id : {"a", "b", "c"}) archive.add({small_article(id, "text")}, little_memory(IndexMode::rebuild));
  EXPECT_EQ(numbers(archive), (std::vector<std::uint64_t>{3, 2, 1}));
  IndexOptions options;
  options.keep = 0;
  ASSERT_TRUE(compact(archive.path(), options));
  EXPECT_EQ(numbers(archive), (std::vector<std::uint64_t>{3}));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(archive.paths().segments()), {}), 1);
  archive.expect({{"c", small_article("c", "text")}});
}

TEST(Compact, JoinsAllSegmentsAndFoldsTheDeadAway) {
  const ArchiveUnderTest archive;
  Articles expected;
  for (const char* id : {"a", "b", "c", "d"}) {
    const auto article = small_article(id, "text");
    archive.add({article});
    expected[id] = article;
  }
  auto indexer = std::make_optional(archive.open());
  EXPECT_TRUE(*indexer->remove("b"));
  expected.erase("b");
  ASSERT_TRUE(indexer->commit());
  indexer.reset();

  const auto compacted = compact(archive.path());
  ASSERT_TRUE(compacted) << compacted.error().message;
  EXPECT_EQ(compacted->segments, 1U);
  EXPECT_EQ(compacted->command, "compact");
  EXPECT_EQ(archive.manifest().segments.front().rows, 3U);
  EXPECT_FALSE(archive.manifest().segments.front().dead.has_value());
  archive.expect(expected);

  const auto again = compact(archive.path());
  ASSERT_TRUE(again);
  EXPECT_EQ(again->number, compacted->number);
}

}  // namespace
}  // namespace newshound::writing
