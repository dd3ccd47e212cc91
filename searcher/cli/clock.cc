#include "searcher/cli/clock.h"

#include "indexer/format/program/day_text.h"
#include "indexer/format/program/option_values.h"

#include <array>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <optional>
#include <string_view>

namespace newshound::search_cli {
namespace {

using program::usage_error;

constexpr std::int64_t kSecondsPerDay = 86400;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Two digits below `limit` at the start of `text`, which moves on.
std::optional<int> take_two(std::string_view& text, int limit) {
  if (text.size() < 2 || !is_digit(text[0]) || !is_digit(text[1])) return {};
  const int number = (text[0] - '0') * 10 + (text[1] - '0');
  if (number >= limit) return {};
  text.remove_prefix(2);
  return number;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text[0] != c) return false;
  text.remove_prefix(1);
  return true;
}

// "Z", "+02:00", "+0200", "+02" as seconds east of Greenwich.
std::optional<std::int64_t> parse_offset(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  const bool west = take(text, '-');
  if (!west && !take(text, '+')) return {};
  const auto hours = take_two(text, 24);
  if (!hours) return {};
  take(text, ':');
  const auto minutes = text.empty() ? std::optional<int>(0) : take_two(text, 60);
  if (!minutes || !text.empty()) return {};
  const std::int64_t seconds = *hours * 3600 + *minutes * 60;
  return west ? -seconds : seconds;
}

// "09:30", "09:30:15", "09:30:15.250" as seconds of the day; what follows stays in `text`.
std::optional<std::int64_t> take_time(std::string_view& text) {
  const auto hours = take_two(text, 24);
  if (!hours || !take(text, ':')) return {};
  const auto minutes = take_two(text, 60);
  if (!minutes) return {};
  int seconds = 0;
  if (take(text, ':')) {
    const auto given = take_two(text, 61);
    if (!given) return {};
    seconds = *given;
    if (take(text, '.')) {
      while (!text.empty() && is_digit(text[0])) text.remove_prefix(1);
    }
  }
  return *hours * 3600 + *minutes * 60 + seconds;
}

Day day_of(std::int64_t seconds) {
  const std::int64_t days = seconds / kSecondsPerDay;
  return static_cast<Day>(seconds % kSecondsPerDay < 0 ? days - 1 : days);
}

// Sets TZ and puts it back.
class ZoneInForce {
 public:
  explicit ZoneInForce(const std::string& zone) {
    if (const char* before = std::getenv("TZ")) before_ = before;
    if (zone.empty()) return;
    setenv("TZ", zone.c_str(), 1);
    changed_ = true;
    tzset();
  }
  ZoneInForce(const ZoneInForce&) = delete;
  ZoneInForce& operator=(const ZoneInForce&) = delete;
  ~ZoneInForce() {
    if (!changed_) return;
    before_ ? setenv("TZ", before_->c_str(), 1) : unsetenv("TZ");
    tzset();
  }

 private:
  std::optional<std::string> before_;
  bool changed_ = false;
};

// The C library takes an unknown name for UTC without a word.
bool is_known_zone(const std::string& zone) {
  if (zone == "UTC" || zone == "GMT") return true;
  if (zone[0] == '/' || zone.find("..") != std::string::npos) return false;
  const char* folder = std::getenv("TZDIR");
  std::error_code fault;
  return std::filesystem::is_regular_file(
      std::filesystem::path(folder == nullptr ? "/usr/share/zoneinfo" : folder) / zone, fault);
}

Result<Day> day_in_zone(std::int64_t seconds, const std::string& zone) {
  if (const auto offset = parse_offset(zone)) return day_of(seconds + *offset);
  if (!zone.empty() && !is_known_zone(zone))
    return usage_error("--tz: unknown zone `" + zone + "`", "an offset like +02:00 or a name like Europe/Paris");
  const ZoneInForce in_force(zone);
  const auto time = static_cast<std::time_t>(seconds);
  std::tm local{};
  if (localtime_r(&time, &local) == nullptr) return usage_error("--now: out of range");
  return day_of(seconds + local.tm_gmtoff);
}

}  // namespace

Result<Day> today(const std::string& zone, const std::string& now, std::int64_t seconds) {
  const auto by_clock = day_in_zone(seconds, zone);  // also says whether the zone is one
  if (!by_clock || now.empty()) return by_clock;
  const auto fault = usage_error("--now: `" + now + "` is not a date or timestamp",
                                 "for example 2024-05-06 or 2024-05-06T09:30:00+02:00");
  const auto day = program::parse_day_text(std::string_view(now).substr(0, 10));
  if (!day) return fault;
  std::string_view rest = std::string_view(now).substr(10);
  if (rest.empty()) return *day;
  if (!take(rest, 'T') && !take(rest, ' ')) return fault;
  const auto time = take_time(rest);
  if (!time) return fault;
  if (rest.empty()) return *day;
  const auto offset = parse_offset(rest);
  if (!offset) return fault;
  return day_in_zone(*day * kSecondsPerDay + *time - *offset, zone);
}

}  // namespace newshound::search_cli
