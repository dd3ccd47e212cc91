// Output that is reviewed as files: tests/golden/cli. With NEWSHOUND_UPDATE_GOLDEN set, the files are written anew.
#ifndef NEWSHOUND_TESTS_CLI_GOLDEN_H
#define NEWSHOUND_TESTS_CLI_GOLDEN_H

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace newshound::testing {

inline void expect_golden(const std::string& name, const std::string& text) {
  const std::string path = std::string(NEWSHOUND_SOURCE_DIR) + "/tests/golden/cli/" + name;
  if (std::getenv("NEWSHOUND_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << text;
    return;
  }
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file) << path;
  std::stringstream golden;
  golden << file.rdbuf();
  EXPECT_EQ(text, golden.str()) << path;
}

}  // namespace newshound::testing

#endif
