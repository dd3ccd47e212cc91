// Where a dry run puts articles when there is no archive to compare them with.
#ifndef NEWSHOUND_CLI_SCRATCH_ARCHIVE_H
#define NEWSHOUND_CLI_SCRATCH_ARCHIVE_H

#include <newshound/result.h>

#include <string>
#include <utility>

namespace newshound::index_cli {

// A new folder in the system's folder for temporary files, removed with all it holds when this object goes.
class ScratchArchive {
 public:
  static Result<ScratchArchive> make();

  ScratchArchive(ScratchArchive&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  ScratchArchive& operator=(ScratchArchive&& other) noexcept {
    std::swap(path_, other.path_);
    return *this;
  }
  ~ScratchArchive();

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  explicit ScratchArchive(std::string path) : path_(std::move(path)) {}
  std::string path_;
};

}  // namespace newshound::index_cli

#endif
