// Plan -> every living document that matches, with its score, and the best of them in order.
#ifndef NEWSHOUND_MATCHING_MATCH_H
#define NEWSHOUND_MATCHING_MATCH_H

#include "searcher/matching/bm25.h"
#include "searcher/matching/plan.h"
#include "searcher/matching/snapshot.h"

#include <newshound/searcher.h>

#include <cstdint>
#include <string>
#include <vector>

namespace newshound::matching {

struct Match {
  std::uint32_t row = 0;      // of the segment's columns
  std::uint32_t segment = 0;  // index in Snapshot::segments()
  // Scores are compared in millionths: sums of the same parts may differ in the last bits with the order in which a
  // segment adds them, and equal scores must stay equal after a merge.
  std::int64_t millionths = 0;

  [[nodiscard]] double score() const { return static_cast<double>(millionths) / 1e6; }
};

struct Matches {
  std::vector<std::vector<Match>> by_segment;  // rows ascending
  std::uint64_t total = 0;
};

Matches find_matches(const Plan& plan, const Snapshot& snapshot, double average_length);

// The hits from `offset` on, at most `limit`. Order: by score, or by day; then the newest first (undated last), then by
// id: the same archive content gives the same order however it is cut into segments.
std::vector<Match> best(const Matches& matches, const Snapshot& snapshot, Sort sort, std::uint64_t offset,
                        std::uint64_t limit);

}  // namespace newshound::matching

#endif
