// A directory of its own for each test that writes, gone when the test ends.
#ifndef NEWSHOUND_TESTS_FORMAT_TEMPORARY_DIRECTORY_H
#define NEWSHOUND_TESTS_FORMAT_TEMPORARY_DIRECTORY_H

#include <stdlib.h>

#include <filesystem>
#include <string>
#include <system_error>

namespace newshound::format {

class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    std::string name = (std::filesystem::temp_directory_path() / "newshound-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
      throw std::filesystem::filesystem_error("mkdtemp", std::error_code(errno, std::generic_category()));
    path_ = name;
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  ~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

}  // namespace newshound::format

#endif
