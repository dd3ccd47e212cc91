#include "indexer/cli/source_check.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace newshound::index_cli {
namespace {

// 0 if the source can be opened, else the errno.
int fault_of(const std::string& source) {
  struct stat status {};
  if (::stat(source.c_str(), &status) != 0) return errno;
  return ::access(source.c_str(), S_ISDIR(status.st_mode) ? R_OK | X_OK : R_OK) == 0 ? 0 : errno;
}

Error would_lose(const std::string& what, const std::string& hint) {
  return {Errc::io, what + ": a rebuild without it would lose its articles", hint, {}};
}

}  // namespace

Result<void> require_readable(const std::vector<std::string>& sources) {
  for (const auto& source : sources) {
    const int fault = source == "-" ? 0 : fault_of(source);
    if (fault != 0)
      return would_lose("cannot read " + source + ": " + std::generic_category().message(fault),
                        "mend the name or the permissions, or leave the source out");
  }
  return {};
}

Result<void> require_whole(const std::vector<Rejection>& rejected) {
  const auto cut = std::find_if(rejected.begin(), rejected.end(), [](const Rejection& one) { return one.cut_off; });
  if (cut == rejected.end()) return {};
  return would_lose("cannot read all of " + cut->source + ": " + cut->reason,
                    "mend the file, or run without --max-errors and --on-error stop");
}

}  // namespace newshound::index_cli
