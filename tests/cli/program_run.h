// Runs the built programs as a shell would, in a temporary folder of their own.
#ifndef NEWSHOUND_TESTS_CLI_PROGRAM_RUN_H
#define NEWSHOUND_TESTS_CLI_PROGRAM_RUN_H

#include <gtest/gtest.h>

#include <cstddef>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

namespace newshound::testing {

using Json = nlohmann::ordered_json;

// Four articles: two of one outlet, one of another with an escape sequence in its body, one without outlet or date.
extern const char* const kArticles;

bool has(const std::string& text, const std::string& part);
std::size_t line_count(const std::string& text);

struct Outcome {
  int code = -1;
  std::string out;
  std::string errors;
};

// A test in an empty working folder that is removed afterwards.
class Programs : public ::testing::Test {
 protected:
  void SetUp() override;
  void TearDown() override;

  // `line` is a shell command; `newshound` and `newshound-index` are the built ones. The environment has neither
  // NEWSHOUND_INDEX nor NO_COLOR, and TZ is UTC.
  Outcome run(const std::string& line) const;

  // news.idx with kArticles.
  void make_archive() const;

  void write(const std::string& name, const std::string& text) const;
  [[nodiscard]] std::string read(const std::string& name) const;
  [[nodiscard]] std::filesystem::path path(const std::string& name) const { return folder_ / name; }

 private:
  std::filesystem::path folder_;
};

}  // namespace newshound::testing

#endif
