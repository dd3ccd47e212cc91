// Plan -> the living documents that match: the best of them in order, how many there are, and, where facets count them,
// every one.
#ifndef NEWSHOUND_MATCHING_MATCH_H
#define NEWSHOUND_MATCHING_MATCH_H

#include "searcher/matching/deadline.h"
#include "searcher/matching/plan.h"
#include "searcher/matching/snapshot.h"

#include <newshound/searcher.h>

#include <cstddef>
#include <cstdint>
#include <set>
#include <vector>

namespace newshound::matching {

struct Match {
  std::uint32_t row = 0;      // of the segment's columns
  std::uint32_t segment = 0;  // index in Snapshot::segments()
  double score = 0;           // a sum of multiples of kScoreUnit, hence exact: equal scores stay equal after a merge
};

// Every match of a plan.
struct Matches {
  std::vector<std::vector<Match>> by_segment;  // rows ascending
  std::uint64_t total = 0;
  std::set<std::size_t> cut_short;  // segments whose matches are not all there, because the time was up
};

// Where to look, and with how many threads: each takes a segment at a time.
struct Extent {
  const Snapshot& snapshot;
  double average_length = 1;
  unsigned threads = 1;
  Deadline deadline = {};
};

Matches find_all(const Plan& plan, const Extent& extent);

// The hits from `offset` on, at most `limit`. Order: by score, or by day; then the newest first (undated last), then by
// id: the same archive content gives the same order however it is cut into segments.
std::vector<Match> best_of(const Matches& matches, const Snapshot& snapshot, Sort sort, std::uint64_t offset,
                           std::uint64_t limit);

// The same hits by relevance without a look at each match that is too weak to be among them.
struct Best {
  std::vector<Match> hits;
  std::uint64_t total = 0;
  bool total_exact = true;
};
// Knows no deadline: what Xapian has found cannot be had before it is done.
Best find_best(const Plan& plan, const Extent& extent, std::uint64_t offset, std::uint64_t limit, Count count);

// How many match, exactly. Throws TimedOut.
std::uint64_t count_matches(const Plan& plan, const Extent& extent);

}  // namespace newshound::matching

#endif
