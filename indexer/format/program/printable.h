// Text that came from outside, made safe for a terminal: no control character, escape sequence or bidirectional
// override of an article, a path or a query ever reaches the screen. And how many columns a text takes there.
#ifndef NEWSHOUND_FORMAT_PROGRAM_PRINTABLE_H
#define NEWSHOUND_FORMAT_PROGRAM_PRINTABLE_H

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newshound::program {

// One character as it is shown.
struct Glyph {
  std::string text;        // UTF-8; empty for a character that is left out
  unsigned width = 0;      // columns: 0 for a combining mark, 2 for a wide (CJK) character
  std::size_t offset = 0;  // byte where it began in the original
};

// One glyph for each character: white space becomes a space, other control characters and bytes that are not UTF-8
// become U+FFFD, bidirectional embeddings, overrides and isolates are left out.
std::vector<Glyph> glyphs(std::string_view text);

// The glyphs joined: always one line.
std::string printable(std::string_view text);

// The same line by line; line feeds stay.
std::string printable_lines(std::string_view text);

// Columns of the printable form.
unsigned display_width(std::string_view text);

// The printable form in at most `width` columns; what is too long ends in "…".
std::string fit(std::string_view text, unsigned width);

}  // namespace newshound::program

#endif
