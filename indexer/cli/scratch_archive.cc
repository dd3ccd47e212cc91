#include "indexer/cli/scratch_archive.h"

#include <stdlib.h>

#include <filesystem>
#include <system_error>

namespace newshound::index_cli {

Result<ScratchArchive> ScratchArchive::make() {
  std::error_code fault;
  const auto folder = std::filesystem::temp_directory_path(fault);
  std::string path = (folder / "newshound-dry-run-XXXXXX").string();
  if (!fault && mkdtemp(path.data()) != nullptr) return ScratchArchive(std::move(path));
  return Error{Errc::io, path + ": cannot be made", "set TMPDIR to a folder that can be written", {}};
}

ScratchArchive::~ScratchArchive() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace newshound::index_cli
