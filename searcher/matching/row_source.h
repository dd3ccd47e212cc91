// The documents of one segment whose row passes a test, as a posting list for Xapian: days and lengths are read
// straight from the segment's arrays, so that a range needs no terms and any range costs the same.
#ifndef NEWSHOUND_MATCHING_ROW_SOURCE_H
#define NEWSHOUND_MATCHING_ROW_SOURCE_H

#include "indexer/format/columns.h"
#include "indexer/format/positions.h"

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace newshound::matching {

// Days from `first` to `last`, both included; no day never passes.
struct DayTest {
  std::span<const Day> days;
  Day first = 0;
  Day last = 0;

  [[nodiscard]] std::uint32_t rows() const { return static_cast<std::uint32_t>(days.size()); }
  [[nodiscard]] bool passes(std::uint32_t row) const {
    return days[row] != format::kNoDay && days[row] >= first && days[row] <= last;
  }
  [[nodiscard]] std::string description() const {
    return "days(" + std::to_string(first) + ".." + std::to_string(last) + ")";
  }
};

// Bodies of `least` to `most` words, both included. The positions outlive it.
struct LengthTest {
  const format::Positions* positions = nullptr;
  std::uint32_t least = 0;
  std::uint32_t most = 0;

  [[nodiscard]] std::uint32_t rows() const { return positions->rows(); }
  [[nodiscard]] bool passes(std::uint32_t row) const {
    const auto words = positions->body_words(row);
    return words >= least && words <= most;
  }
  [[nodiscard]] std::string description() const {
    return "words(" + std::to_string(least) + ".." + std::to_string(most) + ")";
  }
};

// The rows that are marked.
struct MarkTest {
  std::shared_ptr<const std::vector<bool>> marked;
  std::string name;

  [[nodiscard]] std::uint32_t rows() const { return static_cast<std::uint32_t>(marked->size()); }
  [[nodiscard]] bool passes(std::uint32_t row) const { return (*marked)[row]; }
  [[nodiscard]] std::string description() const { return name; }
};

template <typename Test>
class RowSource : public Xapian::PostingSource {
 public:
  explicit RowSource(Test test) : test_(std::move(test)), rows_(test_.rows()) {}

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return rows_ / 2; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return rows_; }

  void next(double min_weight) override { skip_to(document_ + 1, min_weight); }
  void skip_to(Xapian::docid document, double) override {
    document_ = document;
    while (!at_end() && !test_.passes(document_ - 1)) ++document_;
  }
  bool check(Xapian::docid document, double) override {
    document_ = document;
    return !at_end() && test_.passes(document_ - 1);
  }
  [[nodiscard]] bool at_end() const override { return document_ > rows_; }
  [[nodiscard]] Xapian::docid get_docid() const override { return document_; }

  [[nodiscard]] RowSource* clone() const override { return new RowSource(test_); }
  [[nodiscard]] std::string name() const override { return "newshound::RowSource"; }
  [[nodiscard]] std::string get_description() const override { return test_.description(); }
  void init(const Xapian::Database&) override { document_ = 0; }

 private:
  Test test_;
  std::uint32_t rows_;
  Xapian::docid document_ = 0;  // 0: before the first
};

}  // namespace newshound::matching

#endif
