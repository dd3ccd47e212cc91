// What a page says of its article outside the article's text: title, outlet, date, byline, section, url and language,
// each with its standing and the evidence for it.
//
// The first evidence that holds wins:
//   outlet    JSON-LD publisher, og:site_name, the host in the outlet lexicon, the end of the page title in it
//   date      JSON-LD, meta and microdata, the url, <time> beside the headline
//   title     JSON-LD headline, og:title, <h1>, <title>
//   byline, section   JSON-LD, meta
//   url       where it was fetched, canonical link, og:url, JSON-LD
//   language  JSON-LD, <html lang>, meta
// What none of them tells stays unknown.
#ifndef NEWSHOUND_READING_HTML_METADATA_H
#define NEWSHOUND_READING_HTML_METADATA_H

#include <libxml/tree.h>
#include <newshound/article.h>

#include <string>
#include <string_view>

namespace newshound::reading {

struct StatedArticle {
  bool is_article = false;  // JSON-LD or og:type says so, or there is a date of publication
  std::string body;         // articleBody of JSON-LD; empty if there is none
};

// `fetched_url` may be empty. Fills all of the article but id, body, entities, day and source.
StatedArticle read_metadata(const xmlNode* root, std::string_view fetched_url, Article& article);

}  // namespace newshound::reading

#endif
