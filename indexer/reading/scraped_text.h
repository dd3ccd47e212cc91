// Plain text as scraped from a page -> title, body, and the outlet where the page title ends in a known one.
//
// The first line that is not blank is the title. The rest is the body: ends of lines trimmed, runs of blank lines made
// one blank line, none at either end. Rules about single lines (captions, credits, breadcrumbs) belong here as well.
#ifndef NEWSHOUND_READING_SCRAPED_TEXT_H
#define NEWSHOUND_READING_SCRAPED_TEXT_H

#include <newshound/article.h>

#include <memory>
#include <string_view>

#include "indexer/reading/article_source.h"

namespace newshound::reading {

// `text` is UTF-8 with LF, CRLF or CR line ends. Fills title, body, outlet and dropped.
Article parse_scraped_text(std::string_view text);

// A file of one article.
std::unique_ptr<ArticleSource> make_scraped_text(InputBuffer& buffer, SourceInfo info);

}  // namespace newshound::reading

#endif
