// TREC documents: records <DOC> ... </DOC> with a DOCNO and fields in tags, whose names differ from collection to
// collection. Not XML: text has bare ampersands, paragraphs are opened and not closed.
#ifndef NEWSHOUND_READING_TREC_SGML_H
#define NEWSHOUND_READING_TREC_SGML_H

#include <memory>
#include <optional>
#include <string_view>

#include "indexer/reading/article_source.h"

namespace newshound::reading {

std::unique_ptr<ArticleSource> make_trec(InputBuffer& buffer, SourceInfo info);

// `record` is UTF-8, "<DOC>" to "</DOC>". Empty for markup nested too deeply.
std::optional<Article> parse_trec_record(std::string_view record);

}  // namespace newshound::reading

#endif
