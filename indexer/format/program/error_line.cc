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

std::string caret_lines(std::string_view query, Span span) {
  const std::size_t begin = std::min(span.begin, query.size());
  const std::size_t end = std::clamp(span.end, begin, query.size());
  const unsigned before = display_width(query.substr(0, begin));
  const unsigned under = std::max(1U, display_width(query.substr(begin, end - begin)));
  return "  " + printable(query) + "\n  " + std::string(before, ' ') + std::string(under, '^') + "\n";
}

std::string error_report(std::string_view program, const Error& error, std::string_view query) {
  std::string report = error_line(program, error) + "\n";
  if (error.span && !query.empty()) report += caret_lines(query, *error.span);
  return report;
}

}  // namespace newshound::program
