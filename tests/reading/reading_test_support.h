// What the tests of this room share: a folder of their own, compressed files, and everything a reader gives at once.
#ifndef NEWSHOUND_TESTS_READING_TEST_SUPPORT_H
#define NEWSHOUND_TESTS_READING_TEST_SUPPORT_H

#include <gtest/gtest.h>
#include <newshound/reader.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace newshound::reading {

// A folder that lives as long as the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] std::string path(const std::string& name) const { return (root_ / name).string(); }
  // Makes the folders above it as well; returns the full path.
  std::string write(const std::string& name, std::string_view bytes) const;

 private:
  std::filesystem::path root_;
};

enum class Compression { none, gzip, zstd, bzip2, xz };
std::string compress(std::string_view bytes, Compression compression);

// An archive of these files, names with their bytes, in order. A name that begins with "->" is a link to what its bytes
// name.
enum class Container { tar, zip };
using Members = std::vector<std::pair<std::string, std::string>>;
std::string pack(const Members& members, Container container);

using Order = std::vector<std::string>;

struct ReadAll {
  std::vector<Article> articles;
  std::vector<Rejection> rejections;
  Order order;  // ids of articles, "!reason" of rejections, as they came
  std::vector<std::string> warnings;
  std::uint64_t bytes_read = 0;
  std::uint64_t bytes_total = 0;
};

ReadAll read_all(const std::vector<std::string>& sources, ReadOptions options = {});

// Of one file of that name in a folder that is removed again.
ReadAll read_alone(const std::string& name, std::string_view bytes, ReadOptions options = {});

// Everything of an article that a format decides, on one line for comparing.
std::string summary(const Article& article);

}  // namespace newshound::reading

#endif
