#include "indexer/format/word_parts.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "indexer/format/characters.h"
#include "indexer/format/folding.h"

namespace newshound::format {
namespace {

// French, Catalan and Italian words that lose their vowel before another. In byte order.
constexpr std::array<std::string_view, 24> kElided = {"all",   "c",     "coll",   "d", "dall", "dell", "gl",     "j",
                                                      "jusqu", "l",     "lorsqu", "m", "n",    "nell", "puisqu", "qu",
                                                      "quell", "quest", "quoiqu", "s", "sant", "sull", "t",      "un"};
constexpr std::size_t kLongestElided = 6;

// Full-width letters fold as the letters they are forms of.
UChar32 simple_fold(UChar32 c) {
  if (c >= 0xFF21 && c <= 0xFF5A) c -= 0xFEE0;
  return u_foldCase(c, U_FOLD_CASE_DEFAULT);
}

bool is_elided(std::string_view word) {
  std::array<char, kLongestElided> folded{};
  std::size_t length = 0;
  for (std::size_t at = 0; at < word.size();) {
    const UChar32 c = simple_fold(next_character(word, at));
    if (c < 'a' || c > 'z' || length == folded.size()) return false;
    folded[length++] = static_cast<char>(c);
  }
  return std::binary_search(kElided.begin(), kElided.end(), std::string_view(folded.data(), length));
}

// The languages that elide are written in Latin letters; marks between them do not count.
bool begins_with_two_letters(std::string_view word) {
  unsigned letters = 0;
  for (std::size_t at = 0; at < word.size() && letters < 2;) {
    const UChar32 c = next_character(word, at);
    if (letters > 0 && is_mark(c)) continue;
    if (u_isalpha(c) == 0 || script_of(c) != USCRIPT_LATIN) return false;
    ++letters;
  }
  return letters == 2;
}

// Where the "s" that ends the word begins; `end` if it ends otherwise.
std::size_t final_s(std::string_view text, std::size_t end) {
  for (std::size_t length = 1; length <= std::min<std::size_t>(3, end); ++length) {
    std::size_t at = end - length;
    if (U8_IS_TRAIL(static_cast<std::uint8_t>(text[at]))) continue;
    return simple_fold(next_character(text.substr(0, end), at)) == 's' ? end - length : end;
  }
  return end;
}

std::size_t end_without_possessive(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin) {
    const auto word = text.substr(begin, end - begin);
    const auto s = final_s(word, word.size());
    const auto apostrophe = apostrophe_before(word, s);
    if (apostrophe == 0 || s == apostrophe) break;
    end = begin + s - apostrophe;
  }
  return end;
}

std::size_t find_apostrophe(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end && apostrophe_at(text, begin) == 0) ++begin;
  return begin;
}

}  // namespace

void split_word(std::string_view text, std::size_t begin, std::size_t end, std::vector<WordPart>& parts) {
  parts.clear();
  text = text.substr(0, end);
  while (begin < end && apostrophe_at(text, begin) != 0) begin += apostrophe_at(text, begin);
  if (begin == end) return;
  end = end_without_possessive(text, begin, end);
  text = text.substr(0, end);
  for (;;) {
    const auto apostrophe = find_apostrophe(text, begin, end);
    const auto after = apostrophe == end ? end : apostrophe + apostrophe_at(text, apostrophe);
    if (!is_elided(text.substr(begin, apostrophe - begin)) || !begins_with_two_letters(text.substr(after))) break;
    parts.push_back({begin, apostrophe});
    begin = after;
  }
  parts.push_back({begin, end});
}

}  // namespace newshound::format
