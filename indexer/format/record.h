// The stored article: the document data of its Xapian document.
//
//   record := length meta body
//   length := bytes of meta, unsigned 32-bit little-endian
//   meta   := JSON object, UTF-8 (keys in indexer/FORMAT.md)
//   body   := the article's body, verbatim, to the end
//
// The body stands apart from the JSON so that a snippet's offsets are offsets into it and nothing is unescaped.
#ifndef NEWSHOUND_FORMAT_RECORD_H
#define NEWSHOUND_FORMAT_RECORD_H

#include <newshound/article.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace newshound::format {

std::string encode_record(const Article& article);

// Throws Failure (Errc::damaged) for bytes that are not a record.
Article decode_record(std::string_view record);

// XXH3 64 of what the article says, apart from where it was found (source, line, dropped lines); never 0. The same
// content gives the same hash in every version of Newshound.
std::uint64_t content_hash(const Article& article);

}  // namespace newshound::format

#endif
