#include "indexer/reading/text_dates.h"

#include <algorithm>
#include <array>

#include "indexer/format/ascii.h"
#include "indexer/format/dates.h"

namespace newshound::reading {
namespace {

// What a sentence about something to come says, and what it counts from or to.
constexpr std::array<std::string_view, 14> kFutureSigns = {" will ",     " would ",   " until ",   " by ",   " due ",
                                                           " scheduled", " planned",  " expected", " plans", " before ",
                                                           " deadline",  " expires ", " is to ",   " next "};

// Where the word before `at` begins: behind the space before it. npos if there is none.
std::size_t previous_word(std::string_view text, std::size_t at) {
  if (at == 0 || text[at - 1] != ' ') return std::string_view::npos;
  auto begin = at - 1;
  while (begin > 0 && (format::is_ascii_letter(text[begin - 1]) || format::is_ascii_digit(text[begin - 1]) ||
                       text[begin - 1] == ',' || text[begin - 1] == '.'))
    --begin;
  return begin < at - 1 ? begin : std::string_view::npos;
}

bool is_year(std::string_view text, std::size_t at) {
  const auto is_digit = [&](std::size_t i) { return i < text.size() && format::is_ascii_digit(text[i]); };
  return is_digit(at) && is_digit(at + 1) && is_digit(at + 2) && is_digit(at + 3) && !is_digit(at + 4);
}

}  // namespace

// A year, and the two words before it: whether they are a date, parse_day() says.
std::vector<TextDate> find_dates(std::string_view text) {
  constexpr std::size_t kYear = 4;
  std::vector<TextDate> dates;
  for (std::size_t at = 1; at + kYear <= text.size(); ++at) {
    if (text[at - 1] != ' ' || !is_year(text, at)) continue;
    const auto second = previous_word(text, at);
    const auto first = second == std::string_view::npos ? second : previous_word(text, second);
    if (first == std::string_view::npos) continue;
    const auto written = text.substr(first, at + kYear - first);
    if (const auto day = format::parse_day(written)) dates.push_back({*day, written});
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
