#include "searcher/query/relative_date.h"

#include "searcher/query/characters.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>

namespace newshound::query {
namespace {

Day months_before(int months, Day today) {
  using std::chrono::sys_days;
  const std::chrono::year_month_day date{sys_days(std::chrono::days(today))};
  const auto month = date.year() / date.month() - std::chrono::months(months);
  const auto same_day = month / date.day();
  const sys_days day = same_day.ok() ? sys_days(same_day) : sys_days(month / std::chrono::last);
  return static_cast<Day>(day.time_since_epoch().count());
}

}  // namespace

std::optional<RelativeDate> read_relative_date(std::string_view text) {
  constexpr std::array<std::string_view, 7> kUnits = {"min", "h", "d", "w", "mo", "y", "m"};
  constexpr std::size_t kMostDigits = 6;
  const auto digits = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
  if (digits == 0 || digits > kMostDigits) return {};
  RelativeDate date{0, text.substr(digits)};
  if (std::find(kUnits.begin(), kUnits.end(), date.unit) == kUnits.end()) return {};
  for (const char c : text.substr(0, digits)) date.number = date.number * 10 + (c - '0');
  return date;
}

std::optional<Day> day_before(const RelativeDate& date, Day today) {
  if (date.unit == "d") return today - date.number;
  if (date.unit == "w") return today - 7 * date.number;
  if (date.unit == "mo") return months_before(date.number, today);
  if (date.unit == "y") return months_before(12 * date.number, today);
  return {};
}

}  // namespace newshound::query
