#include "indexer/cli/gate.h"

#include "indexer/format/program/option_values.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>
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
  if (is_count_drop(line.query) && (line.query == kCountDrop || read_percent(line.id)))
    return bad_line(path, line, "count-drop takes spaces, no tab: write `" + line.query + " " + line.id + "`");
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
  const auto fail = [&](const std::string& why) {
    return Error{Errc::io, path + ": the gate cannot be read: " + why, "--gate names a file", {}};
  };
  // Asked first: opening a pipe waits for its writer, and reading a folder throws.
  std::error_code fault;
  const auto status = std::filesystem::status(path, fault);
  if (fault) return fail(fault.message());
  if (!std::filesystem::is_regular_file(status)) return fail("it is no regular file");
  std::ifstream file(path, std::ios::binary);
  if (!file) return fail(std::generic_category().message(errno));
  std::stringstream text;
  text << file.rdbuf();
  if (file.bad() || text.bad()) return fail("input/output error");
  return parse_gate(std::move(text).str(), path);
}

}  // namespace newshound::index_cli
