// Runs the built programs as a shell would, in a temporary folder of their own.
#ifndef NEWSHOUND_TESTS_CLI_PROGRAM_RUN_H
#define NEWSHOUND_TESTS_CLI_PROGRAM_RUN_H

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

namespace newshound::testing {

struct Outcome {
  int code = -1;
  std::string out;
  std::string errors;
};

// A test in an empty working folder that is removed afterwards.
class ProgramRun : public ::testing::Test {
 protected:
  void SetUp() override;
  void TearDown() override;

  // `line` is a shell command; `newshound` and `newshound-index` are the built ones. The environment has neither
  // NEWSHOUND_INDEX nor NO_COLOR, and TZ is UTC.
  Outcome run(const std::string& line) const;

  void write(const std::string& name, const std::string& text) const;
  [[nodiscard]] std::string read(const std::string& name) const;
  [[nodiscard]] std::filesystem::path path(const std::string& name) const { return folder_ / name; }

 private:
  std::filesystem::path folder_;
};

}  // namespace newshound::testing

#endif
