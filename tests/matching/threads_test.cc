// Readers beside a writer: each sees whole generations, never a mixture, and no error.
#include "tests/matching/test_archive.h"

#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace newshound {
namespace {

constexpr int kCommits = 20;
constexpr int kReaders = 4;

using Ids = std::vector<std::string>;

struct Observation {
  std::uint64_t generation = 0;
  Ids ids;
};

// What one reader saw; the first error ends it.
struct Reader {
  std::vector<Observation> observations;
  std::string error;

  void observe(Searcher& searcher) {
    const auto found = searcher.search({.query = "ferry", .limit = 1'000, .facets = {{"outlet", 5}}});
    if (!found) {
      error = found.error().message;
      return;
    }
    observations.push_back({found->generation, ids(found->hits)});
    if (found->generation != searcher.generation()) error = "an answer of another generation";
    if (found->total != found->hits.size() || found->facets[0].unknown != found->total) error = "a mixed answer";
  }

  void run(const std::string& path, const std::atomic<bool>& writing) {
    auto searcher = Searcher::open(path);
    if (!searcher) error = searcher.error().message;
    for (int round = 0; error.empty() && (writing || round < 2); ++round) {
      observe(*searcher);
      if (round % 3 == 2) {
        auto again = Searcher::open(path);
        if (!again)
          error = again.error().message;
        else
          searcher = std::move(again);
      } else if (const auto moved = searcher->refresh(); !moved) {
        error = moved.error().message;
      }
    }
  }
};

// Each commit adds two articles, removes an older one and now and then merges all.
std::map<std::uint64_t, Ids> write(const TestArchive& archive, Ids alive) {
  std::map<std::uint64_t, Ids> generations;
  for (int i = 0; i < kCommits; ++i) {
    const std::string id = std::string(1, static_cast<char>('a' + i));
    const std::string oldest = alive.front();
    alive.erase(alive.begin());
    alive.insert(alive.end(), {id + "1", id + "2"});
    const auto generation =
        archive.commit({small_article(id + "1", "ferry"), small_article(id + "2", "ferry")}, {oldest});
    generations[generation] = alive;
    if (i % 6 != 5) continue;
    archive.compact();
    generations[archive.searcher().generation()] = alive;
  }
  return generations;
}

TEST(Readers, BesideAWriterSeeOneGenerationAtATime) {
  const TestArchive archive;
  const Ids start = {"0"};
  const auto first = archive.commit({small_article("0", "ferry")});
  std::atomic<bool> writing = true;
  std::vector<Reader> readers(kReaders);
  std::vector<std::thread> threads;
  for (auto& reader : readers) threads.emplace_back([&] { reader.run(archive.path(), writing); });
  auto expected = write(archive, start);
  writing = false;
  for (auto& thread : threads) thread.join();

  expected[first] = start;
  std::map<std::uint64_t, int> seen;
  for (const auto& reader : readers) {
    EXPECT_EQ(reader.error, "");
    for (const auto& [generation, found] : reader.observations) {
      ++seen[generation];
      ASSERT_TRUE(expected.contains(generation)) << generation;
      ASSERT_EQ(found, expected[generation]) << generation;
    }
  }
  EXPECT_GT(seen.size(), 2U) << "the readers saw too little to mean anything";
}

}  // namespace
}  // namespace newshound
