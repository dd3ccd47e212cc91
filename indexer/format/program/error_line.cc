#include "indexer/format/program/error_line.h"

#include "indexer/format/program/printable.h"

#include <algorithm>

namespace newshound::program {

std::string error_line(std::string_view program, const Error& error) {
  std::string line = std::string(program) + ": " + printable(error.message);
  if (!error.hint.empty()) line += " (" + printable(error.hint) + ")";
  return line;
}

std::string warning_line(std::string_view program, std::string_view text) {
  return std::string(program) + ": warning: " + printable(text);
}

namespace {

// The character that the byte belongs to.
std::size_t start_of_character(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

}  // namespace

std::string caret_lines(std::string_view query, Span span) {
  constexpr std::size_t kShown = 100;  // bytes to each side
  constexpr std::string_view kCut = "…";
  const std::size_t begin = std::min(span.begin, query.size());
  const std::size_t first = start_of_character(query, begin - std::min(begin, kShown));
  const std::size_t last = start_of_character(query, std::min(query.size(), begin + kShown));
  const std::size_t end = std::clamp(span.end, begin, std::max(begin, last));
  const unsigned before = (first > 0 ? 1U : 0U) + display_width(query.substr(first, begin - first));
  const unsigned under = std::max(1U, display_width(query.substr(begin, end - begin)));
  std::string lines = "  ";
  if (first > 0) lines += kCut;
  lines += printable(query.substr(first, last - first));
  if (last < query.size()) lines += kCut;
  return lines + "\n  " + std::string(before, ' ') + std::string(under, '^') + "\n";
}

std::string error_report(std::string_view program, const Error& error, std::string_view query) {
  std::string report = error_line(program, error) + "\n";
  if (error.span && !query.empty()) report += caret_lines(query, *error.span);
  return report;
}

}  // namespace newshound::program
