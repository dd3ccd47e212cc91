// A file that is one web page -> one article.
#ifndef NEWSHOUND_READING_HTML_SOURCE_H
#define NEWSHOUND_READING_HTML_SOURCE_H

#include <newshound/article.h>

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "indexer/reading/article_source.h"
#include "indexer/reading/html_page.h"

namespace newshound::reading {

struct HtmlArticle {
  Article article;                    // without id, source and day
  std::vector<std::string> warnings;  // "not UTF-8, read as windows-1251"
};

// What carries a page may know more of it than the page says; each may be empty.
struct PageOrigin {
  std::string_view character_set;  // of its Content-Type
  std::string_view url;            // where it was fetched
};

// One page in memory, for formats that hold pages. PageFault says why it is no article.
std::variant<HtmlArticle, PageFault> parse_html(std::string bytes, PageOrigin origin);

// A file of one page.
std::unique_ptr<ArticleSource> make_html(InputBuffer& buffer, SourceInfo info);

}  // namespace newshound::reading

#endif
