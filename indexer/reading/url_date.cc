#include "indexer/reading/url_date.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "indexer/format/dates.h"

namespace newshound::reading {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr int kFirstYear = 1990;  // of the web; smaller numbers are something else
constexpr int kLastYear = 2099;

// Of one to four digits; empty for anything else.
std::optional<int> number_of(std::string_view text) {
  if (text.empty() || text.size() > 4) return {};
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return {};
    number = number * 10 + (c - '0');
  }
  return number;
}

std::optional<int> month_of(std::string_view text) {
  if (text.size() == 3) {
    const auto month = std::find(kMonths.begin(), kMonths.end(), text);
    if (month != kMonths.end()) return static_cast<int>(month - kMonths.begin()) + 1;
  }
  return text.size() <= 2 ? number_of(text) : std::nullopt;
}

std::string date_of(std::string_view year, std::string_view month, std::string_view day) {
  const auto y = number_of(year);
  const auto m = month_of(month);
  const auto d = day.size() <= 2 ? number_of(day) : std::nullopt;
  if (year.size() != 4 || !y || !m || !d || *y < kFirstYear || *y > kLastYear) return {};
  const auto date = format::make_day(*y, static_cast<unsigned>(*m), static_cast<unsigned>(*d));
  return date ? format::to_string(*date) : std::string();
}

}  // namespace

std::string date_of_url(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  const auto slashes = url.find("//");
  const auto path = url.find('/', slashes == std::string_view::npos ? 0 : slashes + 2);
  if (path == std::string_view::npos) return {};
  std::vector<std::string_view> parts;
  for (auto rest = url.substr(path); !rest.empty();) {
    rest.remove_prefix(1);
    parts.push_back(rest.substr(0, rest.find_first_of("/-_.")));
    rest.remove_prefix(parts.back().size());
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i + 2 < parts.size())
      if (auto date = date_of(parts[i], parts[i + 1], parts[i + 2]); !date.empty()) return date;
    if (parts[i].size() != 8) continue;
    if (auto date = date_of(parts[i].substr(0, 4), parts[i].substr(4, 2), parts[i].substr(6)); !date.empty())
      return date;
  }
  return {};
}

}  // namespace newshound::reading
