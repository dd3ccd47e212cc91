// What an article must be to be indexed. The reader has its own checks with line and offset; this is the last door, for
// articles that programs make.
#ifndef NEWSHOUND_WRITING_ARTICLE_CHECK_H
#define NEWSHOUND_WRITING_ARTICLE_CHECK_H

#include <newshound/article.h>

#include <optional>
#include <string>

namespace newshound::writing {

inline constexpr std::size_t kMaxIdBytes = 4096;
inline constexpr std::size_t kMaxTextBytes = std::size_t{1} << 30;

// Why the article cannot be indexed; empty if it can.
std::optional<std::string> why_rejected(const Article& article);

}  // namespace newshound::writing

#endif
