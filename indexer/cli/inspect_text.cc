#include "indexer/cli/inspect_text.h"

#include "indexer/format/program/day_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace newshound::index_cli {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";
constexpr std::size_t kBodyLines = 3;
constexpr std::size_t kBodyLineBytes = 400;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

// The length of the character that `text` begins with if a terminal may obey it, else 0: C0, DEL and C1 control
// characters, the marks that turn the direction of writing (U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069), the
// line and paragraph separators.
std::size_t commanding_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  if (byte(0) < 0x20 || byte(0) == 0x7f) return 1;
  if (byte(0) == 0xc2 && byte(1) >= 0x80 && byte(1) <= 0x9f) return 2;
  if (byte(0) != 0xe2) return 0;
  const bool in_2000 = byte(1) == 0x80 && (byte(2) == 0x8e || byte(2) == 0x8f || (byte(2) >= 0xa8 && byte(2) <= 0xae));
  const bool in_2040 = byte(1) == 0x81 && byte(2) >= 0xa6 && byte(2) <= 0xa9;
  return in_2000 || in_2040 ? 3 : 0;
}

// On one line and harmless; line feeds and tabs become spaces.
std::string harmless(std::string_view text) {
  std::string shown;
  while (!text.empty()) {
    const auto length = commanding_length(text);
    if (length == 0)
      shown += text.front();
    else if (text.front() == '\n' || text.front() == '\t' || text.front() == '\r')
      shown += ' ';
    else
      shown += kReplacement;
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return shown;
}

std::string shortened(std::string_view line) {
  if (line.size() <= kBodyLineBytes) return harmless(line);
  std::size_t end = kBodyLineBytes;
  while (end > 0 && is_continuation(line[end])) --end;
  return harmless(line.substr(0, end)) + "...";
}

std::string_view name_of(Standing standing) {
  static constexpr std::array<std::string_view, 5> kNames = {"unknown", "given", "stated", "derived", "inferred"};
  return kNames[static_cast<std::size_t>(standing)];
}

// "  outlet    " and so on: all values begin in one column.
std::string label(std::string_view name) {
  std::string text = "  " + std::string(name);
  text.resize(std::max<std::size_t>(text.size() + 1, 12), ' ');
  return text;
}

std::string value_line(std::string_view name, const std::string& value) {
  return label(name) + (value.empty() ? "(none)" : harmless(value)) + "\n";
}

std::string field_line(std::string_view name, const Field& field) {
  if (!field.known()) return label(name) + "(unknown)\n";
  std::string line = label(name) + harmless(field.value) + "  [" + std::string(name_of(field.standing));
  if (!field.evidence.empty()) line += ": " + harmless(field.evidence);
  return line + "]\n";
}

// Of what most articles do not have.
std::string known_line(std::string_view name, const Field& field) {
  return field.known() ? field_line(name, field) : std::string();
}

std::string bounds_line(const DayBounds& bounds) {
  if (bounds == DayBounds()) return {};
  std::string line = label("");
  if (bounds.earliest) line += "not before " + program::day_text(*bounds.earliest) + "  ";
  if (bounds.latest) line += "not after " + program::day_text(*bounds.latest) + "  ";
  return line + "[" + harmless(bounds.evidence) + "]\n";
}

std::string entity_lines(const Article& article) {
  static constexpr std::array<std::string_view, 3> kTypes = {"person", "organization", "place"};
  std::string lines;
  for (const auto& entity : article.entities) {
    lines += label(lines.empty() ? "entities" : "") + harmless(entity.name);
    if (entity.type) lines += " (" + std::string(kTypes[static_cast<std::size_t>(*entity.type)]) + ")";
    lines += '\n';
  }
  return lines;
}

std::string dropped_lines(const Article& article) {
  std::string lines;
  for (const auto& dropped : article.dropped)
    lines += label(lines.empty() ? "dropped" : "") + "line " + std::to_string(dropped.line) + ", " +
             harmless(dropped.reason) + ": " + shortened(dropped.text) + "\n";
  return lines;
}

struct TextSize {
  std::size_t words = 0;       // runs of anything but white space
  std::size_t paragraphs = 0;  // runs of lines that are not blank
};

TextSize measure(std::string_view text) {
  TextSize size;
  bool in_word = false;
  bool in_paragraph = false;
  bool line_is_blank = true;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space && !in_word) ++size.words;
    if (!space && !in_paragraph) ++size.paragraphs;
    in_word = !space;
    line_is_blank = line_is_blank && space;
    in_paragraph = in_paragraph || !space;
    if (c != '\n') continue;
    if (line_is_blank) in_paragraph = false;
    line_is_blank = true;
  }
  return size;
}

std::string counted(std::size_t count, const std::string& thing) {
  return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

std::string body_lines(std::string_view body) {
  const auto size = measure(body);
  std::string lines =
      label("body") + counted(size.words, "word") + " in " + counted(size.paragraphs, "paragraph") + "\n";
  for (std::size_t shown = 0; shown < kBodyLines && !body.empty();) {
    const auto end = std::min(body.find('\n'), body.size());
    const auto line = body.substr(0, end);
    body.remove_prefix(std::min(end + 1, body.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    lines += "    " + shortened(line) + "\n";
    ++shown;
  }
  return lines;
}

std::string place(const std::string& source, std::uint64_t line) {
  return harmless(source) + (line > 0 ? ":" + std::to_string(line) : "");
}

}  // namespace

std::string inspect_text(const Article& article) {
  return place(article.source, article.line.value_or(0)) + "\n" + value_line("id", article.id) +
         value_line("title", article.title) + known_line("subtitle", article.subtitle) +
         field_line("outlet", article.outlet) + known_line("agency", article.agency) +
         field_line("date", article.published) + bounds_line(article.bounds) +
         field_line("language", article.language) + field_line("byline", article.byline) +
         field_line("section", article.section) + field_line("url", article.url) + entity_lines(article) +
         dropped_lines(article) + body_lines(article.body) + "\n";
}

std::string inspect_text(const Rejection& rejection) {
  std::string text = place(rejection.source, rejection.line) + "\n" + label("rejected") + harmless(rejection.reason) +
                     " (byte " + std::to_string(rejection.offset) + ")\n";
  if (!rejection.id.empty()) text += value_line("id", rejection.id);
  return text + "\n";
}

}  // namespace newshound::index_cli
