// Exact counts over all matches, from the columns: facets and date histograms.
#ifndef NEWSHOUND_MATCHING_FACETS_H
#define NEWSHOUND_MATCHING_FACETS_H

#include "indexer/format/schema.h"
#include "searcher/matching/match.h"

#include <newshound/results.h>

#include <cstdint>

namespace newshound::matching {

// Buckets by count descending, then value in byte order; at most `limit`.
FacetResult count_facet(const Matches& matches, const Snapshot& snapshot, const format::FieldSpec& field,
                        std::uint64_t limit);

inline constexpr std::uint64_t kMaxHistogramBuckets = 10'000;

// Throws Failure with Errc::usage if the matches span more than kMaxHistogramBuckets units.
Histogram count_days(const Matches& matches, const Snapshot& snapshot, DateUnit unit);

}  // namespace newshound::matching

#endif
