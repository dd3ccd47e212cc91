// Dates counted back from today: 7d, 2w, 3mo, 1y.
#ifndef NEWSHOUND_QUERY_RELATIVE_DATE_H
#define NEWSHOUND_QUERY_RELATIVE_DATE_H

#include <newshound/article.h>

#include <optional>
#include <string_view>

namespace newshound::query {

// A number and a unit: min, h, d, w, mo, y, or the m that could be two of them.
struct RelativeDate {
  int number = 0;
  std::string_view unit;
};

// Empty for text that is written otherwise. Numbers of more than six digits are too far back for any unit.
std::optional<RelativeDate> read_relative_date(std::string_view text);

// That many days, weeks, months or years before `today`; the last day of a month that has no such day. Empty for the
// other units.
std::optional<Day> day_before(const RelativeDate& date, Day today);

}  // namespace newshound::query

#endif
