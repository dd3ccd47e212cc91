#include "indexer/format/dates.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace newshound::format {
namespace {

std::string shown(std::optional<Day> day) { return day ? to_string(*day) : "none"; }

TEST(Dates, DayOfATimestampIsTheDayAsPrinted) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"2015-01-02", "2015-01-02"},
      {"2015-01-02T22:10:00-05:00", "2015-01-02"},  // the zone is not applied
      {"2015-01-02T03:10:00.123Z", "2015-01-02"},
      {"2015-01-02 22:10", "2015-01-02"},
      {"  2015-01-02 ", "2015-01-02"},
      {"2015/01/02", "2015-01-02"},
      {"20150102", "2015-01-02"},
      {"20150102T221000Z", "2015-01-02"},
      {"Fri, 02 Jan 2015 22:10:00 -0500", "2015-01-02"},
      {"2 January 2015", "2015-01-02"},
      {"January 2, 2015", "2015-01-02"},
      {"Friday, January 2, 2015", "2015-01-02"},
      {"Sept. 3, 2015", "2015-09-03"},
      {"26-FEB-1987 15:01:01.79", "1987-02-26"},
      {" 3-APR-1987 07:09:06.48", "1987-04-03"},
      {"1916-01-01", "1916-01-01"},
      {"2016-02-29", "2016-02-29"},
      {"2015-02-29", "none"},  // no such day
      {"2015-13-01", "none"},
      {"0000-01-01", "none"},
      {"03/04/2015", "none"},  // ambiguous
      {"2015", "none"},
      {"2015-01", "none"},
      {"2015-01-02abc", "none"},
      {"Jan 2015", "none"},
      {"yesterday", "none"},
      {"", "none"},
  };
  for (const auto& [text, day] : table) EXPECT_EQ(shown(parse_day(text)), day) << text;
}

TEST(Dates, TheFirstAndTheLastDayAreThoseOfTheirYears) {
  EXPECT_EQ(kFirstDay, make_day(kMinYear, 1, 1));
  EXPECT_EQ(kLastDay, make_day(kMaxYear, 12, 31));
}

TEST(Dates, PeriodIsTheWholeNamedUnit) {
  const auto period = [](std::string_view text) {
    const auto range = parse_period(text);
    return range ? to_string(range->first) + ".." + to_string(range->last) : "none";
  };
  EXPECT_EQ(period("2024"), "2024-01-01..2024-12-31");
  EXPECT_EQ(period("2024-02"), "2024-02-01..2024-02-29");
  EXPECT_EQ(period("2024-12"), "2024-12-01..2024-12-31");
  EXPECT_EQ(period("2024-02-29"), "2024-02-29..2024-02-29");
  EXPECT_EQ(period("9999"), "9999-01-01..9999-12-31");
  EXPECT_EQ(period("2024-Q1"), "2024-01-01..2024-03-31");
  EXPECT_EQ(period("2024-Q4"), "2024-10-01..2024-12-31");
  EXPECT_EQ(period("2024-W01"), "2024-01-01..2024-01-07");
  EXPECT_EQ(period("2021-W01"), "2021-01-04..2021-01-10");  // 1 January was a Friday
  EXPECT_EQ(period("2020-W53"), "2020-12-28..2021-01-03");
  EXPECT_EQ(period("2025-W01"), "2024-12-30..2025-01-05");
  for (const auto* wrong :
       {"", "24", "2024-", "2024-1", "2024-13", "2023-02-29", "2024-01-01x", "0000", "20240", "2024-Q0", "2024-Q5",
        "2024-Q", "2024-Q12", "2024-W00", "2024-W53", "2024-W1", "2024-W011", "2024W01"})
    EXPECT_EQ(period(wrong), "none") << wrong;
}

TEST(Dates, UnitsStartWhereACalendarSays) {
  const Day day = *make_day(2024, 2, 29);  // a Thursday
  EXPECT_EQ(to_string(start_of(DateUnit::day, day)), "2024-02-29");
  EXPECT_EQ(to_string(start_of(DateUnit::week, day)), "2024-02-26");
  EXPECT_EQ(to_string(start_of(DateUnit::month, day)), "2024-02-01");
  EXPECT_EQ(to_string(start_of(DateUnit::year, day)), "2024-01-01");
  EXPECT_EQ(to_string(next_start(DateUnit::month, *make_day(2024, 12, 1))), "2025-01-01");
  EXPECT_EQ(to_string(next_start(DateUnit::week, *make_day(2024, 2, 26))), "2024-03-04");
  EXPECT_EQ(to_string(next_start(DateUnit::year, *make_day(2024, 1, 1))), "2025-01-01");
}

TEST(Dates, EveryDayOfTheCalendarReadsBackAsItself) {
  const Day first = *make_day(1, 1, 1);
  const Day last = *make_day(9999, 12, 31);
  for (Day day = first; day <= last; day += 13) ASSERT_EQ(parse_day(to_string(day)), day);
  EXPECT_EQ(to_string(0), "1970-01-01");
}

}  // namespace
}  // namespace newshound::format
