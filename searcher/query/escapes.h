// How plain text is written in a query, reading and writing side by side so that they stay each other's inverse.
//
//   word    = characters up to a space, bracket, quote or "|"
//             "\" before punctuation or a quote: that character, as text
//             "\" as the first character of the word: dropped, the word is plain text
//             any other "\": itself
//   quoted  = " ... " or curly quotes, "\" before one of " \ * ? : that character, as text; any other "\": itself.
//             "*" between spaces is a gap, any one word; with "\" before it, it is nothing at all
//
// A word with such a backslash is plain text: no operator, no wildcard.
#ifndef NEWSHOUND_QUERY_ESCAPES_H
#define NEWSHOUND_QUERY_ESCAPES_H

#include <newshound/result.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace newshound::query {

struct WordText {
  std::string value;
  std::size_t end = 0;   // where it stops in the text
  bool escaped = false;  // a backslash made it plain text
};

// The word that begins at text[at].
WordText read_word(std::string_view text, std::size_t at);

// The word as text that read_word gives back; `plain` when nothing in it is special beyond single characters.
std::string write_word(std::string_view value, bool plain);

struct QuotedText {
  std::string value;
  std::size_t end = 0;                // past the closing quote
  std::optional<Span> wildcard = {};  // the first * or word-bound ? that is neither escaped nor a gap, in the text
};

// The quoted text whose opening quote begins at text[at]; empty if it is never closed. A straight quote is closed by a
// straight one, a curly quote by a curly one.
std::optional<QuotedText> read_quoted(std::string_view text, std::size_t at, bool as_phrase);

// In double quotes; in a phrase * and ? so that they are text, but for gaps.
std::string write_quoted(std::string_view value, bool as_phrase);

bool has_gap(std::string_view phrase);

// phrase[at] is a "*" that stands for any one word.
bool is_gap_at(std::string_view phrase, std::size_t at);

}  // namespace newshound::query

#endif
