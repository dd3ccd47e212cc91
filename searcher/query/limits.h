// How large a query may be, so that no text can make a search hang. The limits hold for the canonical text too: what
// parsed once parses again.
#ifndef NEWSHOUND_QUERY_LIMITS_H
#define NEWSHOUND_QUERY_LIMITS_H

#include <newshound/results.h>

#include <cstddef>

namespace newshound::query {

inline constexpr std::size_t kMaxQueryBytes = 64 * 1024;
inline constexpr std::size_t kMaxClauses = 1024;  // words, phrases and filters
inline constexpr std::size_t kMaxPatterns = 64;   // wildcards and fuzzy words: each looks at every word there is
inline constexpr std::size_t kMaxDepth = 100;     // brackets and negations inside one another

// Nodes with children on the longest way down; brackets in the canonical text are never deeper than this.
std::size_t depth(const QueryNode& node);

// Nodes without children.
std::size_t clause_count(const QueryNode& node);

}  // namespace newshound::query

#endif
