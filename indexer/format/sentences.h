// Where sentences and paragraphs begin and end: what a snippet is cut by, and what words are near each other in. A
// sentence ends at a full stop with white space after it, at a blank line, at an ideographic full stop. A stop after an
// initial or a title (Dr. Velden) or before a small letter ends none. A paragraph ends at a blank line; in a text that
// has none, where a sentence ends with its line. Cuts lie between tokens only.
#ifndef NEWSHOUND_FORMAT_SENTENCES_H
#define NEWSHOUND_FORMAT_SENTENCES_H

#include <newshound/result.h>

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/format/analysis.h"

namespace newshound::format {

struct Sentence {
  Span span;  // of the text, without white space at its ends
  std::size_t first_token = 0;
  std::size_t end_token = 0;  // one past its last
  bool ends_paragraph = false;
};

// In order; every token is in one of them. Empty if there are no tokens.
std::vector<Sentence> find_sentences(std::string_view text, const std::vector<Token>& tokens);

// What a search for lead: looks at: so many paragraphs from the first.
inline constexpr unsigned kLeadParagraphs = 2;

// The span without white space at its ends.
Span trim(std::string_view text, Span span);

}  // namespace newshound::format

#endif
