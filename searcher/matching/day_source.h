// The documents of one segment published within a range of days, as a posting list for Xapian: read straight from the
// day column, so that a date filter needs no terms and any range costs the same.
#ifndef NEWSHOUND_MATCHING_DAY_SOURCE_H
#define NEWSHOUND_MATCHING_DAY_SOURCE_H

#include "indexer/format/columns.h"

#include <xapian.h>

#include <string>

namespace newshound::matching {

class DaySource : public Xapian::PostingSource {
 public:
  // Days from `first` to `last`, both included; undated documents never match. `columns` outlives the source.
  DaySource(const format::Columns& columns, Day first, Day last) : columns_(columns), first_(first), last_(last) {}

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return columns_.rows() / 2; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return columns_.rows(); }

  void next(double min_weight) override;
  void skip_to(Xapian::docid document, double min_weight) override;
  bool check(Xapian::docid document, double min_weight) override;
  [[nodiscard]] bool at_end() const override { return document_ > columns_.rows(); }
  [[nodiscard]] Xapian::docid get_docid() const override { return document_; }

  [[nodiscard]] DaySource* clone() const override { return new DaySource(columns_, first_, last_); }
  [[nodiscard]] std::string name() const override { return "newshound::DaySource"; }
  [[nodiscard]] std::string get_description() const override;
  void init(const Xapian::Database&) override { document_ = 0; }

 private:
  [[nodiscard]] bool matches(Xapian::docid document) const;

  const format::Columns& columns_;
  Day first_;
  Day last_;
  Xapian::docid document_ = 0;  // 0: before the first
};

}  // namespace newshound::matching

#endif
