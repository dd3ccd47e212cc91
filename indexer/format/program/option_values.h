// Values of options that both programs read: numbers, and names out of a fixed list. Every error names the option.
#ifndef NEWSHOUND_FORMAT_PROGRAM_OPTION_VALUES_H
#define NEWSHOUND_FORMAT_PROGRAM_OPTION_VALUES_H

#include <newshound/result.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace newshound::program {

Error usage_error(std::string message, std::string hint = {});

// Decimal digits only, at most `most`.
Result<std::uint64_t> parse_number(std::string_view option, std::string_view text, std::uint64_t most);

// "500ms", "30s", "5min", "1h"; a bare m is refused as ambiguous.
Result<std::chrono::milliseconds> parse_duration(std::string_view option, std::string_view text);

// One of `choices`, and nothing shorter.
template <typename T>
Result<T> parse_choice(std::string_view option, std::string_view text,
                       const std::vector<std::pair<std::string, T>>& choices) {
  std::string names;
  for (const auto& [name, value] : choices) {
    if (name == text) return value;
    names += (names.empty() ? "" : ", ") + name;
  }
  return usage_error(std::string(option) + ": unknown value `" + std::string(text) + "`", "one of " + names);
}

}  // namespace newshound::program

#endif
