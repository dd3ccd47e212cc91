// Plan -> the Xapian query of one segment.
#ifndef NEWSHOUND_MATCHING_SEGMENT_QUERY_H
#define NEWSHOUND_MATCHING_SEGMENT_QUERY_H

#include "indexer/format/segment.h"
#include "searcher/matching/deadline.h"
#include "searcher/matching/plan.h"

#include <xapian.h>

namespace newshound::matching {

// `segment` outlives the query. Words bring their scores along, with the archive's average length; no term scores.
// Running it may throw TimedOut.
Xapian::Query segment_query(const PlanNode& node, const format::Segment& segment, double average_length,
                            Deadline deadline = {});

}  // namespace newshound::matching

#endif
