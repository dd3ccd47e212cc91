// Web ARChive files (ISO 28500, WARC/1.0 and 1.1), most often as gzip with a member for each record. Records of type
// response (200 only), resource and conversion are read, each as a source of its own, in the format of its content;
// what is neither text, HTML, JSON nor XML is left out and counted in a warning.
//
//   WARC/1.1 CRLF  Name: value CRLF ...  CRLF  Content-Length bytes  CRLF CRLF
#ifndef NEWSHOUND_READING_WARC_H
#define NEWSHOUND_READING_WARC_H

#include <memory>

#include "indexer/reading/opened_source.h"

namespace newshound::reading {

std::unique_ptr<ArticleSource> make_warc(InputBuffer& buffer, SourceInfo info, const ReadingContext& context,
                                         Packing packing);

}  // namespace newshound::reading

#endif
