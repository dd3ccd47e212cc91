#include "indexer/format/ascii_words.h"

#include <array>

namespace newshound::format {
namespace {

// The classes of UAX #29 that ASCII has. ':' joins no letters: CLDR leaves that to Finnish and Swedish.
enum class WordBreak : std::uint8_t { other, letter, digit, connector, between_digits, between_any };

constexpr std::array<WordBreak, 128> make_classes() {
  std::array<WordBreak, 128> classes{};
  for (char c = 'a'; c <= 'z'; ++c) classes[static_cast<std::size_t>(c)] = WordBreak::letter;
  for (char c = 'A'; c <= 'Z'; ++c) classes[static_cast<std::size_t>(c)] = WordBreak::letter;
  for (char c = '0'; c <= '9'; ++c) classes[static_cast<std::size_t>(c)] = WordBreak::digit;
  classes['_'] = WordBreak::connector;
  classes[','] = classes[';'] = WordBreak::between_digits;
  classes['.'] = classes['\''] = WordBreak::between_any;
  return classes;
}
constexpr auto kClasses = make_classes();

WordBreak class_of(char c) { return kClasses[static_cast<unsigned char>(c) & 0x7FU]; }

bool is_word_character(WordBreak c) {
  return c == WordBreak::letter || c == WordBreak::digit || c == WordBreak::connector;
}

// Rules WB6, WB7, WB11 and WB12.
bool joins(WordBreak before, WordBreak middle, WordBreak after) {
  if (before != after) return false;
  return before == WordBreak::letter
             ? middle == WordBreak::between_any
             : before == WordBreak::digit && (middle == WordBreak::between_any || middle == WordBreak::between_digits);
}

// The word of ASCII bytes that begins at `begin`, a word character.
WordSpan ascii_word(std::string_view text, std::size_t begin, std::size_t end) {
  bool apostrophe = false;
  std::size_t at = begin + 1;
  for (; at < end; ++at) {
    const auto c = class_of(text[at]);
    if (is_word_character(c)) continue;
    if (at + 1 == end || !joins(class_of(text[at - 1]), c, class_of(text[at + 1]))) break;
    apostrophe = apostrophe || text[at] == '\'';
  }
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at),
          apostrophe ? WordSpan::Kind::word : WordSpan::Kind::plain};
}

}  // namespace

void split_ascii(std::string_view text, std::size_t begin, std::size_t end, std::vector<WordSpan>& words) {
  while (begin < end) {
    if (!is_word_character(class_of(text[begin]))) {
      ++begin;
      continue;
    }
    const auto word = ascii_word(text, begin, end);
    const auto bytes = text.substr(word.begin, word.end - word.begin);
    if (bytes.find_first_not_of('_') != std::string_view::npos) words.push_back(word);
    begin = word.end;
  }
}

}  // namespace newshound::format
