#include "searcher/matching/match.h"

#include "searcher/matching/order.h"
#include "searcher/matching/parallel.h"
#include "searcher/matching/segment_query.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

namespace newshound::matching {
namespace {

// Xapian calls this for every document that matches, in order of document number.
class Collector : public Xapian::MatchSpy {
 public:
  Collector(const format::Segment& segment, std::uint32_t number, Deadline deadline, std::vector<Match>& matches)
      : segment_(segment), number_(number), deadline_(deadline), matches_(matches) {}

  void operator()(const Xapian::Document& document, double weight) override {
    deadline_.require_time();
    const auto id = document.get_docid();
    if (segment_.is_alive(id)) matches_.push_back({id - 1, number_, weight});
  }

 private:
  const format::Segment& segment_;
  std::uint32_t number_;
  Deadline deadline_;
  std::vector<Match>& matches_;
};

// Keeps dead documents from being hits.
class Living : public Xapian::MatchDecider {
 public:
  explicit Living(const format::Segment& segment) : segment_(segment) {}
  bool operator()(const Xapian::Document& document) const override { return segment_.is_alive(document.get_docid()); }

 private:
  const format::Segment& segment_;
};

// The query of one segment, ready to run; empty if nothing there can match.
std::optional<Xapian::Enquire> enquire(const Plan& plan, const format::Segment& segment, bool scores,
                                       double average_length, Deadline deadline = {}) {
  deadline.require_time();
  const auto query = segment_query(plan.root, segment, average_length, deadline);
  if (query.empty()) return {};
  Xapian::Enquire enquire(segment.database());
  if (scores)
    enquire.set_weighting_scheme(Xapian::CoordWeight());  // of terms, none of which scores
  else
    enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  return enquire;
}

struct FoundInSegment {
  std::vector<Match> matches;
  bool is_cut_short = false;
};

FoundInSegment all_of_segment(const Plan& plan, const format::Segment& segment, std::uint32_t number, bool scores,
                              double average_length, Deadline deadline) {
  FoundInSegment found;
  try {
    auto prepared = enquire(plan, segment, scores, average_length, deadline);
    if (!prepared) return found;
    Collector collector(segment, number, deadline, found.matches);
    prepared->add_matchspy(&collector);
    // No document is wanted back, but each must be checked, so that the collector sees all.
    (void)prepared->get_mset(0, 0, segment.database().get_doccount());
  } catch (const TimedOut&) {
    found.is_cut_short = true;
  }
  return found;
}

// The best `wanted` of the segment, in whatever order, once more where the last of them scores no more than the next:
// which of those that score the same are in is decided by the rest of their order. That order is not asked for at once
// because Xapian would make its key for every document that it looks at.
Xapian::MSet settle_ties(Xapian::Enquire& enquire, const format::Segment& segment, Xapian::doccount wanted,
                         const Xapian::MatchDecider* decider, const Xapian::MSet& found) {
  if (wanted == 0 || found.size() <= wanted) return found;
  const auto last_score = found[wanted - 1].get_weight();
  if (found[wanted].get_weight() < last_score) return found;
  NewestThenId newest_then_id(segment);
  enquire.set_sort_by_relevance_then_key(&newest_then_id, false);
  enquire.set_cutoff(0, last_score);
  return enquire.get_mset(0, wanted, 0, nullptr, decider);
}

// The best `wanted` of the segment, in whatever order.
Best best_of_segment(const Plan& plan, const format::Segment& segment, std::uint32_t number, double average_length,
                     Xapian::doccount wanted, Count count) {
  Best best;
  auto prepared = enquire(plan, segment, true, average_length);
  if (!prepared) return best;
  const Living living(segment);
  const auto* decider = segment.dead().empty() ? nullptr : &living;
  const auto documents = segment.database().get_doccount();
  const auto found =
      prepared->get_mset(0, std::min(wanted, documents) + 1, count == Count::exact ? documents : 0, nullptr, decider);
  best.total = found.get_matches_estimated();
  const auto settled = settle_ties(*prepared, segment, wanted, decider, found);
  for (auto hit = settled.begin(); hit != settled.end() && best.hits.size() < wanted; ++hit)
    best.hits.push_back({segment.row(*hit), number, hit.get_weight()});
  return best;
}

std::uint64_t count_in_segment(const Plan& plan, const format::Segment& segment, Deadline deadline) {
  if (!segment.dead().empty() || deadline.is_set()) {
    const auto found = all_of_segment(plan, segment, 0, false, 1, deadline);
    if (found.is_cut_short) throw TimedOut();
    return found.matches.size();
  }
  auto prepared = enquire(plan, segment, false, 1);
  return prepared ? prepared->get_mset(0, 0, segment.database().get_doccount()).get_matches_lower_bound() : 0;
}

// What `search(segment, its number)` gives for each segment, in their order.
template <typename Search>
auto by_segment(const Extent& extent, Search search) {
  const auto& segments = extent.snapshot.segments();
  std::vector<decltype(search(segments[0], 0U))> found(segments.size());
  for_each_index(segments.size(), extent.threads, [&](std::size_t i) {
    found[i] = segments[i].reading_index([&] { return search(segments[i], static_cast<std::uint32_t>(i)); });
  });
  return found;
}

}  // namespace

Matches find_all(const Plan& plan, const Extent& extent) {
  Matches matches;
  auto segments = by_segment(extent, [&](const format::Segment& segment, std::uint32_t number) {
    return all_of_segment(plan, segment, number, plan.scores, extent.average_length, extent.deadline);
  });
  for (auto& [found, is_cut_short] : segments) {
    if (is_cut_short) matches.cut_short.insert(matches.by_segment.size());
    matches.total += found.size();
    matches.by_segment.push_back(std::move(found));
  }
  return matches;
}

std::vector<Match> best_of(const Matches& matches, const Snapshot& snapshot, Sort sort, std::uint64_t offset,
                           std::uint64_t limit) {
  if (limit == 0 || offset >= matches.total) return {};
  std::vector<Match> all;
  all.reserve(matches.total);
  for (const auto& segment : matches.by_segment) all.insert(all.end(), segment.begin(), segment.end());
  const auto end = static_cast<std::ptrdiff_t>(offset + std::min(limit, matches.total - offset));
  std::partial_sort(all.begin(), all.begin() + end, all.end(), Order(snapshot, sort));
  return {all.begin() + static_cast<std::ptrdiff_t>(offset), all.begin() + end};
}

Best find_best(const Plan& plan, const Extent& extent, std::uint64_t offset, std::uint64_t limit, Count count) {
  Best best;
  best.total_exact = count == Count::exact;
  const auto wanted = static_cast<Xapian::doccount>(std::min<std::uint64_t>(offset + limit, UINT32_MAX));
  const auto found = by_segment(extent, [&](const format::Segment& segment, std::uint32_t number) {
    return best_of_segment(plan, segment, number, extent.average_length, wanted, count);
  });
  for (const auto& [hits, total, is_exact] : found) {
    best.total += total;
    best.hits.insert(best.hits.end(), hits.begin(), hits.end());
  }
  std::sort(best.hits.begin(), best.hits.end(), Order(extent.snapshot, Sort::relevance));
  best.hits.erase(best.hits.begin(),
                  best.hits.begin() + static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(offset, best.hits.size())));
  if (best.hits.size() > limit) best.hits.resize(limit);
  return best;
}

std::uint64_t count_matches(const Plan& plan, const Extent& extent) {
  const auto counts = by_segment(extent, [&](const format::Segment& segment, std::uint32_t) {
    return count_in_segment(plan, segment, extent.deadline);
  });
  return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

}  // namespace newshound::matching
