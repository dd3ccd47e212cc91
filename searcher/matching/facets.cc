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

// Counts by ordinal, of one segment or global, and the ordinals that occur, in whatever order. The array is kept
// between calls, all zero, and only what was counted is cleared again, so that a facet of hundreds of thousands of
// values costs no more than the values that its matches have.
class OrdinalCounts {
 public:
  explicit OrdinalCounts(std::uint32_t distinct) {
    if (counts_.size() <= distinct) counts_.resize(distinct + std::size_t{1});
  }
  OrdinalCounts(const OrdinalCounts&) = delete;
  OrdinalCounts& operator=(const OrdinalCounts&) = delete;
  ~OrdinalCounts() {
    for (auto ordinal : occurring_) counts_[ordinal] = 0;
  }

  // Matches of one segment, each value counted as `number(its ordinal in the segment)`.
  template <typename Number>
  void count(const std::vector<Match>& matches, const format::FacetColumn& column, Number&& number) {
    for (const auto& match : matches) {
      const auto ordinals = column.ordinals(match.row);
      if (ordinals.empty()) ++unknown_;
      for (auto ordinal : ordinals)
        if (counts_[number(ordinal)]++ == 0) occurring_.push_back(number(ordinal));
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

constexpr auto kItself = [](std::uint32_t ordinal) { return ordinal; };

// What was counted by a numbering that ascends as values do, so that only the values shown are read.
template <typename Values>
void show(const OrdinalCounts& counts, const Values& values, std::uint64_t limit, FacetResult& result) {
  result.unknown = counts.unknown();
  std::vector<Counted<std::uint32_t>> counted;
  counted.reserve(counts.occurring().size());
  for (auto ordinal : counts.occurring()) counted.push_back({ordinal, counts.of(ordinal)});
  result.distinct = counted.size();
  keep_most_frequent(counted, limit);
  for (const auto& [ordinal, count] : counted) result.buckets.push_back({std::string(values.value(ordinal)), count});
}

void count_one_segment(const std::vector<Match>& matches, const format::FacetColumn& column, std::uint64_t limit,
                       FacetResult& result) {
  OrdinalCounts counts(column.distinct());
  counts.count(matches, column, kItself);
  show(counts, column, limit, result);
}

// Calls take(matches, column, number) for each segment that has matches.
template <typename Take>
void for_each_segment(const Matches& matches, const Snapshot& snapshot, format::ColumnId id, Take&& take) {
  for (std::size_t i = 0; i < matches.by_segment.size(); ++i)
    if (!matches.by_segment[i].empty()) take(matches.by_segment[i], snapshot.segments()[i].columns().facet(id), i);
}

void count_by_global_ordinal(const Matches& matches, const Snapshot& snapshot, format::ColumnId id,
                             const GlobalOrdinals& ordinals, std::uint64_t limit, FacetResult& result) {
  OrdinalCounts counts(ordinals.distinct());
  for_each_segment(matches, snapshot, id, [&](const auto& found, const auto& column, std::size_t number) {
    counts.count(found, column, [&](std::uint32_t ordinal) { return ordinals.of(number, ordinal); });
  });
  show(counts, ordinals, limit, result);
}

void count_by_value(const Matches& matches, const Snapshot& snapshot, format::ColumnId id, std::uint64_t limit,
                    FacetResult& result) {
  std::unordered_map<std::string_view, std::uint64_t> by_value;
  for_each_segment(matches, snapshot, id, [&](const auto& found, const auto& column, std::size_t) {
    OrdinalCounts counts(column.distinct());
    counts.count(found, column, kItself);
    result.unknown += counts.unknown();
    for (auto ordinal : counts.occurring()) by_value[column.value(ordinal)] += counts.of(ordinal);
  });
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
      const auto& columns = snapshot.segments()[i].columns();
      const auto days = columns.days();
      for (const auto& match : matches.by_segment[i]) {
        columns.require_date(days[match.row]);
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

FacetResult FacetCounter::count(const Matches& matches, const format::FieldSpec& field, std::uint64_t limit) {
  FacetResult result;
  result.field = field.facet;
  if (snapshot_.segments().size() == 1)
    count_one_segment(matches.by_segment[0], snapshot_.segments()[0].columns().facet(field.column), limit, result);
  else if (const auto* ordinals = ordinals_of(field.column))
    count_by_global_ordinal(matches, snapshot_, field.column, *ordinals, limit, result);
  else
    count_by_value(matches, snapshot_, field.column, limit, result);
  return result;
}

const GlobalOrdinals* FacetCounter::ordinals_of(format::ColumnId column) {
  const auto [at, is_first] = ordinals_.try_emplace(column);
  if (is_first) return nullptr;
  if (!at->second) at->second.emplace(snapshot_, column);
  return &*at->second;
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
