// What an article must be to be indexed. The reader has its own checks with line and offset; this is the last door, for
// articles that programs make.
#ifndef NEWSHOUND_WRITING_ARTICLE_CHECK_H
#define NEWSHOUND_WRITING_ARTICLE_CHECK_H

#include "indexer/format/frame.h"

#include <newshound/article.h>

#include <cstdint>
#include <optional>
#include <string>

namespace newshound::writing {

inline constexpr std::size_t kMaxIdBytes = 4096;

// Of all fields but the body together: written as JSON they are at most eight times as long, which can be stored.
inline constexpr std::size_t kMaxMetaBytes = format::kMaxTextBytes / 8;

// Why the article cannot be indexed; empty if it can. `longest` is in bytes of title and body.
std::optional<std::string> why_rejected(const Article& article, std::uint64_t longest);

}  // namespace newshound::writing

#endif
