#include "searcher/matching/order.h"

#include <cstdint>

namespace newshound::matching {

bool Order::operator()(const Match& a, const Match& b) const {
  if (sort_ == Sort::relevance && a.score != b.score) return a.score > b.score;
  const Day day_a = day(a);
  const Day day_b = day(b);
  if (day_a != day_b) {
    if (sort_ == Sort::oldest) return day_b == format::kNoDay || (day_a != format::kNoDay && day_a < day_b);
    return day_a > day_b;  // kNoDay is the least
  }
  return columns(a).id(a.row) < columns(b).id(b.row);
}

std::string NewestThenId::operator()(const Xapian::Document& document) const {
  const auto row = segment_.row(document.get_docid());
  // The greatest day is the least number, most significant byte first.
  const auto age = static_cast<std::uint32_t>(INT64_C(0x7FFFFFFF) - segment_.columns().day(row));
  std::string key;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) key.push_back(static_cast<char>(age >> shift));
  return key.append(segment_.columns().id(row));
}

}  // namespace newshound::matching
