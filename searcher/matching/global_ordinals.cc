#include "searcher/matching/global_ordinals.h"

#include <queue>

namespace newshound::matching {
namespace {

// The next value of one dictionary; the smallest value is the greatest in a std::priority_queue.
struct Head {
  std::string_view value;
  std::uint32_t segment;
  std::uint32_t ordinal;

  bool operator<(const Head& other) const { return value > other.value; }
};

}  // namespace

GlobalOrdinals::GlobalOrdinals(const Snapshot& snapshot, format::ColumnId column) {
  std::priority_queue<Head> heads;
  const auto push = [&](std::uint32_t segment, std::uint32_t ordinal) {
    if (ordinal <= columns_[segment]->distinct()) heads.push({columns_[segment]->value(ordinal), segment, ordinal});
  };
  for (const auto& segment : snapshot.segments()) {
    columns_.push_back(&segment.columns().facet(column));
    by_segment_.emplace_back(columns_.back()->distinct());
    push(static_cast<std::uint32_t>(columns_.size() - 1), 1);
  }
  std::string_view last;
  while (!heads.empty()) {
    const auto head = heads.top();
    heads.pop();
    if (first_seen_.empty() || head.value != last) first_seen_.push_back({head.segment, head.ordinal});
    last = head.value;
    by_segment_[head.segment][head.ordinal - 1] = distinct();
    push(head.segment, head.ordinal + 1);
  }
}

std::string_view GlobalOrdinals::value(std::uint32_t global) const {
  const auto [segment, ordinal] = first_seen_[global - 1];
  return columns_[segment]->value(ordinal);
}

}  // namespace newshound::matching
