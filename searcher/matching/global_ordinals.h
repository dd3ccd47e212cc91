// Global ordinals: one numbering of a facet's values over all segments of a snapshot, so that counts of several
// segments are joined by number and not by value. (Each segment numbers the values of its own dictionary, see
// columns.h.)
#ifndef NEWSHOUND_MATCHING_GLOBAL_ORDINALS_H
#define NEWSHOUND_MATCHING_GLOBAL_ORDINALS_H

#include "searcher/matching/snapshot.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace newshound::matching {

class GlobalOrdinals {
 public:
  // Merges the dictionaries, each of which ascends: as many comparisons as they have values, times the logarithm of the
  // number of segments.
  GlobalOrdinals(const Snapshot& snapshot, format::ColumnId column);

  // How many values there are; global ordinals are 1 to this and ascend as the values do in byte order.
  [[nodiscard]] std::uint32_t distinct() const { return static_cast<std::uint32_t>(first_seen_.size()); }

  // The global ordinal of an ordinal of one segment.
  [[nodiscard]] std::uint32_t of(std::size_t segment, std::uint32_t ordinal) const {
    return by_segment_[segment][ordinal - 1];
  }

  // Valid as long as the snapshot.
  [[nodiscard]] std::string_view value(std::uint32_t global) const;

 private:
  // Where a value stands in one of the dictionaries that have it.
  struct Place {
    std::uint32_t segment;
    std::uint32_t ordinal;
  };

  std::vector<const format::FacetColumn*> columns_;
  std::vector<std::vector<std::uint32_t>> by_segment_;
  std::vector<Place> first_seen_;
};

}  // namespace newshound::matching

#endif
