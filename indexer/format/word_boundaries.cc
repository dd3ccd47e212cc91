#include "indexer/format/word_boundaries.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <stdexcept>
#include <string>

#include "indexer/format/ascii_words.h"
#include "indexer/format/characters.h"

namespace newshound::format {
namespace {

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool is_space(char c) { return static_cast<unsigned char>(c) <= 0x20; }  // no word goes on past one

std::size_t find_high(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end && !is_high(text[begin])) ++begin;
  return begin;
}

// A stretch for ICU that holds the byte `high` begins after the space before it and ends at a space that no byte beyond
// ASCII follows soon: handing ICU a new text costs as much as many words of it.
constexpr std::size_t kSoon = 48;

std::size_t stretch_begin(std::string_view text, std::size_t begin, std::size_t high) {
  while (high > begin && !is_space(text[high - 1])) --high;
  return high;
}

std::size_t stretch_end(std::string_view text, std::size_t high) {
  for (;;) {
    std::size_t end = high;
    while (end < text.size() && !is_space(text[end])) ++end;
    const std::size_t far = std::min(text.size(), end + kSoon);
    high = find_high(text, end, far);
    if (high == far) return end;
  }
}

enum class Writing { spaced, hangul, south_east_asian, east_asian, separator };

// Marks that lengthen or repeat a kana belong to no script for Unicode.
bool is_kana_mark(UChar32 c) {
  return c == 0x30FC || (c >= 0x3031 && c <= 0x3035) || c == 0xFF70 || c == 0xFF9E || c == 0xFF9F;
}

// Syllables and the conjoining letters that make them.
bool is_hangul(UChar32 c) {
  return (c >= 0xAC00 && c <= 0xD7FF) || (c >= 0x1100 && c <= 0x11FF) || (c >= 0xA960 && c <= 0xA97F);
}

constexpr UChar32 kNarrowNoBreakSpace = 0x202F;
constexpr UChar32 kLetterApostrophe = 0x02BC;

Writing writing_of(UChar32 c) {
  if (c < 0 || c == '@' || c == kNarrowNoBreakSpace) return Writing::separator;
  if (c < 0x0E00 || (c >= 0x2000 && c < 0x2E80)) return Writing::spaced;
  if (is_hangul(c)) return Writing::hangul;
  if (is_kana_mark(c)) return Writing::east_asian;
  switch (script_of(c)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      return Writing::east_asian;
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return Writing::south_east_asian;
    default:
      return Writing::spaced;
  }
}

// Rules GB9 and GB9a, the only ones that join characters of these scripts.
bool extends_cluster(UChar32 c) {
  switch (u_getIntPropertyValue(c, UCHAR_GRAPHEME_CLUSTER_BREAK)) {
    case U_GCB_EXTEND:
    case U_GCB_ZWJ:
    case U_GCB_SPACING_MARK:
      return true;
    default:
      return false;
  }
}

// The letter apostrophe that ends at `at`, behind the character `before`, stands within a word.
bool joins_letters(std::string_view text, std::size_t at, UChar32 before) {
  if (u_isalnum(before) == 0 || at == text.size()) return false;
  const UChar32 after = next_character(text, at);
  return u_isalnum(after) != 0 && writing_of(after) == Writing::spaced;
}

// Where the piece ends whose first character, of `writing`, ends at `at`: a grapheme cluster or a run of Hangul.
std::size_t piece_end(std::string_view text, std::size_t at, Writing writing) {
  while (at < text.size()) {
    std::size_t after = at;
    const UChar32 c = next_character(text, after);
    const bool goes_on = c >= 0 && (extends_cluster(c) || (writing == Writing::hangul && is_hangul(c)));
    if (!goes_on) break;
    at = after;
  }
  return at;
}

bool begins_word(UChar32 base, Writing writing) {
  if (writing == Writing::east_asian) return u_ispunct(base) == 0;
  return u_isUAlphabetic(base) != 0 || u_isdigit(base) != 0;
}

// ½, ⅔, ①: numbers that Unicode calls no digits. Superscripts are not meant: they point to notes more often than not.
bool is_number_sign(UChar32 c) {
  const bool is_superscript = c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0x2070 && c <= 0x2079);
  return u_charType(c) == U_OTHER_NUMBER && !is_superscript;
}

// CO₂: a part of the word before it.
bool is_subscript_digit(UChar32 c) { return c >= 0x2080 && c <= 0x2089; }

