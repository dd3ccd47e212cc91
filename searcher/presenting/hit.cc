#include "searcher/presenting/hit.h"

#include "indexer/format/sentences.h"
#include "searcher/presenting/marks.h"
#include "searcher/presenting/snippet.h"

#include <utility>

namespace newshound::presenting {

HitMaker::HitMaker(const QueryNode& ast, matching::TypedWords typed_words, format::Analyser& analyser,
                   unsigned snippets, std::size_t snippet_bytes)
    : marks_(marks_of(ast, std::move(typed_words))),
      analyser_(analyser),
      snippets_(snippets),
      snippet_bytes_(snippet_bytes) {}

Hit HitMaker::make(Article article) {
  Hit hit;
  const auto stemmer = format::stemmer_code(article.language.value);
  hit.title_marks = mark_spans(analyser_.analyse(article.title, stemmer), stemmer, marks_, Where::title);
  if (snippets_ > 0) {
    const bool has_subtitle =
        !analyser_.analyse(article.subtitle.value, stemmer).empty();  // the lead's first paragraph
    hit.snippets = make_snippets(article.body, analyser_.analyse(article.body, stemmer), stemmer, marks_, snippets_,
                                 snippet_bytes_, format::kLeadParagraphs - (has_subtitle ? 1 : 0));
  }
  hit.id = std::move(article.id);
  hit.title = std::move(article.title);
  hit.outlet = std::move(article.outlet.value);
  hit.day = article.day;
  hit.published = std::move(article.published.value);
  hit.url = std::move(article.url.value);
  hit.language = std::move(article.language.value);
  hit.byline = std::move(article.byline.value);
  hit.section = std::move(article.section.value);
  hit.entities = std::move(article.entities);
  return hit;
}

}  // namespace newshound::presenting
