#include "searcher/matching/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace newshound::matching {
namespace {

TEST(ForEachIndex, DoesEachOnce) {
  for (const unsigned threads : {0U, 1U, 2U, 7U}) {
    std::vector<std::atomic<int>> times(100);
    for_each_index(times.size(), threads, [&](std::size_t i) { ++times[i]; });
    for (const auto& count : times) EXPECT_EQ(count, 1) << threads;
    for_each_index(0, threads, [](std::size_t) { FAIL(); });
  }
}

TEST(ForEachIndex, FailureReachesTheCaller) {
  for (const unsigned threads : {1U, 4U})
    EXPECT_THROW(for_each_index(50, threads,
                                [](std::size_t i) {
                                  if (i == 17) throw std::runtime_error("damaged");
                                }),
                 std::runtime_error);
}

}  // namespace
}  // namespace newshound::matching
