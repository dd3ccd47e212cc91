// Paragraphs and bars: how text is laid out in columns, whatever it says.
#ifndef NEWSHOUND_CLI_LAYOUT_H
#define NEWSHOUND_CLI_LAYOUT_H

#include "searcher/cli/style.h"

#include <newshound/results.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newshound::search_cli {

// How the words of a paragraph are told from the rest.
enum class Emphasis { marks_only, bold_with_marks };

struct Paragraph {
  std::string_view text;
  const std::vector<Span>& marks;  // byte spans, in order
  Emphasis emphasis = Emphasis::marks_only;
  std::string prefix;  // before the first word: "… "
};

// The paragraph made printable, its white space run together, wrapped between words (between any two characters of a
// wide script) into lines of at most style.width - indent columns. Every line but the first begins with `indent`
// spaces, every line ends with a line feed.
std::string wrapped(const Paragraph& paragraph, unsigned indent, const Style& style);

struct BarRow {
  std::string label;
  std::uint64_t count = 0;
};

// Two spaces, label, count and a bar scaled to the width, one line for each row; the widest bar is the greatest count
// of the first `scaled` rows, later rows (unknown, undated) have no bar.
std::string bars(const std::vector<BarRow>& rows, std::size_t scaled, const Style& style);

}  // namespace newshound::search_cli

#endif
