// News items in XML as IPTC defines them: NewsML-G2 (<newsItem>, alone or in a <newsMessage>), NewsML 1.x (<NewsML>)
// and NITF (<nitf>). Which part comes from where: docs/formats.md. Items that are no news (packages, concepts, plans)
// are rejected by name.
#ifndef NEWSHOUND_READING_NEWSML_H
#define NEWSHOUND_READING_NEWSML_H

#include <libxml/tree.h>

#include <memory>
#include <string>

#include "indexer/reading/article_source.h"

namespace newshound::reading {

std::unique_ptr<ArticleSource> make_newsml(InputBuffer& buffer, SourceInfo info);

// Each fills an article from one item; returns why it cannot, empty if it could.
std::string read_newsml_g2(const xmlNode* item, Article& article);
std::string read_newsml_1(const xmlNode* item, Article& article);

}  // namespace newshound::reading

#endif
