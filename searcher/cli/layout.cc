#include "searcher/cli/layout.h"

#include "indexer/format/program/printable.h"

#include <algorithm>
#include <array>

namespace newshound::search_cli {
namespace {

struct Cell {
  std::string text;
  unsigned width = 0;
  bool mark = false;
};

using Cells = std::vector<Cell>;

bool is_space(const Cell& cell) { return cell.text == " "; }

bool inside(const std::vector<Span>& marks, std::size_t offset) {
  return std::any_of(marks.begin(), marks.end(),
                     [offset](const Span& mark) { return offset >= mark.begin && offset < mark.end; });
}

// One space between words, none at either end.
Cells cells_of(const Paragraph& paragraph) {
  Cells cells;
  for (auto& glyph : program::glyphs(paragraph.prefix)) cells.push_back({std::move(glyph.text), glyph.width, false});
  for (auto& glyph : program::glyphs(paragraph.text)) {
    if (glyph.text.empty()) continue;
    if (glyph.text == " " && (cells.empty() || is_space(cells.back()))) continue;
    const bool mark = inside(paragraph.marks, glyph.offset);
    cells.push_back({std::move(glyph.text), glyph.width, mark});
  }
  while (!cells.empty() && is_space(cells.back())) cells.pop_back();
  return cells;
}

// Where the line that begins at `begin` ends, and where the next one begins.
struct Line {
  std::size_t end;
  std::size_t next;
};

Line break_line(const Cells& cells, std::size_t begin, unsigned width) {
  unsigned used = 0;
  Line at_word{begin, begin};
  for (std::size_t i = begin; i < cells.size(); ++i) {
    const bool wide = cells[i].width == 2;
    if (is_space(cells[i])) at_word = {i, i + 1};
    if (wide && i > begin && !is_space(cells[i - 1])) at_word = {i, i};
    if (used + cells[i].width > width && i > begin && !is_space(cells[i]))
      return at_word.end > begin ? at_word : Line{i, i};
    used += cells[i].width;
  }
  return {cells.size(), cells.size()};
}

std::string emphasised(const std::string& run, bool mark, Emphasis emphasis, const Style& style) {
  if (mark) return marked(run, style);
  return emphasis == Emphasis::bold_with_marks ? bold(run, style) : run;
}

// Cells of one kind share one pair of escape sequences.
std::string render(const Cells& cells, std::size_t begin, std::size_t end, Emphasis emphasis, const Style& style) {
  std::string line;
  std::string run;
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin && cells[i].mark != cells[i - 1].mark) {
      line += emphasised(run, cells[i - 1].mark, emphasis, style);
      run.clear();
    }
    run += cells[i].text;
  }
  if (begin < end) line += emphasised(run, cells[end - 1].mark, emphasis, style);
  return line;
}

std::string bar(std::uint64_t count, std::uint64_t greatest, unsigned columns) {
  constexpr std::array<const char*, 8> kEighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (count == 0 || greatest == 0) return "";
  const double share = static_cast<double>(count) / static_cast<double>(greatest);
  const auto eighths = std::max(1U, static_cast<unsigned>(share * 8.0 * columns));
  std::string text;
  for (unsigned i = 0; i < eighths / 8; ++i) text += "█";
  return text + kEighths[eighths % 8];
}

struct Columns {
  unsigned label = 0;
  unsigned count = 0;
  std::uint64_t greatest = 0;
};

Columns measure(const std::vector<BarRow>& rows, std::size_t scaled, const Style& style) {
  Columns columns;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    columns.label = std::max(columns.label, program::display_width(rows[i].label));
    columns.count = std::max(columns.count, static_cast<unsigned>(std::to_string(rows[i].count).size()));
    if (i < scaled) columns.greatest = std::max(columns.greatest, rows[i].count);
  }
  if (style.terminal) columns.label = std::min(columns.label, style.width / 2);
  return columns;
}

}  // namespace

std::string wrapped(const Paragraph& paragraph, unsigned indent, const Style& style) {
  constexpr unsigned kNarrowest = 20;
  const unsigned width = std::max(kNarrowest, style.width > indent ? style.width - indent : 0U);
  const Cells cells = cells_of(paragraph);
  std::string text;
  for (std::size_t begin = 0; begin < cells.size();) {
    const Line line = break_line(cells, begin, width);
    if (begin > 0) text += std::string(indent, ' ');
    text += render(cells, begin, line.end, paragraph.emphasis, style) + "\n";
    begin = line.next;
  }
  return text;
}

std::string bars(const std::vector<BarRow>& rows, std::size_t scaled, const Style& style) {
  constexpr unsigned kLeastBar = 10;
  constexpr unsigned kMostBar = 60;
  const Columns columns = measure(rows, scaled, style);
  const unsigned taken = columns.label + columns.count + 6;
  const unsigned room = std::clamp(style.width > taken ? style.width - taken : 0U, kLeastBar, kMostBar);
  std::string text;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string label = program::fit(rows[i].label, columns.label);
    const std::string count = std::to_string(rows[i].count);
    const std::string drawn = i < scaled ? bar(rows[i].count, columns.greatest, room) : "";
    text += "  " + label + std::string(columns.label - program::display_width(label), ' ') + "  " +
            std::string(columns.count - count.size(), ' ') + count + (drawn.empty() ? "" : "  " + drawn) + "\n";
  }
  return text;
}

}  // namespace newshound::search_cli
