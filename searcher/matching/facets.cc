#include "searcher/matching/facets.h"

#include "indexer/format/dates.h"
#include "indexer/format/guard.h"

#include <algorithm>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace newshound::matching {
namespace {

// Counts of one segment by ordinal, and the ordinals that occur, in whatever order; ordinal 0 stands for documents
// without a value. The array is kept between calls, all zero, and only what was counted is cleared again, so that a
// facet of hundreds of thousands of values costs no more than the values that its matches have.
class OrdinalCounts {
 public:
  OrdinalCounts() = default;
  OrdinalCounts(const OrdinalCounts&) = delete;
  OrdinalCounts& operator=(const OrdinalCounts&) = delete;
  ~OrdinalCounts() {
    for (auto ordinal : occurring_) counts_[ordinal] = 0;
  }

  // To be called once.
  void count(const std::vector<Match>& matches, const format::FacetColumn& column) {
    if (counts_.size() <= column.distinct()) counts_.resize(column.distinct() + std::size_t{1});
    for (const auto& match : matches) {
      const auto ordinals = column.ordinals(match.row);
      if (ordinals.empty()) ++unknown_;
      for (auto ordinal : ordinals)
        if (counts_[ordinal]++ == 0) occurring_.push_back(ordinal);
    }
  }

  [[nodiscard]] std::uint64_t unknown() const { return unknown_; }
  [[nodiscard]] const std::vector<std::uint32_t>& occurring() const { return occurring_; }
  [[nodiscard]] std::uint32_t of(std::uint32_t ordinal) const { return counts_[ordinal]; }

 private:
  static std::vector<std::uint32_t>& kept() {
    thread_local std::vector<std::uint32_t> counts;
    return counts;
  }

  std::vector<std::uint32_t>& counts_ = kept();
  std::uint64_t unknown_ = 0;
  std::vector<std::uint32_t> occurring_;
};

// A value, or what stands for it and ascends as values do, and how often it occurs.
template <typename Value>
struct Counted {
  Value value;
  std::uint64_t count;
};

template <typename Value>
void keep_most_frequent(std::vector<Counted<Value>>& counted, std::uint64_t limit) {
  const auto end = counted.begin() + static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(limit, counted.size()));
  std::partial_sort(counted.begin(), end, counted.end(), [](const auto& a, const auto& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
  counted.erase(end, counted.end());
}

// One segment's dictionary has each value once and in order, so its ordinals are counted and only the values shown are
// read.
void count_one_segment(const std::vector<Match>& matches, const format::FacetColumn& column, std::uint64_t limit,
                       FacetResult& result) {
  OrdinalCounts counts;
  counts.count(matches, column);
  result.unknown = counts.unknown();
  std::vector<Counted<std::uint32_t>> counted;
  counted.reserve(counts.occurring().size());
  for (auto ordinal : counts.occurring()) counted.push_back({ordinal, counts.of(ordinal)});
  result.distinct = counted.size();
  keep_most_frequent(counted, limit);
  for (const auto& [ordinal, count] : counted) result.buckets.push_back({std::string(column.value(ordinal)), count});
}

// Several segments are joined by value.
void count_segments(const Matches& matches, const Snapshot& snapshot, format::ColumnId id, std::uint64_t limit,
                    FacetResult& result) {
  std::unordered_map<std::string_view, std::uint64_t> by_value;
  for (std::size_t i = 0; i < matches.by_segment.size(); ++i) {
    if (matches.by_segment[i].empty()) continue;
    const auto& column = snapshot.segments()[i].columns().facet(id);
    OrdinalCounts counts;
    counts.count(matches.by_segment[i], column);
    result.unknown += counts.unknown();
    for (auto ordinal : counts.occurring()) by_value[column.value(ordinal)] += counts.of(ordinal);
  }
  std::vector<Counted<std::string_view>> counted;
  for (const auto& [value, count] : by_value) counted.push_back({value, count});
  result.distinct = counted.size();
  keep_most_frequent(counted, limit);
  for (const auto& [value, count] : counted) result.buckets.push_back({std::string(value), count});
}

// The days of matches and how often each occurs. Nearly always they span few years, and an array over these is counted
// fastest; the one article dated year 1 must not cost an array of two thousand years.
class DayCounts {
 public:
  DayCounts(const Matches& matches, const Snapshot& snapshot) {
    for_each_day(matches, snapshot, [&](Day day) {
      first_ = std::min(first_, day);
      last_ = std::max(last_, day);
    });
    constexpr std::int64_t kMostDays = 366 * 200;
    if (first_ <= last_ && std::int64_t{last_} - first_ < kMostDays)
      by_offset_.resize(static_cast<std::size_t>(last_ - first_) + 1);
    for_each_day(matches, snapshot, [&](Day day) { ++(by_offset_.empty() ? far_[day] : by_offset_[offset(day)]); });
  }

  [[nodiscard]] std::uint64_t undated() const { return undated_; }

  // Calls take(day, count) for each day that occurs, ascending.
  template <typename Take>
  void for_each(Take&& take) const {
    for (std::size_t i = 0; i < by_offset_.size(); ++i)
      if (by_offset_[i] != 0) take(first_ + static_cast<Day>(i), by_offset_[i]);
    for (const auto& [day, count] : far_) take(day, count);
  }

 private:
  [[nodiscard]] std::size_t offset(Day day) const { return static_cast<std::size_t>(day - first_); }

  template <typename Take>
  void for_each_day(const Matches& matches, const Snapshot& snapshot, Take&& take) {
    undated_ = 0;
    for (std::size_t i = 0; i < matches.by_segment.size(); ++i) {
      const auto days = snapshot.segments()[i].columns().days();
      for (const auto& match : matches.by_segment[i]) {
        if (days[match.row] == format::kNoDay)
          ++undated_;
        else
          take(days[match.row]);
      }
    }
  }

  Day first_ = std::numeric_limits<Day>::max();
  Day last_ = std::numeric_limits<Day>::min();
  std::uint64_t undated_ = 0;
  std::vector<std::uint64_t> by_offset_;  // from first_ on
  std::map<Day, std::uint64_t> far_;
};

}  // namespace

FacetResult count_facet(const Matches& matches, const Snapshot& snapshot, const format::FieldSpec& field,
                        std::uint64_t limit) {
  FacetResult result;
  result.field = field.facet;
  if (snapshot.segments().size() == 1)
    count_one_segment(matches.by_segment[0], snapshot.segments()[0].columns().facet(field.column), limit, result);
  else
    count_segments(matches, snapshot, field.column, limit, result);
  return result;
}

Histogram count_days(const Matches& matches, const Snapshot& snapshot, DateUnit unit) {
  Histogram histogram;
  histogram.unit = unit;
  auto& buckets = histogram.buckets;
  const DayCounts counts(matches, snapshot);
  histogram.undated = counts.undated();
  Day next = std::numeric_limits<Day>::min();  // start of the bucket after the last
  counts.for_each([&](Day day, std::uint64_t count) {
    if (buckets.empty()) {
      buckets.push_back({format::start_of(unit, day), 0});
      next = format::next_start(unit, buckets.back().start);
    }
    while (day >= next) {
      buckets.push_back({next, 0});
      next = format::next_start(unit, next);
      if (buckets.size() > kMaxHistogramBuckets)
        throw format::Failure(Errc::usage, "the histogram has more than 10,000 buckets",
                              "use a longer unit, or narrow the dates with date:");
    }
    buckets.back().count += count;
  });
  return histogram;
}

}  // namespace newshound::matching
