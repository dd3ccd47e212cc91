// Sizes, times and limits as the options of `newshound-index` take them.
#ifndef NEWSHOUND_CLI_OPTION_VALUES_H
#define NEWSHOUND_CLI_OPTION_VALUES_H

#include <newshound/reader.h>
#include <newshound/result.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace newshound::index_cli {

// How many documents may be rejected before nothing is committed. Both empty: any number.
struct ErrorLimit {
  std::optional<std::uint64_t> count;
  std::optional<double> percent;  // of the documents read

  [[nodiscard]] bool any() const { return count.has_value() || percent.has_value(); }
};

// "512M", "64K", "2G", "1000": bytes; the letters are powers of 1,024.
Result<std::uint64_t> parse_size(std::string_view option, std::string_view text);

// "100" or "2.5%".
Result<ErrorLimit> parse_error_limit(std::string_view text);

// "title=headline".
Result<std::pair<std::string, std::string>> parse_mapping(std::string_view text);

Result<InputFormat> parse_input_format(std::string_view text);

}  // namespace newshound::index_cli

#endif
