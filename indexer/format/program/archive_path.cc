#include "indexer/format/program/archive_path.h"

#include <filesystem>
#include <system_error>

namespace newshound::program {

Result<std::string> archive_path(const std::string& given, const std::string& environment) {
  if (!given.empty()) return given;
  if (!environment.empty()) return environment;
  std::error_code fault;
  if (std::filesystem::exists(kDefaultArchive, fault)) return std::string(kDefaultArchive);
  return Error{Errc::archive_not_found,
               "archive: none named, and ./news.idx does not exist",
               "name one with -i DIR or the environment variable NEWSHOUND_INDEX",
               {}};
}

}  // namespace newshound::program
