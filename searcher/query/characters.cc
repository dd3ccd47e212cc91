#include "searcher/query/characters.h"

#include <algorithm>
#include <array>

namespace newshound::query {
namespace {

struct CodeRange {
  char32_t first;
  char32_t last;
};

// Punctuation and symbols beyond ASCII, in order. What is left out (letters, digits, marks, enclosed letters) may be
// a word.
constexpr std::array kSymbols = {
    CodeRange{0x80, 0xA9},       CodeRange{0xAB, 0xB1},       CodeRange{0xB4, 0xB4},     CodeRange{0xB6, 0xB8},
    CodeRange{0xBB, 0xBB},       CodeRange{0xBF, 0xBF},       CodeRange{0xD7, 0xD7},     CodeRange{0xF7, 0xF7},
    CodeRange{0x055A, 0x055F},   CodeRange{0x05BE, 0x05BE},   CodeRange{0x060C, 0x060D}, CodeRange{0x061B, 0x061F},
    CodeRange{0x066A, 0x066D},   CodeRange{0x0964, 0x0965},   CodeRange{0x2000, 0x206F}, CodeRange{0x20A0, 0x20CF},
    CodeRange{0x2190, 0x245F},   CodeRange{0x2500, 0x2BFF},   CodeRange{0x2E00, 0x2E7F}, CodeRange{0x3000, 0x3004},
    CodeRange{0x3008, 0x3020},   CodeRange{0x30FB, 0x30FB},   CodeRange{0xE000, 0xF8FF}, CodeRange{0xFD3E, 0xFD3F},
    CodeRange{0xFE00, 0xFE1F},   CodeRange{0xFE30, 0xFE6F},   CodeRange{0xFEFF, 0xFEFF}, CodeRange{0xFF01, 0xFF0F},
    CodeRange{0xFF1A, 0xFF20},   CodeRange{0xFF3B, 0xFF40},   CodeRange{0xFF5B, 0xFF65}, CodeRange{0xFFE0, 0xFFFF},
    CodeRange{0x1F000, 0x1F0FF}, CodeRange{0x1F300, 0x1FAFF},
};

constexpr std::array kSpaces = {
    CodeRange{0x00, 0x20},     CodeRange{0x7F, 0xA0},     CodeRange{0x1680, 0x1680},
    CodeRange{0x2000, 0x200A}, CodeRange{0x2028, 0x2029}, CodeRange{0x202F, 0x202F},
    CodeRange{0x205F, 0x205F}, CodeRange{0x3000, 0x3000}, CodeRange{0xFEFF, 0xFEFF},
};

template <std::size_t size>
bool is_in(const std::array<CodeRange, size>& ranges, char32_t code) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [code](const CodeRange& range) { return code >= range.first && code <= range.last; });
}

// Bytes of the character that a lead byte announces; 0 for a byte that cannot lead.
std::size_t announced_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

bool is_scalar(char32_t code, std::size_t length) {
  constexpr std::array<char32_t, 5> kLeast = {0, 0, 0x80, 0x800, 0x10000};
  return code >= kLeast[length] && code <= 0x10FFFF && !(code >= 0xD800 && code <= 0xDFFF);
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
  constexpr Character kInvalid = {0xFFFD, 1, false};
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = announced_length(lead);
  if (length == 1) return {lead, 1, true};
  if (length == 0 || at + length > text.size()) return kInvalid;
  char32_t code = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if ((byte & 0xC0U) != 0x80) return kInvalid;
    code = (code << 6U) | (byte & 0x3FU);
  }
  return is_scalar(code, length) ? Character{code, length, true} : kInvalid;
}

std::optional<std::size_t> first_invalid_byte(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (!character.valid) return at;
    at += character.length;
  }
  return {};
}

bool is_space(char32_t code) { return is_in(kSpaces, code); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_ascii_punctuation(char32_t code) { return code > 0x20 && code < 0x7F && !is_word_character(code); }

bool is_curly_quote(char32_t code) { return code >= 0x201C && code <= 0x201F; }

bool is_quote(char32_t code) { return code == '"' || is_curly_quote(code); }

bool is_letter(char32_t code) {
  if (code < 0x80) return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
  return !is_in(kSymbols, code) && !is_space(code);
}

bool is_word_character(char32_t code) { return (code >= '0' && code <= '9') || is_letter(code); }

bool has_word_character(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (character.valid && is_word_character(character.code)) return true;
    at += character.length;
  }
  return false;
}

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (!is_space(character.code)) return false;
    at += character.length;
  }
  return true;
}

}  // namespace newshound::query
