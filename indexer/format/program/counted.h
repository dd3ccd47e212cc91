// A number with its noun, as people write it.
#ifndef NEWSHOUND_FORMAT_PROGRAM_COUNTED_H
#define NEWSHOUND_FORMAT_PROGRAM_COUNTED_H

#include <cstdint>
#include <string>
#include <string_view>

namespace newshound::program {

// "1 article", "0 articles"; for nouns that take an s.
inline std::string counted(std::uint64_t number, std::string_view noun) {
  return std::to_string(number).append(" ").append(noun).append(number == 1 ? "" : "s");
}

}  // namespace newshound::program

#endif
