// Which bytes of a title or body a query's words stand at. The planner says what to mark (marks), analysis says what
// words the text has (tokens); both come from the one analyser, so that what is marked is what matched.
#ifndef NEWSHOUND_PRESENTING_HIGHLIGHT_H
#define NEWSHOUND_PRESENTING_HIGHLIGHT_H

#include <newshound/result.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/format/analysis.h"
#include "searcher/matching/typed_words.h"

namespace newshound::presenting {

// One word, or the words of a phrase, which is marked as a whole.
struct Mark {
  std::vector<matching::TypedWord> words;
  unsigned others = 0;  // not 0: in any order, with at most this many other words among them
  bool in_title = true;
  bool in_body = true;
  bool in_lead_only = false;  // of the body; which words that are, its sentences say
};

using Marks = std::vector<Mark>;

enum class Where { title, body };

// One place where a mark matches.
struct MarkMatch {
  std::size_t mark = 0;  // index into the marks
  Span span;             // of the text, from the first word to the last

  friend bool operator==(const MarkMatch&, const MarkMatch&) = default;
};

// Every match, also those that overlap, by where they begin, then by mark. `stemmer` is the article's.
std::vector<MarkMatch> find_matches(const std::vector<format::Token>& tokens, std::string_view stemmer,
                                    const Marks& marks, Where where);

// The bytes to highlight: the spans of the matches in order, those that touch or overlap made one.
std::vector<Span> mark_spans(const std::vector<format::Token>& tokens, std::string_view stemmer, const Marks& marks,
                             Where where);

// The same for matches [first, last), moved to the left by `offset` bytes.
std::vector<Span> merge_spans(const MarkMatch* first, const MarkMatch* last, std::size_t offset);

}  // namespace newshound::presenting

#endif
