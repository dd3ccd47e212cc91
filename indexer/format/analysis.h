// What a word is: the one analyser behind indexing, queries and highlighting.
//
// Text -> tokens, in this order: word boundaries (ICU, UAX #29); a run in a script written without spaces (Han, Kana,
// Thai, Lao, Khmer, Burmese) becomes one token for each grapheme cluster; elided articles split off ("l'homme" -> l,
// homme); possessive endings dropped ("Kenya's" -> kenya); the stops of an acronym dropped ("U.S." ->
// us); NFKC case folding; stemming with accents (Snowball), letters
// only; accents folded. Every token keeps its byte span in the text it came from.
//
// A change of any token of any text is a new kAnalyserVersion: segments name the version they were written with.
#ifndef NEWSHOUND_FORMAT_ANALYSIS_H
#define NEWSHOUND_FORMAT_ANALYSIS_H

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace newshound::format {

inline constexpr std::string_view kAnalyserVersion = "news-2";
inline constexpr std::size_t kMaxTokenBytes = 64;  // of a folded term; longer ones are cut on a character boundary

struct Token {
  std::string_view term;       // folded surface form, never empty
  std::string_view stem;       // folded stem; equals term where nothing is stemmed
  std::uint32_t position = 0;  // consecutive within a text; punctuation takes none
  std::uint32_t begin = 0;     // bytes [begin, end) of the text, without a dropped possessive
  std::uint32_t end = 0;
  bool unspaced = false;        // one character of a script written without spaces; never stemmed
  std::string_view plain_stem;  // stem of `term`: another than `stem` where accents matter to the stemmer (résumé)
  std::string_view form;        // the word as the text has it, in NFC, cut to kMaxTokenBytes
  std::uint32_t word = 0;       // tokens of one number have all of this in common but their place, within one era
};

// The code of the Snowball stemmer for a BCP 47 language ("en" for "en-GB"), or "" if there is none (or no language):
// the text is then indexed unstemmed. The codes are written to disk.
std::string_view stemmer_code(std::string_view language);

// Every code stemmer_code can give but "", in byte order.
const std::vector<std::string_view>& stemmer_codes();

// Not safe for two threads at once: it owns ICU iterators and a cache of words. Construction costs about a millisecond.
class Analyser {
 public:
  Analyser();
  Analyser(Analyser&&) noexcept;
  Analyser& operator=(Analyser&&) noexcept;
  ~Analyser();

  // Tokens of `text` (UTF-8, under 4 GiB), stemmed with `stemmer` (a stemmer_code, "" for none), positions counted from
  // `first_position`. The vector and the views in it live until the next call. Bytes that are not UTF-8 separate words.
  const std::vector<Token>& analyse(std::string_view text, std::string_view stemmer, std::uint32_t first_position = 1);

  // Numbers of words are given anew in each era; it changes rarely, and only in analyse().
  [[nodiscard]] std::uint64_t era() const;

  // How many tokens were cut to kMaxTokenBytes since construction.
  [[nodiscard]] std::uint64_t cut_tokens() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// A facet value or name made comparable: NFKC case folded, accents folded, runs of white space to one space, none at
// the ends, curly apostrophes straightened. "Le  Monde " -> "le monde".
std::string fold_value(std::string_view value);

}  // namespace newshound::format

#endif
