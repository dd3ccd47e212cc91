// Plan -> the Xapian query of one segment.
#ifndef NEWSHOUND_MATCHING_SEGMENT_QUERY_H
#define NEWSHOUND_MATCHING_SEGMENT_QUERY_H

#include "indexer/format/segment.h"
#include "searcher/matching/plan.h"

#include <xapian.h>

namespace newshound::matching {

// `segment` outlives the query.
Xapian::Query segment_query(const PlanNode& node, const format::Segment& segment);

}  // namespace newshound::matching

#endif
