// The text of the article on a web page: the element in which prose outweighs everything else the most, then its blocks
// without those that are not told by the article.
#ifndef NEWSHOUND_READING_HTML_TEXT_H
#define NEWSHOUND_READING_HTML_TEXT_H

#include <libxml/tree.h>

#include <string>
#include <string_view>

namespace newshound::reading {

// Paragraphs with a blank line between, list items and lines with a line feed. Empty if the page has no article.
// `title` and `url` are those of the article; either may be empty.
std::string find_article_text(const xmlNode* root, std::string_view title, std::string_view url);

// The better of the text found on a page and the articleBody its JSON-LD states, which may be HTML: the stated one
// where the page shows less than half of it, since it is complete and the page is not. Elsewhere the page's own, which
// keeps paragraphs and leaves out what publishers mix in (measured on the tuned pages of docs/formats.md).
std::string choose_text(std::string found, const std::string& stated);

}  // namespace newshound::reading

#endif
