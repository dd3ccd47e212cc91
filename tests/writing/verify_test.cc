// Damage is found, whatever byte it hit, and the file is named.
#include "indexer/format/stored_file.h"
#include "tests/writing/archive_under_test.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <thread>

namespace newshound::writing {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlock = 4096;

// Two generations, tombstones, and an index of many blocks.
class VerifyTest : public testing::Test {
 protected:
  VerifyTest() {
    format::Random random(6);
    std::vector<Article> articles;
    for (int i = 0; i < 40; ++i)
      articles.push_back(small_article("id-" + std::to_string(i), format::random_text(random, 100)));
    archive_.add(articles);
    auto indexer = archive_.open();
    EXPECT_TRUE(*indexer.remove("id-7"));
    EXPECT_TRUE(indexer.put(small_article("new", "text")));
    EXPECT_TRUE(indexer.commit());
  }

  static void write(const fs::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
  }

  void expect_found(const fs::path& path) const {
    const auto report = verify(archive_.path());
    std::vector<std::string> messages = report ? report->faults : std::vector<std::string>{report.error().message};
    EXPECT_TRUE(std::any_of(messages.begin(), messages.end(),
                            [&](const auto& message) { return message.find(path.string()) != std::string::npos; }))
        << path << ": " << (messages.empty() ? "nothing was found" : messages.front());
  }

  ArchiveUnderTest archive_;
};

TEST_F(VerifyTest, ASoundArchiveHasNoFaultsAndAllFilesAreRead) {
  const auto report = verify(archive_.path());
  ASSERT_TRUE(report);
  EXPECT_EQ(report->faults, std::vector<std::string>{});
  EXPECT_EQ(report->leftovers, std::vector<std::string>{});
  EXPECT_EQ(report->articles, 40U);
  const auto files = archive_.files();
  EXPECT_EQ(report->files, files.size());
  std::uint64_t bytes = 0;
  for (const auto& [name, content] : files) bytes += content.size();
  EXPECT_EQ(report->bytes, bytes);
  EXPECT_TRUE(std::any_of(files.begin(), files.end(),
                          [](const auto& file) { return file.first.find("dead-") != std::string::npos; }));
}

TEST_F(VerifyTest, OneFlippedBitInAnyBlockOfAnyFileIsFound) {
  format::Random random(9);
  for (const auto& [name, bytes] : archive_.files()) {
    const auto path = fs::path(archive_.path()) / name;
    for (std::size_t block = 0; block < bytes.size(); block += kBlock) {
      const auto at = block + format::pick(random, std::min(kBlock, bytes.size() - block) - 1);
      SCOPED_TRACE(name + " at " + std::to_string(at));
      auto flipped = bytes;
      flipped[at] ^= static_cast<char>(1U << format::pick(random, 7));
      write(path, flipped);
      expect_found(path);
    }
    write(path, bytes);
  }
  EXPECT_TRUE(verify(archive_.path())->faults.empty());
}

TEST_F(VerifyTest, TruncatedEmptyAndMissingFilesAreFound) {
  for (const auto& [name, bytes] : archive_.files()) {
    const auto path = fs::path(archive_.path()) / name;
    SCOPED_TRACE(name);
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, bytes.size() / 2, bytes.size() - 1}) {
      write(path, bytes.substr(0, size));
      expect_found(path);
    }
    write(path, bytes + '\0');
    expect_found(path);
    // A copy that is missing is no fault: a writer killed before it was written leaves it out.
    if (name.find("generations/") == std::string::npos && name != "MANIFEST") {
      fs::remove(path);
      expect_found(path);
    }
    write(path, bytes);
  }
}

TEST_F(VerifyTest, FilesOfEarlierGenerationsAreCheckedToo) {
  ASSERT_TRUE(compact(archive_.path()));
  const auto path = archive_.paths().segment("s00000001-0") / "columns";
  auto bytes = format::read_file(path);
  bytes.back() ^= 1;
  write(path, bytes);
  expect_found(path);
}

TEST_F(VerifyTest, AWriterAtWorkIsNoFault) {
  std::atomic<bool> done = false;
  std::thread writer([&] {
    IndexOptions options = little_memory(IndexMode::rebuild);
    options.keep = 0;  // what verify reads goes away at every commit
    for (int i = 0; i < 20; ++i) archive_.add({small_article("a", std::to_string(i))}, options);
    done = true;
  });
  std::size_t most_faults = 0;
  std::size_t failures = 0;
  while (!done) {
    const auto report = verify(archive_.path());
    failures += report ? 0 : 1;
    if (report) most_faults = std::max(most_faults, report->faults.size());
  }
  writer.join();
  EXPECT_EQ(most_faults, 0U);
  EXPECT_EQ(failures, 0U);
}

TEST_F(VerifyTest, CountsThatDoNotFitAreFoundThoughEveryChecksumHolds) {
  auto manifest = archive_.manifest();
  manifest.segments.front().articles += 1;
  const auto text = format::encode_manifest(manifest);
  write(archive_.paths().manifest(), text);
  write(archive_.paths().generation(manifest.generation), text);
  expect_found(archive_.paths().segment(manifest.segments.front().name));
}

}  // namespace
}  // namespace newshound::writing
