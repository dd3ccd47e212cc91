#include "searcher/matching/match.h"

#include "searcher/matching/segment_query.h"

#include <algorithm>
#include <cmath>

namespace newshound::matching {
namespace {

// Xapian calls this for every document that matches, in order of document number.
class Collector : public Xapian::MatchSpy {
 public:
  Collector(const format::Segment& segment, std::uint32_t number, std::vector<Match>& matches)
      : segment_(segment), number_(number), matches_(matches) {}

  void operator()(const Xapian::Document& document, double weight) override {
    const auto id = document.get_docid();
    if (segment_.is_alive(id)) matches_.push_back({id - 1, number_, std::llround(weight * 1e6)});
  }

 private:
  const format::Segment& segment_;
  std::uint32_t number_;
  std::vector<Match>& matches_;
};

std::vector<Match> match_segment(const Plan& plan, const format::Segment& segment, std::uint32_t number,
                                 double average_length) {
  std::vector<Match> matches;
  const auto query = segment_query(plan.root, segment);
  if (query.empty()) return matches;
  Xapian::Enquire enquire(segment.database());
  if (plan.scores)
    enquire.set_weighting_scheme(Bm25(average_length));
  else
    enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  Collector collector(segment, number, matches);
  enquire.add_matchspy(&collector);
  // No document is wanted back, but each must be checked, so that the collector sees all.
  (void)enquire.get_mset(0, 0, segment.database().get_doccount());
  return matches;
}

class Order {
 public:
  Order(const Snapshot& snapshot, Sort sort) : snapshot_(snapshot), sort_(sort) {}

  bool operator()(const Match& a, const Match& b) const {
    if (sort_ == Sort::relevance && a.millionths != b.millionths) return a.millionths > b.millionths;
    const Day day_a = day(a);
    const Day day_b = day(b);
    if (day_a != day_b) {
      if (sort_ == Sort::oldest) return day_b == format::kNoDay || (day_a != format::kNoDay && day_a < day_b);
      return day_a > day_b;  // kNoDay is the least
    }
    return columns(a).id(a.row) < columns(b).id(b.row);
  }

 private:
  [[nodiscard]] const format::Columns& columns(const Match& match) const {
    return snapshot_.segments()[match.segment].columns();
  }
  [[nodiscard]] Day day(const Match& match) const { return columns(match).day(match.row); }

  const Snapshot& snapshot_;
  Sort sort_;
};

}  // namespace

Matches find_matches(const Plan& plan, const Snapshot& snapshot, double average_length) {
  Matches matches;
  for (std::size_t i = 0; i < snapshot.segments().size(); ++i) {
    matches.by_segment.push_back(
        match_segment(plan, snapshot.segments()[i], static_cast<std::uint32_t>(i), average_length));
    matches.total += matches.by_segment.back().size();
  }
  return matches;
}

std::vector<Match> best(const Matches& matches, const Snapshot& snapshot, Sort sort, std::uint64_t offset,
                        std::uint64_t limit) {
  if (limit == 0 || offset >= matches.total) return {};
  std::vector<Match> all;
  all.reserve(matches.total);
  for (const auto& segment : matches.by_segment) all.insert(all.end(), segment.begin(), segment.end());
  const auto end = static_cast<std::ptrdiff_t>(offset + std::min(limit, matches.total - offset));
  std::partial_sort(all.begin(), all.begin() + end, all.end(), Order(snapshot, sort));
  return {all.begin() + static_cast<std::ptrdiff_t>(offset), all.begin() + end};
}

}  // namespace newshound::matching
