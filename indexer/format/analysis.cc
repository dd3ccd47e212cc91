#include "indexer/format/analysis.h"

#include <algorithm>
#include <string>
#include <utility>

#include <unicode/uchar.h>

#include "indexer/format/ascii.h"
#include "indexer/format/characters.h"
#include "indexer/format/folding.h"
#include "indexer/format/stemming.h"
#include "indexer/format/word_boundaries.h"
#include "indexer/format/word_cache.h"
#include "indexer/format/word_parts.h"

namespace newshound::format {
namespace {

// A word of more bytes is taken for its beginning alone: whatever follows would be cut from the term.
constexpr std::size_t kMaxWordBytes = 1024;

constexpr std::size_t kMaxCachedWords = 200'000;
constexpr std::size_t kMaxCachedBytes = 32U << 20U;

// Compatibility characters may fold to several words (the Arabic ligature of a whole phrase); a term is one word.
icu::UnicodeString without_spaces(const icu::UnicodeString& text) {
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
    if (!is_white_space(text.char32At(i))) kept.append(text.char32At(i));
  return kept;
}

// "U.S" -> "US": letters with a full stop between each two are one word with and without the stops.
std::string without_acronym_stops(std::string_view word) {
  std::string letters;
  for (std::size_t at = 0; at < word.size();) {
    if (!letters.empty() && word[at++] != '.') return std::string(word);
    const auto begin = at;
    if (at == word.size() || u_isalpha(next_character(word, at)) == 0) return std::string(word);
    for (auto next = at; next < word.size() && is_mark(next_character(word, next)); at = next) {
    }
    letters.append(word.substr(begin, at - begin));
  }
  return letters;
}

struct Forms {
  std::string term;
  std::string stem;
  std::string plain_stem;
};

}  // namespace

struct Analyser::State {
  WordSplitter splitter;
  Stemmers stemmers;
  WordCache cache;
  std::vector<WordSpan> words;
  std::vector<WordPart> parts;
  std::vector<Token> tokens;
  std::uint64_t cut_tokens = 0;
  std::uint64_t era = 0;

  Forms ascii_forms(std::string_view word, std::size_t stemmer);
  Forms unicode_forms(std::string_view word, std::size_t stemmer);
  const AnalysedWord& analyse_word(std::size_t stemmer, std::string_view word);
  void add_token(std::string_view text, WordPart part, std::size_t stemmer, bool unspaced);
};

// Folding accents of an ASCII word does nothing, and folding its case is all that NFKC case folding does.
Forms Analyser::State::ascii_forms(std::string_view word, std::size_t stemmer) {
  Forms forms{ascii_lower_case(word), {}};
  if (stemmer == 0 || !std::all_of(word.begin(), word.end(), is_ascii_letter)) return forms;
  forms.stem = stemmers.stem(stemmer, forms.term);
  if (!is_ascii(forms.stem)) forms.stem = to_utf8(fold_accents(icu::UnicodeString::fromUTF8(forms.stem)));
  return forms;
}

Forms Analyser::State::unicode_forms(std::string_view word, std::size_t stemmer) {
  const auto cased = without_spaces(fold_case(word));
  Forms forms{to_utf8(fold_accents(cased)), {}};
  if (stemmer == 0 || !is_letters(cased)) return forms;
  static const auto kTurkish = stemmer_number("tr");
  const auto stem = stemmers.stem(stemmer, to_utf8(stemmer == kTurkish ? fold_case_turkish(word) : cased));
  forms.stem = to_utf8(fold_accents(icu::UnicodeString::fromUTF8(stem)));
  const auto plain_stem = stemmers.stem(stemmer, forms.term);
  forms.plain_stem = to_utf8(fold_accents(icu::UnicodeString::fromUTF8(plain_stem)));
  return forms;
}

const AnalysedWord& Analyser::State::analyse_word(std::size_t stemmer, std::string_view word) {
  static const auto kTurkish = stemmer_number("tr");
  const auto letters = without_acronym_stops(word);
  auto forms = is_ascii(word) && stemmer != kTurkish ? ascii_forms(letters, stemmer) : unicode_forms(letters, stemmer);
  if (forms.stem.empty()) forms.stem = forms.term;
  if (forms.plain_stem.empty()) forms.plain_stem = forms.stem;
  const std::string form = is_ascii(word) ? std::string(word) : to_utf8(composed(word));
  return cache.add(
      stemmer, word,
      {cut_text(forms.term, kMaxTokenBytes), cut_text(forms.stem, kMaxTokenBytes),
       cut_text(forms.plain_stem, kMaxTokenBytes), cut_text(form, kMaxTokenBytes), forms.term.size() > kMaxTokenBytes});
}

void Analyser::State::add_token(std::string_view text, WordPart part, std::size_t stemmer, bool unspaced) {
  const auto word = cut_text(text.substr(part.begin, part.end - part.begin), kMaxWordBytes);
  const auto* analysed = cache.find(stemmer, word);
  if (analysed == nullptr) analysed = &analyse_word(stemmer, word);
  if (analysed->term.empty()) return;
  if (analysed->cut) ++cut_tokens;
  tokens.push_back({analysed->term, analysed->stem, 0, static_cast<std::uint32_t>(part.begin),
                    static_cast<std::uint32_t>(part.end), unspaced, analysed->plain_stem, analysed->form,
                    analysed->number});
}

namespace {

// A long text must not leave its room behind for all that come.
template <typename T>
void clear_or_release(std::vector<T>& list) {
  constexpr std::size_t kMostKept = 1 << 16;
  if (list.capacity() > kMostKept)
    list = {};
  else
    list.clear();
}

}  // namespace

Analyser::Analyser() : state_(std::make_unique<State>()) {}
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;
Analyser::~Analyser() = default;

const std::vector<Token>& Analyser::analyse(std::string_view text, std::string_view stemmer,
                                            std::uint32_t first_position) {
  auto& state = *state_;
  clear_or_release(state.tokens);
  clear_or_release(state.words);
  if (state.cache.size() > kMaxCachedWords || state.cache.bytes() > kMaxCachedBytes) {
    state.cache.clear();
    ++state.era;
  }
  state.splitter.split(text, state.words);
  const auto number = stemmer_number(stemmer);
  for (const auto& word : state.words) {
    const bool unspaced = word.kind == WordSpan::Kind::character;
    if (word.kind != WordSpan::Kind::word) {
      state.add_token(text, {word.begin, word.end}, unspaced ? 0 : number, unspaced);
      continue;
    }
    split_word(text, word.begin, word.end, state.parts);
    for (const auto part : state.parts) state.add_token(text, part, number, false);
  }
  for (auto& token : state.tokens) token.position = first_position++;
  return state.tokens;
}

std::uint64_t Analyser::era() const { return state_->era; }

std::uint64_t Analyser::cut_tokens() const { return state_->cut_tokens; }

}  // namespace newshound::format
