#include "searcher/query/limits.h"

#include "searcher/query/characters.h"
#include "searcher/query/escapes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace newshound::query {
namespace {

// Thai, Lao, Burmese, Khmer, kana, Han.
bool is_unspaced(char32_t code) {
  constexpr std::array<std::pair<char32_t, char32_t>, 6> kScripts = {
      {{0x0E00, 0x0EFF}, {0x1000, 0x109F}, {0x1780, 0x17FF}, {0x3040, 0x30FF}, {0x3400, 0x9FFF}, {0x20000, 0x3FFFF}}};
  return std::any_of(kScripts.begin(), kScripts.end(),
                     [code](const auto& script) { return code >= script.first && code <= script.second; });
}

// In U.S. and O'Brien it stands inside one word.
bool joins(char32_t code) { return code == '.' || code == '\'' || code == '_' || code == 0x2019; }

}  // namespace

std::size_t depth(const QueryNode& node) {
  std::size_t deepest = 0;
  for (const auto& child : node.children) deepest = std::max(deepest, depth(child));
  return node.children.empty() ? 0 : deepest + 1;
}

std::size_t word_count(std::string_view text) {
  std::size_t words = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    const bool is_letter_or_digit = is_word_character(character.code);
    const bool is_one = is_letter_or_digit && is_unspaced(character.code);
    if (is_one || (is_letter_or_digit && !in_word) || is_gap_at(text, at)) ++words;
    in_word = !is_one && (is_letter_or_digit || (in_word && joins(character.code)));
    at += character.length;
  }
  return std::max<std::size_t>(words, 1);
}

std::size_t clause_count(const QueryNode& node) {
  if (node.kind == QueryNode::Kind::word || node.kind == QueryNode::Kind::phrase) return word_count(node.value);
  if (node.children.empty()) return 1;
  std::size_t count = 0;
  for (const auto& child : node.children) count += clause_count(child);
  return count;
}

}  // namespace newshound::query
