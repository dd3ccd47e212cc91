// How large a query may be, so that no text can make a search hang. The limits hold for the canonical text too: what
// parsed once parses again.
#ifndef NEWSHOUND_QUERY_LIMITS_H
#define NEWSHOUND_QUERY_LIMITS_H

#include <newshound/results.h>

#include <cstddef>
#include <string_view>

namespace newshound::query {

inline constexpr std::size_t kMaxQueryBytes = 64 * 1024;
inline constexpr std::size_t kMaxClauses = 1024;  // words, those of a phrase and its gaps each by itself, and filters
inline constexpr std::size_t kMaxPatterns = 64;   // wildcards and fuzzy words: each looks at every word there is
inline constexpr std::size_t kMaxDepth = 100;     // brackets and negations inside one another

// Nodes with children on the longest way down; brackets in the canonical text are never deeper than this.
std::size_t depth(const QueryNode& node);

// The words that a word or phrase asks for, about as the analyser will tell them apart: re-elected is two, each
// character of a script without spaces is one, and so is each gap of a phrase. One or more.
std::size_t word_count(std::string_view text);

// Nodes without children; of words and phrases, the words in them.
std::size_t clause_count(const QueryNode& node);

}  // namespace newshound::query

#endif
