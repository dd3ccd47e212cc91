#include "indexer/format/dates.h"

#include <array>
#include <cassert>
#include <chrono>
#include <cstdint>
#include <cstdio>

namespace newshound::format {
namespace {

namespace chrono = std::chrono;

chrono::year_month_day civil(Day day) { return chrono::sys_days(chrono::days(day)); }

Day to_day(chrono::sys_days days) { return static_cast<Day>(days.time_since_epoch().count()); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Reads a text from left to right; every take_ either succeeds and moves on or leaves the place as it was.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
  [[nodiscard]] char peek() const { return at_end() ? '\0' : text_[at_]; }

  bool take(char c) {
    if (peek() != c || at_end()) return false;
    ++at_;
    return true;
  }

  void skip_spaces() {
    while (take(' ')) {
    }
  }

  // Exactly between `least` and `most` digits, and no digit after them.
  std::optional<int> take_number(std::size_t least, std::size_t most) {
    std::size_t end = at_;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    const std::size_t length = end - at_;
    if (length < least || length > most) return {};
    int number = 0;
    for (; at_ < end; ++at_) number = number * 10 + (text_[at_] - '0');
    return number;
  }

  std::string_view take_letters() {
    const std::size_t begin = at_;
    while (!at_end() && is_letter(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

bool same_letters(std::string_view text, std::string_view lower_case) {
  if (text.size() != lower_case.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((text[i] | 0x20) != lower_case[i]) return false;
  return true;
}

// 1 to 12 for an English month name or its first three letters ("Sept" too); 0 otherwise.
unsigned month_number(std::string_view name) {
  static constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                               "may",       "june",     "july",     "august",
                                                               "september", "october",  "november", "december"};
  for (unsigned i = 0; i < kMonths.size(); ++i)
    if (same_letters(name, kMonths[i]) || same_letters(name, kMonths[i].substr(0, 3))) return i + 1;
  return same_letters(name, "sept") ? 9 : 0;
}

bool is_weekday(std::string_view name) {
  static constexpr std::array<std::string_view, 7> kDays = {"monday", "tuesday",  "wednesday", "thursday",
                                                            "friday", "saturday", "sunday"};
  for (auto day : kDays)
    if (same_letters(name, day) || same_letters(name, day.substr(0, 3))) return true;
  return false;
}

// What may follow a day: nothing, or a time that begins with two-digit hours ("T22:10", " 22:10:00 -0500").
bool only_a_time_follows(Scanner scanner) {
  if (scanner.at_end()) return true;
  if (!scanner.take('T') && !scanner.take('t') && !scanner.take(' ')) return false;
  scanner.skip_spaces();
  const auto hour = scanner.take_number(1, 2);
  if (!hour || *hour > 24 || !scanner.take(':')) return false;
  const auto minute = scanner.take_number(2, 2);
  return minute && *minute < 60;
}

// 2015-01-02, 2015/01/02, and 20150102 with a T or an end after it.
std::optional<Day> parse_iso(Scanner scanner) {
  if (const auto compact = scanner.take_number(8, 8)) {
    if (!only_a_time_follows(scanner) && !scanner.take('T')) return {};
    return make_day(*compact / 10000, static_cast<unsigned>(*compact / 100 % 100),
                    static_cast<unsigned>(*compact % 100));
  }
  const auto year = scanner.take_number(4, 4);
  if (!year) return {};
  const char separator = scanner.peek();
  if ((separator != '-' && separator != '/') || !scanner.take(separator)) return {};
  const auto month = scanner.take_number(2, 2);
  if (!month || !scanner.take(separator)) return {};
  const auto day = scanner.take_number(2, 2);
  if (!day || !only_a_time_follows(scanner)) return {};
  return make_day(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

// [Fri,] 02 Jan 2015 or 26-FEB-1987
std::optional<Day> parse_day_month_year(Scanner scanner) {
  if (is_letter(scanner.peek())) {
    if (!is_weekday(scanner.take_letters()) || !(scanner.take(',') || scanner.peek() == ' ')) return {};
    scanner.skip_spaces();
  }
  const auto day = scanner.take_number(1, 2);
  const char separator = scanner.peek();
  if (!day || (separator != ' ' && separator != '-') || !scanner.take(separator)) return {};
  const unsigned month = month_number(scanner.take_letters());
  scanner.take('.');
  scanner.take(',');
  if (month == 0 || !scanner.take(separator)) return {};
  const auto year = scanner.take_number(4, 4);
  if (!year || !only_a_time_follows(scanner)) return {};
  return make_day(*year, month, static_cast<unsigned>(*day));
}

// [Friday,] January 2, 2015
std::optional<Day> parse_month_day_year(Scanner scanner) {
  auto name = scanner.take_letters();
  if (is_weekday(name)) {
    scanner.take(',');
    scanner.skip_spaces();
    name = scanner.take_letters();
  }
  const unsigned month = month_number(name);
  scanner.take('.');
  if (month == 0 || !scanner.take(' ')) return {};
  const auto day = scanner.take_number(1, 2);
  scanner.take(',');
  if (!day || !scanner.take(' ')) return {};
  const auto year = scanner.take_number(4, 4);
  if (!year || !only_a_time_follows(scanner)) return {};
  return make_day(*year, month, static_cast<unsigned>(*day));
}

// The first week of a year is the one with 4 January in it.
std::optional<DayRange> parse_week(int year, std::string_view digits) {
  Scanner scanner(digits);
  const auto week = scanner.take_number(2, 2);
  const auto fourth = make_day(year, 1, 4);
  const auto fourth_of_next = make_day(year + 1, 1, 4);
  if (!week || *week < 1 || !scanner.at_end() || !fourth || !fourth_of_next) return {};
  const Day monday = start_of(DateUnit::week, *fourth) + 7 * (*week - 1);
  if (monday >= start_of(DateUnit::week, *fourth_of_next)) return {};
  return DayRange{monday, monday + 6};
}

std::optional<DayRange> parse_quarter(int year, std::string_view digits) {
  Scanner scanner(digits);
  const auto quarter = scanner.take_number(1, 1);
  if (!quarter || *quarter < 1 || *quarter > 4 || !scanner.at_end()) return {};
  const auto first = make_day(year, static_cast<unsigned>(3 * *quarter - 2), 1);
  const auto last_month = make_day(year, static_cast<unsigned>(3 * *quarter), 1);
  if (!first || !last_month) return {};
  return DayRange{*first, next_start(DateUnit::month, *last_month) - 1};
}

}  // namespace

std::optional<Day> make_day(int year, unsigned month, unsigned day) {
  if (year < kMinYear || year > kMaxYear) return {};
  const chrono::year_month_day date{chrono::year(year), chrono::month(month), chrono::day(day)};
  if (!date.ok()) return {};
  return to_day(chrono::sys_days(date));
}

std::string to_string(Day day) {
  const auto date = civil(day);
  const int year = static_cast<int>(date.year());
  assert(year >= kMinYear && year <= kMaxYear);
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", year, static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
  return buffer.data();
}

Day start_of(DateUnit unit, Day day) {
  const auto date = civil(day);
  switch (unit) {
    case DateUnit::day:
      return day;
    case DateUnit::week: {
      const auto since_monday = chrono::weekday(chrono::sys_days(chrono::days(day))) - chrono::Monday;
      return day - static_cast<Day>(since_monday.count());
    }
    case DateUnit::month:
      return to_day(chrono::sys_days(date.year() / date.month() / 1));
    case DateUnit::year:
      return to_day(chrono::sys_days(date.year() / 1 / 1));
  }
  return day;
}

Day next_start(DateUnit unit, Day start) {
  const auto date = civil(start);
  switch (unit) {
    case DateUnit::day:
      return start + 1;
    case DateUnit::week:
      return start + 7;
    case DateUnit::month:
      return to_day(chrono::sys_days((date.year() / date.month() / 1) + chrono::months(1)));
    case DateUnit::year:
      return to_day(chrono::sys_days((date.year() + chrono::years(1)) / 1 / 1));
  }
  return start + 1;
}

std::optional<DayRange> parse_period(std::string_view text) {
  Scanner scanner(text);
  const auto year = scanner.take_number(4, 4);
  if (!year) return {};
  if (text.substr(4).starts_with("-W")) return parse_week(*year, text.substr(6));
  if (text.substr(4).starts_with("-Q")) return parse_quarter(*year, text.substr(6));
  DateUnit unit = DateUnit::year;
  unsigned month = 1;
  unsigned day = 1;
  if (scanner.take('-')) {
    const auto number = scanner.take_number(2, 2);
    if (!number) return {};
    month = static_cast<unsigned>(*number);
    unit = DateUnit::month;
    if (scanner.take('-')) {
      const auto day_number = scanner.take_number(2, 2);
      if (!day_number) return {};
      day = static_cast<unsigned>(*day_number);
      unit = DateUnit::day;
    }
  }
  const auto first = make_day(*year, month, day);
  if (!first || !scanner.at_end()) return {};
  return DayRange{*first, next_start(unit, *first) - 1};
}

std::optional<Day> parse_day(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  const Scanner scanner(text);
  if (auto day = parse_iso(scanner)) return day;
  if (auto day = parse_day_month_year(scanner)) return day;
  return parse_month_day_year(scanner);
}

}  // namespace newshound::format
