#include "searcher/matching/day_source.h"

namespace newshound::matching {

bool DaySource::matches(Xapian::docid document) const {
  const Day day = columns_.day(document - 1);
  return day != format::kNoDay && day >= first_ && day <= last_;
}

void DaySource::next(double min_weight) { skip_to(document_ + 1, min_weight); }

void DaySource::skip_to(Xapian::docid document, double) {
  document_ = document;
  while (!at_end() && !matches(document_)) ++document_;
}

bool DaySource::check(Xapian::docid document, double) {
  document_ = document;
  return !at_end() && matches(document_);
}

std::string DaySource::get_description() const {
  return "days(" + std::to_string(first_) + ".." + std::to_string(last_) + ")";
}

}  // namespace newshound::matching
