#include "searcher/matching/facets.h"

#include "indexer/format/dates.h"
#include "indexer/format/guard.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace newshound::matching {
namespace {

struct Counted {
  std::string_view value;
  std::uint64_t count;
};

// Counts of one segment by ordinal; [0] counts the documents without a value.
std::vector<std::uint32_t> count_ordinals(const std::vector<Match>& matches, const format::FacetColumn& column) {
  std::vector<std::uint32_t> counts(column.distinct() + std::size_t{1});
  for (const auto& match : matches) {
    const auto ordinals = column.ordinals(match.row);
    if (ordinals.empty()) ++counts[0];
    for (auto ordinal : ordinals) ++counts[ordinal];
  }
  return counts;
}

// One segment's dictionary has each value once, so nothing need be looked up; several are joined by value.
class Totals {
 public:
  explicit Totals(bool one_segment) : one_segment_(one_segment) {}

  void add(std::string_view value, std::uint64_t count) {
    if (one_segment_)
      list_.push_back({value, count});
    else
      by_value_[value] += count;
  }

  std::vector<Counted> take() {
    for (const auto& [value, count] : by_value_) list_.push_back({value, count});
    return std::move(list_);
  }

 private:
  bool one_segment_;
  std::vector<Counted> list_;
  std::unordered_map<std::string_view, std::uint64_t> by_value_;
};

bool comes_first(const Counted& a, const Counted& b) {
  return a.count != b.count ? a.count > b.count : a.value < b.value;
}

// Days that occur and how often. A vector over the span of days where it is short, which it nearly always is, would be
// faster; a map needs no care for the one article dated year 1.
std::map<Day, std::uint64_t> count_each_day(const Matches& matches, const Snapshot& snapshot) {
  std::unordered_map<Day, std::uint64_t> counts;
  for (std::size_t i = 0; i < matches.by_segment.size(); ++i) {
    const auto days = snapshot.segments()[i].columns().days();
    for (const auto& match : matches.by_segment[i]) ++counts[days[match.row]];
  }
  return {counts.begin(), counts.end()};
}

}  // namespace

FacetResult count_facet(const Matches& matches, const Snapshot& snapshot, const format::FieldSpec& field,
                        std::uint64_t limit) {
  FacetResult result;
  result.field = field.facet;
  Totals totals(snapshot.segments().size() == 1);
  for (std::size_t i = 0; i < matches.by_segment.size(); ++i) {
    if (matches.by_segment[i].empty()) continue;
    const auto& column = snapshot.segments()[i].columns().facet(field.column);
    const auto counts = count_ordinals(matches.by_segment[i], column);
    result.unknown += counts[0];
    for (std::uint32_t ordinal = 1; ordinal <= column.distinct(); ++ordinal)
      if (counts[ordinal] != 0) totals.add(column.value(ordinal), counts[ordinal]);
  }
  auto counted = totals.take();
  result.distinct = counted.size();
  const auto end = counted.begin() + static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(limit, counted.size()));
  std::partial_sort(counted.begin(), end, counted.end(), comes_first);
  for (auto bucket = counted.begin(); bucket != end; ++bucket)
    result.buckets.push_back({std::string(bucket->value), bucket->count});
  return result;
}

Histogram count_days(const Matches& matches, const Snapshot& snapshot, DateUnit unit) {
  Histogram histogram;
  histogram.unit = unit;
  auto& buckets = histogram.buckets;
  for (const auto& [day, count] : count_each_day(matches, snapshot)) {
    if (day == format::kNoDay) {
      histogram.undated = count;
      continue;
    }
    const Day start = format::start_of(unit, day);
    if (buckets.empty()) buckets.push_back({start, 0});
    while (buckets.back().start < start) {
      buckets.push_back({format::next_start(unit, buckets.back().start), 0});
      if (buckets.size() > kMaxHistogramBuckets)
        throw format::Failure(Errc::usage, "the histogram has more than 10,000 buckets",
                              "use a longer unit, or narrow the dates with date:");
    }
    buckets.back().count += count;
  }
  return histogram;
}

}  // namespace newshound::matching
