// News feeds: RSS 2.0 and its forerunners (<rss>), RSS 1.0 (<rdf:RDF>), Atom (RFC 4287). Which part comes from where:
// docs/formats.md.
#ifndef NEWSHOUND_READING_FEED_H
#define NEWSHOUND_READING_FEED_H

#include <libxml/tree.h>

#include <memory>
#include <string>

#include "indexer/reading/article_source.h"

namespace newshound::reading {

// What a feed says of itself and of all its entries.
struct FeedChannel {
  std::string title;
  std::string language;
  std::string byline;  // Atom only: its author is that of every entry without one (RFC 4287, 4.2.1)
};

std::unique_ptr<ArticleSource> make_feed(InputBuffer& buffer, SourceInfo info);

FeedChannel read_channel(const xmlNode* root);

// Fills an article from an <item> or <entry>; returns why it cannot, empty if it could.
std::string read_entry(const xmlNode* entry, const FeedChannel& channel, Article& article);

}  // namespace newshound::reading

#endif
