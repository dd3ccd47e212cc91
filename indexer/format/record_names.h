// Names that stored articles have on disk. Never change one.
#ifndef NEWSHOUND_FORMAT_RECORD_NAMES_H
#define NEWSHOUND_FORMAT_RECORD_NAMES_H

#include <array>

namespace newshound::format {

// By Standing and by EntityType.
inline constexpr std::array<const char*, 5> kStandings = {"unknown", "given", "stated", "derived", "inferred"};
inline constexpr std::array<const char*, 3> kTypes = {"person", "organization", "place"};

}  // namespace newshound::format

#endif
