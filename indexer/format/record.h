// What is stored of an article beside its body: its meta, a JSON object (keys in indexer/FORMAT.md). The body stands
// apart, verbatim, so that a snippet's offsets are offsets into it and nothing is unescaped.
#ifndef NEWSHOUND_FORMAT_RECORD_H
#define NEWSHOUND_FORMAT_RECORD_H

#include <newshound/article.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace newshound::format {

// All but the body.
std::string encode_meta(const Article& article);

// An article without a body. Throws Failure (Errc::damaged) for text that is not a meta.
Article decode_meta(std::string_view meta);

// XXH3 64 of what the article says, apart from where it was found (source, line, dropped lines). The same
// content gives the same hash in every version of Newshound.
std::uint64_t content_hash(const Article& article);

}  // namespace newshound::format

#endif
