#include "indexer/cli/gate.h"

#include "indexer/format/program/option_values.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <utility>

namespace newshound::index_cli {
namespace {

constexpr std::string_view kCountDrop = "count-drop";

Error bad_line(const std::string& path, const GateLine& line, const std::string& why) {
  return program::usage_error(path + ":" + std::to_string(line.line) + ": " + why,
                              "a line is a query, a tab and an article's id, or count-drop [OUTLET] P%");
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r";
  const auto begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) + 1 - begin);
}

// "12.5%"
std::optional<double> read_percent(std::string_view text) {
  double percent = 0;
  if (!text.ends_with('%')) return {};
  const auto* end = text.data() + text.size() - 1;
  const auto [at, error] = std::from_chars(text.data(), end, percent);
  const bool is_share = error == std::errc() && at == end && percent >= 0 && percent <= 100;
  return is_share ? std::optional(percent) : std::nullopt;
}

// What follows "count-drop"; false if it is wrong.
bool read_count_drop(std::string_view rest, GateLine& line) {
  const auto last = rest.find_last_of(" \t");
  const auto percent = read_percent(rest.substr(last == std::string_view::npos ? 0 : last + 1));
  if (!percent) return false;
  line.percent = *percent;
  if (last != std::string_view::npos) line.outlet = trimmed(rest.substr(0, last));
  return true;
}

bool is_count_drop(std::string_view text) {
  const auto rest = text.substr(std::min(text.size(), kCountDrop.size()));
  return text.starts_with(kCountDrop) && (rest.empty() || rest.front() == ' ');
}

Result<GateLine> parse_line(std::string_view text, std::uint64_t number, const std::string& path) {
  GateLine line{.line = number, .text = std::string(text)};
  const auto tab = text.find('\t');
  if (tab == std::string_view::npos) {
    if (!is_count_drop(text)) return bad_line(path, line, "it has no tab");
    if (!read_count_drop(trimmed(text.substr(kCountDrop.size())), line))
      return bad_line(path, line, "count-drop needs a share from 0% to 100% at its end");
    return line;
  }
  line.query = trimmed(text.substr(0, tab));
  line.id = trimmed(text.substr(tab + 1));
  if (line.query.empty() || line.id.empty()) return bad_line(path, line, "its query or its id is empty");
  return line;
}

}  // namespace

Result<Gate> parse_gate(std::string_view text, const std::string& path) {
  Gate gate{path, {}};
  std::uint64_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    ++number;
    const auto line = text.substr(begin, end - begin);
    begin = end + 1;
    const auto content = trimmed(line);
    if (content.empty() || content.front() == '#') continue;
    auto parsed = parse_line(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line, number, path);
    if (!parsed) return parsed.error();
    gate.lines.push_back(*std::move(parsed));
  }
  return gate;
}

Result<Gate> read_gate(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file) return Error{Errc::io, path + ": the gate cannot be read", "--gate names a file", {}};
  return parse_gate(text, path);
}

}  // namespace newshound::index_cli
