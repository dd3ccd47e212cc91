// JSON that is not JSON Lines (RFC 8259): a list of objects, an object with a list of them under a usual key (JSON
// Feed's "items", the "articles" of news services), an object that is one article (ninjs), or several of these one
// after another. UTF-8 only; a byte order mark at the start is tolerated.
//
// An article is cut out by its brackets and parsed by itself, so that memory holds one at a time and a broken one is
// rejected alone. What an object says beside its list (JSON Feed's title and authors, an outlet, a language) holds for
// the articles of the list, if it is said before the list.
#ifndef NEWSHOUND_READING_JSON_DOCUMENT_H
#define NEWSHOUND_READING_JSON_DOCUMENT_H

#include <memory>

#include "indexer/reading/article_source.h"
#include "indexer/reading/json_article.h"

namespace newshound::reading {

// `parser` is used again from file to file and outlives the source.
std::unique_ptr<ArticleSource> make_json_document(InputBuffer& buffer, SourceInfo info, JsonArticleParser& parser);

}  // namespace newshound::reading

#endif
