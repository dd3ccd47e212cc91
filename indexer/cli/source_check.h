// Whether a rebuild may go on without a source: it would drop all that the archive has from it.
#ifndef NEWSHOUND_CLI_SOURCE_CHECK_H
#define NEWSHOUND_CLI_SOURCE_CHECK_H

#include <newshound/reader.h>
#include <newshound/result.h>

#include <string>
#include <vector>

namespace newshound::index_cli {

// Errc::io that names the first source that cannot be opened.
Result<void> require_readable(const std::vector<std::string>& sources);

// Errc::io that names the first file that could not be read, or not to its end.
Result<void> require_whole(const std::vector<Rejection>& rejected);

}  // namespace newshound::index_cli

#endif
