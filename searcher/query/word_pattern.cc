#include "searcher/query/word_pattern.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace newshound::query {
namespace {

constexpr std::string_view kWildcards = "*?";

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::size_t next_character(std::string_view text, std::size_t at) {
  do ++at;
  while (at < text.size() && continues_character(text[at]));
  return at;
}

std::u32string characters(std::string_view text) {
  std::u32string found;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = next_character(text, at);
    char32_t code = 0;
    for (; at < end; ++at) code = code << 8U | static_cast<unsigned char>(text[at]);
    found.push_back(code);  // not the code point, but as good to compare
  }
  return found;
}

}  // namespace

WordPattern::WordPattern(std::string pattern)
    : pattern_(std::move(pattern)),
      beginning_(pattern_.substr(0, pattern_.find_first_of(kWildcards))),
      ending_(pattern_.substr(pattern_.find_last_of(kWildcards) + 1)) {}

// When what follows a * does not fit, the * takes one character more; only the last one need be tried again.
bool WordPattern::matches(std::string_view word) const {
  if (!word.starts_with(beginning_) || !word.ends_with(ending_)) return false;
  std::size_t at = 0;
  std::size_t in_pattern = 0;
  std::size_t star = std::string::npos;
  std::size_t taken = 0;  // by that star
  while (at < word.size()) {
    if (in_pattern < pattern_.size() && pattern_[in_pattern] == '*') {
      star = in_pattern++;
      taken = at;
    } else if (in_pattern < pattern_.size() && pattern_[in_pattern] == '?') {
      at = next_character(word, at);
      ++in_pattern;
    } else if (in_pattern < pattern_.size() && pattern_[in_pattern] == word[at]) {
      ++at;
      ++in_pattern;
    } else if (star != std::string::npos) {
      at = taken = next_character(word, taken);
      in_pattern = star + 1;
    } else {
      return false;
    }
  }
  return pattern_.find_first_not_of('*', in_pattern) == std::string::npos;
}

namespace {

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80U; });
}

// A bit for each character that is there; different ones may share a bit.
std::uint64_t letters_of(std::string_view text) {
  std::uint64_t letters = 0;
  for (const char c : text) letters |= std::uint64_t{1} << (static_cast<unsigned char>(c) % 64U);
  return letters;
}

// An edit changes the length by one at most, and brings in or takes out one character at most. Tells most words of a
// vocabulary apart from the one looked for before any table is filled.
bool may_be_within_edits(std::string_view a, std::string_view b, unsigned most) {
  if (a.size() > b.size() + most || b.size() > a.size() + most) return false;
  const auto left = letters_of(a);
  const auto right = letters_of(b);
  const auto most_letters = static_cast<int>(most);
  return std::popcount(left & ~right) <= most_letters && std::popcount(right & ~left) <= most_letters;
}

}  // namespace

bool is_within_edits(std::string_view a, std::string_view b, unsigned most) {
  if (is_ascii(a) && is_ascii(b) && !may_be_within_edits(a, b, most)) return false;
  // A character has up to four bytes.
  if (a.size() > b.size() + 4 * std::size_t{most} || b.size() > a.size() + 4 * std::size_t{most}) return false;
  const auto left = characters(a);
  const auto right = characters(b);
  if (left.size() > right.size() + most || right.size() > left.size() + most) return false;
  std::array<std::vector<unsigned>, 3> rows;  // of the table of distances: in hand, before, before that
  for (auto& row : rows) row.resize(right.size() + 1);
  for (std::size_t j = 0; j <= right.size(); ++j) rows[0][j] = static_cast<unsigned>(j);
  for (std::size_t i = 1; i <= left.size(); ++i) {
    std::rotate(rows.begin(), rows.begin() + 2, rows.end());
    rows[0][0] = static_cast<unsigned>(i);
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const unsigned replaced = rows[1][j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
      rows[0][j] = std::min({replaced, rows[1][j] + 1, rows[0][j - 1] + 1});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
        rows[0][j] = std::min(rows[0][j], rows[2][j - 2] + 1);
    }
    if (*std::min_element(rows[0].begin(), rows[0].end()) > most) return false;
  }
  return rows[0].back() <= most;
}

}  // namespace newshound::query
