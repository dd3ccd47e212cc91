// The name someone most likely meant: every error about an unknown name says it.
#ifndef NEWSHOUND_QUERY_NEAREST_NAME_H
#define NEWSHOUND_QUERY_NEAREST_NAME_H

#include <cstddef>
#include <string_view>
#include <vector>

namespace newshound::query {

// Insertions, deletions, replacements and swaps of neighbours that make one of the other; ASCII case does not count.
// Only the first 64 bytes of either count.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The first of the names with the least distance; empty if there are no names.
std::string_view nearest_name(std::string_view name, const std::vector<std::string_view>& names);

}  // namespace newshound::query

#endif
