// The name somebody probably meant, for "unknown option" and "unknown command" errors.
#ifndef NEWSHOUND_FORMAT_PROGRAM_NEAREST_NAME_H
#define NEWSHOUND_FORMAT_PROGRAM_NEAREST_NAME_H

#include <string>
#include <string_view>
#include <vector>

namespace newshound::program {

// The only name that begins with `typed`, else the name with the fewest edits from `typed`, the first of equals; empty
// if none is near (more than a third of the letters differ, or more than three).
std::string nearest_name(std::string_view typed, const std::vector<std::string>& names);

}  // namespace newshound::program

#endif
