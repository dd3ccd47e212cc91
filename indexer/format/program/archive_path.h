// Which archive a program works on: -i, else the environment, else ./news.idx.
#ifndef NEWSHOUND_FORMAT_PROGRAM_ARCHIVE_PATH_H
#define NEWSHOUND_FORMAT_PROGRAM_ARCHIVE_PATH_H

#include <newshound/result.h>

#include <string>

namespace newshound::program {

inline constexpr const char* kArchiveVariable = "NEWSHOUND_INDEX";
inline constexpr const char* kDefaultArchive = "news.idx";

// `given` is the value of -i, `environment` that of NEWSHOUND_INDEX; both may be empty. Errc::archive_not_found if
// neither is given and ./news.idx does not exist.
Result<std::string> archive_path(const std::string& given, const std::string& environment);

}  // namespace newshound::program

#endif
