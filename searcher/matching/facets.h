// Exact counts over all matches, from the columns: facets and date histograms.
#ifndef NEWSHOUND_MATCHING_FACETS_H
#define NEWSHOUND_MATCHING_FACETS_H

#include "indexer/format/schema.h"
#include "searcher/matching/global_ordinals.h"
#include "searcher/matching/match.h"

#include <newshound/results.h>

#include <cstdint>
#include <map>
#include <optional>

namespace newshound::matching {

// Counts the facets of one snapshot.
class FacetCounter {
 public:
  explicit FacetCounter(const Snapshot& snapshot) : snapshot_(snapshot) {}

  // Buckets by count descending, then value in byte order; at most `limit`.
  FacetResult count(const Matches& matches, const format::FieldSpec& field, std::uint64_t limit);

 private:
  const GlobalOrdinals* ordinals_of(format::ColumnId column);

  const Snapshot& snapshot_;
  // Empty after the first count of a facet, which joins segments by value: a program that searches once would wait
  // longer for the numbering than it gains by it.
  std::map<format::ColumnId, std::optional<GlobalOrdinals>> ordinals_;
};

inline constexpr std::uint64_t kMaxHistogramBuckets = 10'000;

// Throws Failure with Errc::usage if the matches span more than kMaxHistogramBuckets units.
Histogram count_days(const Matches& matches, const Snapshot& snapshot, DateUnit unit);

}  // namespace newshound::matching

#endif
