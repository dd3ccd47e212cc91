// Files of plain text, one scraped page each: its character set, its limits, its article (scraped_page.h).
#ifndef NEWSHOUND_READING_SCRAPED_TEXT_H
#define NEWSHOUND_READING_SCRAPED_TEXT_H

#include <memory>

#include "indexer/reading/article_source.h"

namespace newshound::reading {

// A file of one article.
std::unique_ptr<ArticleSource> make_scraped_text(InputBuffer& buffer, SourceInfo info);

}  // namespace newshound::reading

#endif
