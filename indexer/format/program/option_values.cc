#include "indexer/format/program/option_values.h"

#include <charconv>

namespace newshound::program {

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

}  // namespace newshound::program
