// JSON Lines: one object a line, lines ended by LF or CRLF, blank lines skipped, UTF-8 only (a byte order mark at the
// start is tolerated). A line that is broken is rejected; the others are read.
#ifndef NEWSHOUND_READING_JSON_LINES_H
#define NEWSHOUND_READING_JSON_LINES_H

#include <memory>
#include <vector>

#include "indexer/reading/article_source.h"
#include "indexer/reading/json_article.h"

namespace newshound::reading {

// `parser` is used again from file to file and outlives the source.
std::unique_ptr<ArticleSource> make_json_lines(InputBuffer& buffer, SourceInfo info, JsonArticleParser& parser);

}  // namespace newshound::reading

#endif
