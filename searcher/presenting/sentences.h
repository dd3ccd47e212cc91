// Where sentences begin and end, well enough to cut a snippet: at a full stop with white space after it, at a blank
// line, at an ideographic full stop. A stop after an initial or before a small letter ends none. Cuts lie between
// tokens only.
#ifndef NEWSHOUND_PRESENTING_SENTENCES_H
#define NEWSHOUND_PRESENTING_SENTENCES_H

#include <newshound/result.h>

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/format/analysis.h"

namespace newshound::presenting {

struct Sentence {
  Span span;  // of the text, without white space at its ends
  std::size_t first_token = 0;
  std::size_t end_token = 0;  // one past its last
};

// In order; every token is in one of them. Empty if there are no tokens.
std::vector<Sentence> find_sentences(std::string_view text, const std::vector<format::Token>& tokens);

// The span without white space at its ends.
Span trim(std::string_view text, Span span);

}  // namespace newshound::presenting

#endif
