#include "indexer/cli/option_values.h"

#include "indexer/format/program/option_values.h"

#include <charconv>
#include <limits>

namespace newshound::index_cli {

using program::usage_error;

namespace {

// The number at the start of `text`, which moves on; empty if there is none.
std::optional<std::uint64_t> take_number(std::string_view& text) {
  std::uint64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc()) return {};
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

std::optional<unsigned> shift_of(std::string_view unit) {
  if (unit.empty()) return 0;
  if (unit == "K" || unit == "k") return 10;
  if (unit == "M") return 20;
  if (unit == "G") return 30;
  return {};
}

}  // namespace

Result<std::uint64_t> parse_size(std::string_view option, std::string_view text) {
  std::string_view unit = text;
  const auto number = take_number(unit);
  const auto shift = shift_of(unit);
  if (number && shift && *number <= (std::numeric_limits<std::uint64_t>::max() >> *shift)) return *number << *shift;
  return usage_error(std::string(option) + ": `" + std::string(text) + "` is not a size", "for example 512M or 2G");
}

Result<ErrorLimit> parse_error_limit(std::string_view text) {
  const auto fault = usage_error("--max-errors: `" + std::string(text) + "` is not a limit",
                                 "a number like 100, or a share like 2.5%");
  ErrorLimit limit;
  if (!text.empty() && text.back() == '%') {
    text.remove_suffix(1);
    double percent = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), percent, std::chars_format::fixed);
    if (error != std::errc() || end != text.data() + text.size() || !(percent >= 0) || percent > 100) return fault;
    limit.percent = percent;
    return limit;
  }
  limit.count = take_number(text);
  if (!limit.count || !text.empty()) return fault;
  return limit;
}

Result<std::pair<std::string, std::string>> parse_mapping(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos || equals == 0 || equals + 1 == text.size())
    return usage_error("--map: `" + std::string(text) + "` is not FIELD=KEY", "for example --map title=headline_text");
  return std::pair(std::string(text.substr(0, equals)), std::string(text.substr(equals + 1)));
}

Result<InputFormat> parse_input_format(std::string_view text) {
  return program::parse_choice<InputFormat>("--input-format", text,
                                            {{"auto", InputFormat::automatic},
                                             {"text", InputFormat::text},
                                             {"html", InputFormat::html},
                                             {"jsonl", InputFormat::jsonl},
                                             {"json", InputFormat::json},
                                             {"ninjs", InputFormat::json},
                                             {"feed", InputFormat::feed},
                                             {"rss", InputFormat::feed},
                                             {"atom", InputFormat::feed},
                                             {"csv", InputFormat::csv},
                                             {"tsv", InputFormat::csv},
                                             {"headers", InputFormat::headers},
                                             {"trec", InputFormat::trec},
                                             {"warc", InputFormat::warc},
                                             {"newsml", InputFormat::newsml},
                                             {"nitf", InputFormat::newsml},
                                             {"reuters", InputFormat::reuters}});
}

}  // namespace newshound::index_cli
