#include "indexer/reading/text_dates.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "indexer/format/dates.h"

namespace newshound::reading {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

// What a sentence about something to come says, and what it counts from or to.
constexpr std::array<std::string_view, 14> kFutureSigns = {" will ",     " would ",   " until ",   " by ",   " due ",
                                                           " scheduled", " planned",  " expected", " plans", " before ",
                                                           " deadline",  " expires ", " is to ",   " next "};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Takes a number of one to `most` digits from the front; empty if there is none.
std::optional<unsigned> take_number(std::string_view& text, std::size_t most) {
  std::size_t digits = 0;
  unsigned number = 0;
  while (digits < text.size() && digits <= most && is_digit(text[digits]))
    number = number * 10 + static_cast<unsigned>(text[digits++] - '0');
  if (digits == 0 || digits > most) return {};
  text.remove_prefix(digits);
  return number;
}

// Length of the month's name at the front, written out or cut to three or four letters ("Mar.", "Sept."); 0 if there is
// none.
std::size_t month_length(std::string_view text, std::string_view month) {
  std::size_t same = 0;
  while (same < text.size() && same < month.size() && text[same] == month[same]) ++same;
  if (same < 3 || (same > 4 && same < month.size()) || (same < text.size() && is_letter(text[same]))) return 0;
  return same < text.size() && same < month.size() && text[same] == '.' ? same + 1 : same;
}

// " 4, 2014" after the month.
std::optional<TextDate> month_first(std::string_view text, std::size_t begin, std::size_t end, unsigned month) {
  auto rest = text.substr(end);
  if (!rest.starts_with(' ')) return {};
  rest.remove_prefix(1);
  const auto day = take_number(rest, 2);
  if (!day || !rest.starts_with(", ")) return {};
  rest.remove_prefix(2);
  const auto year = take_number(rest, 4);
  if (!year || *year < 1000) return {};
  const auto made = format::make_day(static_cast<int>(*year), month, *day);
  if (!made) return {};
  return TextDate{*made, text.substr(begin, text.size() - rest.size() - begin)};
}

// "4 " before the month and " 2014" after it.
std::optional<TextDate> day_first(std::string_view text, std::size_t begin, std::size_t end, unsigned month) {
  auto rest = text.substr(end);
  if (begin < 2 || text[begin - 1] != ' ' || !is_digit(text[begin - 2]) || !rest.starts_with(' ')) return {};
  const auto first = begin >= 3 && is_digit(text[begin - 3]) ? begin - 3 : begin - 2;
  auto number = text.substr(first);
  const auto day = take_number(number, 2);
  rest.remove_prefix(1);
  const auto year = take_number(rest, 4);
  if (!day || !year || *year < 1000) return {};
  const auto made = format::make_day(static_cast<int>(*year), month, *day);
  if (!made) return {};
  return TextDate{*made, text.substr(first, text.size() - rest.size() - first)};
}

}  // namespace

std::vector<TextDate> find_dates(std::string_view text) {
  std::vector<TextDate> dates;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at > 0 && is_letter(text[at - 1])) continue;
    for (unsigned month = 1; month <= kMonths.size(); ++month) {
      const auto length = month_length(text.substr(at), kMonths[month - 1]);
      if (length == 0) continue;
      auto date = month_first(text, at, at + length, month);
      if (!date) date = day_first(text, at, at + length, month);
      if (date) dates.push_back(*date);
      break;
    }
  }
  return dates;
}

bool may_be_future(std::string_view text, const TextDate& date) {
  constexpr std::size_t kMostBefore = 120;
  const auto at = static_cast<std::size_t>(date.written.data() - text.data());
  auto before = text.substr(at - std::min(at, kMostBefore), std::min(at, kMostBefore));
  if (const auto sentence = before.rfind(". "); sentence != std::string_view::npos) before.remove_prefix(sentence);
  return std::any_of(kFutureSigns.begin(), kFutureSigns.end(),
                     [&](auto sign) { return before.find(sign) != std::string_view::npos; });
}

}  // namespace newshound::reading
