#include "indexer/format/program/option_values.h"

#include <charconv>
#include <optional>

namespace newshound::program {
namespace {

std::optional<std::uint64_t> milliseconds_of(std::string_view unit) {
  if (unit == "ms") return 1;
  if (unit == "s") return 1000;
  if (unit == "min") return 60'000;
  if (unit == "h") return 3'600'000;
  return {};
}

}  // namespace

Error usage_error(std::string message, std::string hint) {
  return {Errc::usage, std::move(message), std::move(hint), {}};
}

Result<std::uint64_t> parse_number(std::string_view option, std::string_view text, std::uint64_t most) {
  std::uint64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault == std::errc() && end == text.data() + text.size() && number <= most) return number;
  return usage_error(std::string(option) + ": `" + std::string(text) + "` is not a number from 0 to " +
                     std::to_string(most));
}

Result<std::chrono::milliseconds> parse_duration(std::string_view option, std::string_view text) {
  constexpr std::uint64_t kMost = 1'000'000;
  std::uint64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  const auto factor = milliseconds_of(text.substr(static_cast<std::size_t>(end - text.data())));
  if (fault == std::errc() && factor && number <= kMost) return std::chrono::milliseconds(number * *factor);
  return usage_error(std::string(option) + ": `" + std::string(text) + "` is not a time",
                     "for example 500ms, 30s, 5min or 1h");
}

}  // namespace newshound::program