// ICU's own status of a word is no help: it is lost where a mark follows a connector ("1_" and a mark).
bool holds_letter_or_number(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 c = next_character(text, at);
    if (!is_mark(c) && (u_isUAlphabetic(c) != 0 || u_isdigit(c) != 0 || is_number_sign(c))) return true;
  }
  return false;
}

void require(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU cannot find words: ") + u_errorName(status));
}

}  // namespace

struct WordSplitter::State {
  std::unique_ptr<icu::BreakIterator> icu;
  UText utext = UTEXT_INITIALIZER;

  State() {
    UErrorCode status = U_ZERO_ERROR;
    icu.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    require(status);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { utext_close(&utext); }

  void split_by_icu(std::string_view text, std::size_t begin, std::size_t end, std::vector<WordSpan>& words);
  void split_spaced(std::string_view text, std::size_t begin, std::size_t end, std::vector<WordSpan>& words);
  void split_mixed(std::string_view text, std::size_t begin, std::size_t end, std::vector<WordSpan>& words);
};

// [begin, end) is UTF-8 and holds no script written without spaces.
void WordSplitter::State::split_by_icu(std::string_view text, std::size_t begin, std::size_t end,
                                       std::vector<WordSpan>& words) {
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&utext, text.data() + begin, static_cast<std::int64_t>(end - begin), &status);
  icu->setText(&utext, status);
  require(status);
  auto from = icu->first();
  for (auto to = icu->next(); to != icu::BreakIterator::DONE; from = to, to = icu->next()) {
    const WordSpan word{static_cast<std::uint32_t>(begin) + static_cast<std::uint32_t>(from),
                        static_cast<std::uint32_t>(begin) + static_cast<std::uint32_t>(to), WordSpan::Kind::word};
    std::size_t at = word.begin;
    const bool goes_on = is_subscript_digit(next_character(text, at)) && from > 0 && !words.empty() &&
                         words.back().end == word.begin && words.back().kind == WordSpan::Kind::word;
    if (goes_on)
      words.back().end = word.end;
    else if (holds_letter_or_number(text.substr(word.begin, word.end - word.begin)))
      words.push_back(word);
  }
}

void WordSplitter::State::split_spaced(std::string_view text, std::size_t begin, std::size_t end,
                                       std::vector<WordSpan>& words) {
  if (begin == end) return;
  if (is_ascii(text.substr(begin, end - begin)))
    split_ascii(text, begin, end, words);
  else
    split_by_icu(text, begin, end, words);
}

void WordSplitter::State::split_mixed(std::string_view text, std::size_t begin, std::size_t end,
                                      std::vector<WordSpan>& words) {
  text = text.substr(0, end);
  std::size_t spaced = begin;  // where the run of spaced script before `at` begins
  UChar32 base = 0;            // the last character of that run that is no mark
  for (std::size_t at = begin; at < end;) {
    const std::size_t from = at;
    const UChar32 c = next_character(text, at);
    if (from > spaced && is_mark(c)) continue;  // a mark belongs to what it stands on, whatever script it is of
    const auto writing = c == kLetterApostrophe && !joins_letters(text, at, base) ? Writing::separator : writing_of(c);
    base = writing == Writing::spaced ? c : 0;
    if (writing == Writing::spaced) continue;
    split_spaced(text, spaced, from, words);
    if (writing != Writing::separator) {
      at = piece_end(text, at, writing);
      const auto kind = writing == Writing::hangul ? WordSpan::Kind::word : WordSpan::Kind::character;
      if (begins_word(c, writing))
        words.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(at), kind});
    }
    spaced = at;
  }
  split_spaced(text, spaced, end, words);
}

WordSplitter::WordSplitter() : state_(std::make_unique<State>()) {}
WordSplitter::~WordSplitter() = default;

void WordSplitter::split(std::string_view text, std::vector<WordSpan>& words) {
  words.clear();
  for (std::size_t at = 0; at < text.size();) {
    const auto high = find_high(text, at, text.size());
    if (high == text.size()) return split_ascii(text, at, high, words);
    const auto begin = stretch_begin(text, at, high);
    const auto end = stretch_end(text, high);
    split_ascii(text, at, begin, words);
    state_->split_mixed(text, begin, end, words);
    at = end;
  }
}

}  // namespace newshound::format
