// Days and date expressions. A date of an article is a Day: days since 1970-01-01, proleptic Gregorian calendar, in the
// outlet's own zone. Standard library only.
#ifndef NEWSHOUND_FORMAT_DATES_H
#define NEWSHOUND_FORMAT_DATES_H

#include <newshound/article.h>
#include <newshound/results.h>

#include <optional>
#include <string>
#include <string_view>

namespace newshound::format {

// A closed interval of days.
struct DayRange {
  Day first = 0;
  Day last = 0;
  friend bool operator==(const DayRange&, const DayRange&) = default;
};

inline constexpr int kMinYear = 1;
inline constexpr int kMaxYear = 9999;
inline constexpr Day kFirstDay = -719162;  // 0001-01-01
inline constexpr Day kLastDay = 2932896;   // 9999-12-31

// Year 1 to 9999; empty for a date that does not exist (2023-02-30).
std::optional<Day> make_day(int year, unsigned month, unsigned day);

// "2024-05-06", always ten characters. Days outside the years 1 to 9999 are a precondition fault.
std::string to_string(Day day);

// First day of the unit that holds `day`; weeks start on Monday.
Day start_of(DateUnit unit, Day day);

// First day of the unit after the one that starts at `start`.
Day next_start(DateUnit unit, Day start);

// "2024", "2024-05", "2024-05-06", "2024-W18" (a week as ISO 8601 counts them), "2024-Q2": the whole named period.
// Empty if it is anything else.
std::optional<DayRange> parse_period(std::string_view text);

// The day as the outlet printed it, from a timestamp as sources give them: ISO 8601 ("2015-01-02",
// "2015-01-02T22:10:00-05:00", "2015-01-02 22:10"), RFC 5322 ("Fri, 02 Jan 2015 22:10:00 -0500"), Reuters-21578
// ("26-FEB-1987 15:01:01.79"), and "January 2, 2015" or "2 January 2015". The zone is kept as printed, never converted.
// Empty for anything else, ambiguous forms ("03/04/2015") among them: nothing is guessed.
std::optional<Day> parse_day(std::string_view text);

}  // namespace newshound::format

#endif
