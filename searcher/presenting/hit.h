// Stored article -> hit: what a result list shows of it, with the query's words marked.
#ifndef NEWSHOUND_PRESENTING_HIT_H
#define NEWSHOUND_PRESENTING_HIT_H

#include "indexer/format/analysis.h"
#include "searcher/matching/typed_words.h"
#include "searcher/presenting/highlight.h"

#include <newshound/article.h>
#include <newshound/results.h>

#include <cstddef>

namespace newshound::presenting {

// For the hits of one search.
class HitMaker {
 public:
  // At most `snippets` pieces of `snippet_bytes` each. `analyser` outlives the maker.
  HitMaker(const QueryNode& ast, matching::TypedWords typed_words, format::Analyser& analyser, unsigned snippets,
           std::size_t snippet_bytes);

  // All but rank and score.
  Hit make(Article article);

  // The body is needed for snippets only.
  [[nodiscard]] bool needs_body() const { return snippets_ > 0; }

  // From the next hit on, marks too.
  void leave_out_snippets() {
    snippets_ = 0;
    marks_.clear();
  }

 private:
  Marks marks_;
  format::Analyser& analyser_;
  unsigned snippets_;
  std::size_t snippet_bytes_;
};

}  // namespace newshound::presenting

#endif
