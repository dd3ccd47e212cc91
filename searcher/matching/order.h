// The one order of hits: by score or by day, then the newest first, then by id.
#ifndef NEWSHOUND_MATCHING_ORDER_H
#define NEWSHOUND_MATCHING_ORDER_H

#include "searcher/matching/match.h"

#include <xapian.h>

#include <string>

namespace newshound::matching {

class Order {
 public:
  Order(const Snapshot& snapshot, Sort sort) : snapshot_(snapshot), sort_(sort) {}

  // True if `a` comes before `b`.
  bool operator()(const Match& a, const Match& b) const;

 private:
  [[nodiscard]] const format::Columns& columns(const Match& match) const {
    return snapshot_.segments()[match.segment].columns();
  }
  [[nodiscard]] Day day(const Match& match) const { return columns(match).day(match.row); }

  const Snapshot& snapshot_;
  Sort sort_;
};

// What Xapian compares documents of equal score by; ascends as Order does.
class NewestThenId : public Xapian::KeyMaker {
 public:
  explicit NewestThenId(const format::Segment& segment) : segment_(segment) {}
  std::string operator()(const Xapian::Document& document) const override;

 private:
  const format::Segment& segment_;
};

}  // namespace newshound::matching

#endif
