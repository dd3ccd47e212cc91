#include "indexer/format/sentences.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/format/characters.h"

namespace newshound::format {
namespace {

// Full stops, question and exclamation marks that white space must follow: Latin, Arabic, Devanagari, Ethiopic,
// Burmese, Khmer.
constexpr std::u32string_view kStops = U".!?…؟۔।॥።፧፨။។៕";
// Those that need none.
constexpr std::u32string_view kIdeographicStops = U"。！？｡";
// What may stand between a stop and the white space.
constexpr std::u32string_view kClosers = U"\"'”’»)]}」』）】";

bool is_one_of(std::u32string_view set, UChar32 c) {
  return c > 0 && set.find(static_cast<char32_t>(c)) != std::u32string_view::npos;
}

// What stands before a name or a day with a stop behind it, in English, German and Spanish news. In byte order.
constexpr std::array<std::string_view, 35> kBeforeNames = {
    "adm", "aug", "brig", "capt", "cmdr", "col", "dec", "dr",   "dra", "feb",  "gen", "gov",
    "hr",  "hrn", "jan",  "lt",   "maj",  "mr",  "mrs", "ms",   "mt",  "nov",  "oct", "prof",
    "rep", "rev", "sen",  "sept", "sgt",  "sr",  "sra", "srta", "st",  "supt", "vs"};

bool is_initial(const Token& token) { return token.form.size() == 1 && (token.form[0] < '0' || token.form[0] > '9'); }

bool stands_before_name(const Token& token) {
  const bool is_capital = token.form.front() >= 'A' && token.form.front() <= 'Z';
  const bool has_stops = token.form.find('.') != std::string_view::npos;  // the U.S. Senate
  if (is_capital && has_stops && token.term.find('.') == std::string_view::npos) return true;
  return (is_capital || token.term == "vs") && std::binary_search(kBeforeNames.begin(), kBeforeNames.end(), token.term);
}

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

// Reads what stands between two tokens until it knows that a sentence ends there.
class Gap {
 public:
  Gap(std::string_view text, const Token& before, const Token& after)
      : text_(text.substr(0, after.begin)),
        at_(before.end),
        begin_(before.end),
        initial_(is_initial(before) || stands_before_name(before)),
        small_letter_(is_small_letter(text[after.begin])) {}

  // Nearly every gap is one space, which ends nothing.
  [[nodiscard]] bool is_space() const { return begin_ + 1 == text_.size() && text_[begin_] == ' '; }

  // The most line ends with nothing but white space between them; from two on there is a blank line.
  [[nodiscard]] unsigned line_ends() const {
    unsigned most = 0;
    unsigned together = 0;
    for (auto at = begin_; at < text_.size();) {
      const UChar32 c = next_character(text_, at);
      if (c == '\n')
        most = std::max(most, ++together);
      else if (!is_white_space(c))
        together = 0;
    }
    return most;
  }

  // Where the sentence ends.
  std::optional<std::size_t> cut() {
    while (at_ < text_.size()) {
      const auto from = at_;
      const UChar32 c = next_character(text_, at_);
      if (is_one_of(kIdeographicStops, c)) return behind_closers();
      if (is_white_space(c) && ends_before_space(c)) return from;
      note(c, from);
    }
    return {};
  }

 private:
  bool ends_before_space(UChar32 space) {
    if (space == '\n' && ++lines_ == 2) return true;
    if (!stopped_) return false;
    return !full_stop_ || !(small_letter_ || initial_);
  }

  void note(UChar32 c, std::size_t from) {
    if (is_one_of(kStops, c)) {
      full_stop_ = c == '.';
      stopped_ = true;
      initial_ = initial_ && from == begin_;
    } else if (!is_one_of(kClosers, c)) {
      stopped_ = false;
    }
    if (!is_white_space(c)) lines_ = 0;
  }

  std::size_t behind_closers() {
    while (at_ < text_.size()) {
      auto after = at_;
      const UChar32 c = next_character(text_, after);
      if (!is_one_of(kClosers, c) && !is_one_of(kIdeographicStops, c)) break;
      at_ = after;
    }
    return at_;
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t begin_;
  bool initial_;       // the word before is one letter, or a title: "J. Velden", "Dr. Velden"
  bool small_letter_;  // the word after begins with one: "approx. ten"
  bool stopped_ = false;
  bool full_stop_ = false;
  unsigned lines_ = 0;  // line ends since the last character that is no white space
};

}  // namespace

Span trim(std::string_view text, Span span) {
  while (span.begin < span.end) {
    auto after = span.begin;
    if (!is_white_space(next_character(text, after))) break;
    span.begin = after;
  }
  while (span.end > span.begin) {
    const auto last = previous_character(text, span.end);
    auto at = last;
    if (!is_white_space(next_character(text, at))) break;
    span.end = last;
  }
  return span;
}

std::vector<Sentence> find_sentences(std::string_view text, const std::vector<Token>& tokens) {
  std::vector<Sentence> sentences;
  std::vector<unsigned> line_ends;  // after each sentence
  std::size_t begin = 0;
  std::size_t first = 0;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    Gap gap(text, tokens[i], tokens[i + 1]);
    if (gap.is_space()) continue;
    const auto cut = gap.cut();
    if (!cut) continue;
    sentences.push_back({trim(text, {begin, *cut}), first, i + 1, false});
    line_ends.push_back(gap.line_ends());
    begin = *cut;
    first = i + 1;
  }
  if (tokens.empty()) return sentences;
  sentences.push_back({trim(text, {begin, text.size()}), first, tokens.size(), true});
  const bool has_blank_lines = std::any_of(line_ends.begin(), line_ends.end(), [](unsigned ends) { return ends > 1; });
  for (std::size_t i = 0; i < line_ends.size(); ++i)
    sentences[i].ends_paragraph = line_ends[i] > (has_blank_lines ? 1 : 0);
  return sentences;
}

}  // namespace newshound::format
