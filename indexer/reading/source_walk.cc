#include "indexer/reading/source_walk.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "indexer/reading/finishing.h"

namespace newshound::reading {
namespace {

namespace fs = std::filesystem;

std::string system_reason(int code) { return std::generic_category().message(code); }

std::string last_component(const std::string& path) { return path.substr(path.rfind('/') + 1); }

class FolderWalk {
 public:
  explicit FolderWalk(std::string root) : root_(std::move(root)) {
    while (root_.size() > 1 && root_.back() == '/') root_.pop_back();
  }

  SourceWalk run() {
    walk(root_);
    if (walk_.files.empty()) walk_.warnings.push_back(root_ + ": a folder without a file to read");
    std::sort(walk_.files.begin(), walk_.files.end(),
              [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
    return std::move(walk_);
  }

 private:
  void walk(const std::string& folder) {
    struct stat status {};
    if (::stat(folder.c_str(), &status) != 0 || !seen_.insert({status.st_dev, status.st_ino}).second) return;
    std::error_code error;
    std::vector<std::string> names;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
      names.push_back(entry->path().filename().string());
    if (error) walk_.files.push_back({folder, {}, 0, error.message()});
    std::sort(names.begin(), names.end());
    for (const auto& name : names)
      if (name.front() != '.') add(folder == "/" ? folder + name : folder + "/" + name);
  }

  void add(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
      walk_.files.push_back({path, {}, 0, system_reason(errno)});
    else if (S_ISDIR(status.st_mode))
      walk(path);
    else if (S_ISREG(status.st_mode))
      walk_.files.push_back({path, name_of(path), static_cast<std::uint64_t>(status.st_size), {}});
    else
      walk_.warnings.push_back(path + ": neither a file nor a folder, left out");
  }

  [[nodiscard]] std::string name_of(const std::string& path) const {
    return without_ending(path.substr(root_ == "/" ? 1 : root_.size() + 1));
  }

  std::string root_;
  std::set<std::pair<dev_t, ino_t>> seen_;
  SourceWalk walk_;
};

}  // namespace

SourceWalk walk_source(const std::string& source) {
  if (source == "-") return {{{source, {}, 0, {}}}, {}};
  struct stat status {};
  if (::stat(source.c_str(), &status) != 0) return {{{source, {}, 0, system_reason(errno)}}, {}};
  const bool folder = S_ISDIR(status.st_mode);
  if (::access(source.c_str(), folder ? R_OK | X_OK : R_OK) != 0) return {{{source, {}, 0, system_reason(errno)}}, {}};
  if (folder) return FolderWalk(source).run();
  const auto bytes = S_ISREG(status.st_mode) ? static_cast<std::uint64_t>(status.st_size) : 0;
  return {{{source, without_ending(last_component(source)), bytes, {}}}, {}};
}

}  // namespace newshound::reading
