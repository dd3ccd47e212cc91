// The pieces of a body that show best why it matched: whole sentences where they fit, else as many words as fit.
#ifndef NEWSHOUND_PRESENTING_SNIPPET_H
#define NEWSHOUND_PRESENTING_SNIPPET_H

#include <newshound/results.h>

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/format/analysis.h"
#include "indexer/format/sentences.h"
#include "searcher/presenting/highlight.h"

namespace newshound::presenting {

// At most `count` pieces of `body`, which has the tokens `tokens`, in text order and not overlapping: those with the
// most different marks first, then the most marks, then the earliest. A body without a marked word gives its beginning.
// A piece has at most `max_bytes`, unless a single word has more, and never begins or ends within a word; it begins
// with the sentence of its first mark, if that fits. Line ends stay in the text, white space at its ends does not.
// Marks of the lead are those in its first `lead_paragraphs`.
std::vector<Snippet> make_snippets(std::string_view body, const std::vector<format::Token>& tokens,
                                   std::string_view stemmer, const Marks& marks, unsigned count, std::size_t max_bytes,
                                   unsigned lead_paragraphs = format::kLeadParagraphs);

}  // namespace newshound::presenting

#endif
