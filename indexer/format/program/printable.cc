#include "indexer/format/program/printable.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace newshound::program {
namespace {

struct Decoded {
  char32_t code = 0xFFFD;
  std::size_t length = 1;
};

struct CodeRange {
  char32_t first;
  char32_t last;
};

// East Asian Wide and Fullwidth, and pictographs, by block: a terminal's own table differs from release to release.
constexpr std::array kWide = {
    CodeRange{0x1100, 0x115F},   CodeRange{0x2E80, 0x303E},   CodeRange{0x3041, 0x33FF},   CodeRange{0x3400, 0x4DBF},
    CodeRange{0x4E00, 0x9FFF},   CodeRange{0xA000, 0xA4CF},   CodeRange{0xA960, 0xA97F},   CodeRange{0xAC00, 0xD7A3},
    CodeRange{0xF900, 0xFAFF},   CodeRange{0xFE30, 0xFE6F},   CodeRange{0xFF00, 0xFF60},   CodeRange{0xFFE0, 0xFFE6},
    CodeRange{0x1F300, 0x1F64F}, CodeRange{0x1F680, 0x1F6FF}, CodeRange{0x1F900, 0x1FAFF}, CodeRange{0x20000, 0x3FFFD},
};

// Marks that stand on the character before them, and characters without a shape.
constexpr std::array kZeroWidth = {
    CodeRange{0x00AD, 0x00AD}, CodeRange{0x0300, 0x036F}, CodeRange{0x0483, 0x0489},   CodeRange{0x0591, 0x05BD},
    CodeRange{0x05BF, 0x05C7}, CodeRange{0x0610, 0x061C}, CodeRange{0x064B, 0x065F},   CodeRange{0x0670, 0x0670},
    CodeRange{0x06D6, 0x06ED}, CodeRange{0x093C, 0x093C}, CodeRange{0x0941, 0x0948},   CodeRange{0x094D, 0x094D},
    CodeRange{0x0E31, 0x0E31}, CodeRange{0x0E34, 0x0E3A}, CodeRange{0x0E47, 0x0E4E},   CodeRange{0x0EB1, 0x0EBC},
    CodeRange{0x1AB0, 0x1AFF}, CodeRange{0x1DC0, 0x1DFF}, CodeRange{0x200B, 0x200F},   CodeRange{0x2060, 0x2064},
    CodeRange{0x20D0, 0x20F0}, CodeRange{0xFE00, 0xFE0F}, CodeRange{0xFE20, 0xFE2F},   CodeRange{0xFEFF, 0xFEFF},
    CodeRange{0x302A, 0x302D}, CodeRange{0x3099, 0x309A}, CodeRange{0x1F3FB, 0x1F3FF}, CodeRange{0xE0100, 0xE01EF},
};

template <std::size_t N>
bool contains(const std::array<CodeRange, N>& ranges, char32_t code) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [code](const CodeRange& range) { return code >= range.first && code <= range.last; });
}

// Bytes the sequence must have, 0 for a byte that begins none.
std::size_t sequence_length(std::uint8_t lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

// Anything that is not one well-formed character is U+FFFD of one byte.
Decoded decode(std::string_view text) {
  const auto lead = static_cast<std::uint8_t>(text[0]);
  const std::size_t length = sequence_length(lead);
  if (length == 1) return {lead, 1};
  if (length == 0 || length > text.size()) return {};
  constexpr std::array<std::uint8_t, 5> kLeadBits = {0, 0x7F, 0x1F, 0x0F, 0x07};
  auto code = static_cast<char32_t>(lead & kLeadBits[length]);
  for (std::size_t i = 1; i < length; ++i) {
    const auto byte = static_cast<std::uint8_t>(text[i]);
    if ((byte & 0xC0) != 0x80) return {};
    code = (code << 6) | (byte & 0x3FU);
  }
  const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (overlong || surrogate || code > 0x10FFFF) return {};
  return {code, length};
}

bool is_white(char32_t code) {
  return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85 || code == 0x2028 || code == 0x2029;
}

bool is_control(char32_t code) { return code < 0x20 || (code >= 0x7F && code < 0xA0); }

// These change the order in which everything after them is shown.
bool is_bidirectional_control(char32_t code) {
  return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

Glyph glyph_of(char32_t code, std::string_view bytes, std::size_t offset) {
  if (is_white(code)) return {" ", 1, offset};
  if (is_bidirectional_control(code)) return {"", 0, offset};
  if (is_control(code) || code == 0xFFFD) return {std::string(kReplacement), 1, offset};
  if (contains(kZeroWidth, code)) return {std::string(bytes), 0, offset};
  return {std::string(bytes), contains(kWide, code) ? 2U : 1U, offset};
}

}  // namespace

std::vector<Glyph> glyphs(std::string_view text) {
  std::vector<Glyph> result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode(text.substr(at));
    result.push_back(glyph_of(decoded.code, text.substr(at, decoded.length), at));
    at += decoded.length;
  }
  return result;
}

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const auto& glyph : glyphs(text)) result += glyph.text;
  return result;
}

std::string printable_lines(std::string_view text) {
  std::string result;
  while (true) {
    const std::size_t end = text.find('\n');
    result += printable(text.substr(0, end));
    if (end == std::string_view::npos) return result;
    result += '\n';
    text.remove_prefix(end + 1);
  }
}

unsigned display_width(std::string_view text) {
  unsigned width = 0;
  for (const auto& glyph : glyphs(text)) width += glyph.width;
  return width;
}

std::string fit(std::string_view text, unsigned width) {
  if (display_width(text) <= width) return printable(text);
  std::string result;
  unsigned used = 0;
  for (const auto& glyph : glyphs(text)) {
    if (used + glyph.width + 1 > width) break;
    used += glyph.width;
    result += glyph.text;
  }
  return width == 0 ? "" : result + "…";
}

}  // namespace newshound::program
