// NITF 3.x (IPTC News Industry Text Format): a document of its own, or the text of a NewsML item.
#ifndef NEWSHOUND_READING_NITF_H
#define NEWSHOUND_READING_NITF_H

#include <libxml/tree.h>
#include <newshound/article.h>

#include <string>
#include <string_view>

namespace newshound::reading {

// Fills what is unknown yet from a <nitf>, or from an element around its <body>.
void fill_from_nitf(const xmlNode* nitf, Article& article);

// ISO 8601 in its extended form for one in the basic form ("20240506T093000+0200" is 2024-05-06T09:30:00+02:00);
// anything else as it is.
std::string extended_time(std::string_view time);

}  // namespace newshound::reading

#endif
