// Reuters-21578 SGML: records <REUTERS ... NEWID="n"> ... </REUTERS> after a DOCTYPE line.
//
// An XML parser over a whole file recovers a handful of records: the stream is cut at </REUTERS> and each record parsed
// by itself, forgivingly. References to control characters (&#5;) are wire noise and dropped; bytes that are not UTF-8
// are ISO-8859-1.
#ifndef NEWSHOUND_READING_REUTERS_SGML_H
#define NEWSHOUND_READING_REUTERS_SGML_H

#include <newshound/article.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/reading/article_source.h"

namespace newshound::reading {

std::unique_ptr<ArticleSource> make_reuters(InputBuffer& buffer, SourceInfo info);

// One record as UTF-8 XML: other bytes converted, control characters and references to them dropped, an ampersand that
// begins no reference escaped.
std::string clean_record(std::string_view record);

// The article of one record, "<REUTERS" to "</REUTERS>"; empty if it cannot be parsed at all. Without a BODY the other
// text of TEXT is the body. id is "reuters-NEWID", empty without a NEWID.
std::optional<Article> parse_record(std::string_view record);

}  // namespace newshound::reading

#endif
