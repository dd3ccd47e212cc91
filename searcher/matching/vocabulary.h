// Words of the archive that a wildcard or a fuzzy word stands for.
#ifndef NEWSHOUND_MATCHING_VOCABULARY_H
#define NEWSHOUND_MATCHING_VOCABULARY_H

#include "searcher/matching/snapshot.h"
#include "searcher/matching/word_places.h"

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace newshound::matching {

// More is an error, never a cut.
inline constexpr std::size_t kMaxExpansion = 10'000;

struct Expansion {
  Slot slot;                    // by key, ascending; they do not score
  std::set<std::string> words;  // folded
};

// Looks at every form of every word that is not of a script without spaces; `prefix` is that of byline, or "" for title
// and body.
Expansion expand(const Snapshot& snapshot, std::string_view prefix,
                 const std::function<bool(std::string_view word)>& is_meant);

}  // namespace newshound::matching

#endif
