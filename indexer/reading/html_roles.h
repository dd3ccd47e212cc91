// What an element is for, told by its tag, class and id: the tables of words that pages use, and nothing else.
#ifndef NEWSHOUND_READING_HTML_ROLES_H
#define NEWSHOUND_READING_HTML_ROLES_H

#include <libxml/tree.h>

#include <string_view>

namespace newshound::reading {

enum class TagKind {
  inline_text,  // part of a line: a, b, span
  block,        // begins and ends a line: p, div, and what we do not know
  line_break,   // br
  furniture,    // beside the article, and text all the same: nav, aside, figcaption, footer
  silent,       // never text: script, form fields, pictures
};
TagKind kind_of_tag(std::string_view tag);

// Whether an element is hidden from a reader.
bool is_hidden(const xmlNode* node);

// Whether the words in class, id and role say that it is beside the article: navigation, comments, sharing, captions.
bool is_beside_article(const xmlNode* node);

// Whether they say that it is the text of the article: "article-body", itemprop "articleBody".
bool is_article_text(const xmlNode* node);

}  // namespace newshound::reading

#endif
