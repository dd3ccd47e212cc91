#include "indexer/format/program/day_text.h"

#include "indexer/format/dates.h"

namespace newshound::program {

std::string day_text(Day day) { return format::to_string(day); }

std::optional<Day> parse_day_text(std::string_view text) {
  const auto period = format::parse_period(text);
  if (!period || period->first != period->last || text.size() != 10) return {};
  return period->first;
}

}  // namespace newshound::program
