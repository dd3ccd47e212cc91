#include "tests/cli/program_run.h"

#include <stdlib.h>
#include <sys/wait.h>

#include <fstream>
#include <sstream>

namespace newshound::testing {

void ProgramRun::SetUp() {
  std::string name = (std::filesystem::temp_directory_path() / "newshound-programs-XXXXXX").string();
  ASSERT_NE(mkdtemp(name.data()), nullptr);
  folder_ = name;
}

void ProgramRun::TearDown() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

Outcome ProgramRun::run(const std::string& line) const {
  const std::string command = "cd " + folder_.string() +
                              " && unset NEWSHOUND_INDEX NO_COLOR && TZ=UTC && export TZ && PATH=" NEWSHOUND_BIN
                              ":$PATH && export PATH && { " +
                              line + "\n} >.out 2>.errors";
  const int status = std::system(command.c_str());
  Outcome outcome{WIFEXITED(status) ? WEXITSTATUS(status) : -1, read(".out"), read(".errors")};
  // A crash is the shell's 128 and more; only these two are ours.
  EXPECT_TRUE(outcome.code <= 75 || outcome.code == 130 || outcome.code == 143) << line << '\n' << outcome.errors;
  return outcome;
}

void ProgramRun::write(const std::string& name, const std::string& text) const {
  std::filesystem::create_directories(path(name).parent_path());
  std::ofstream(path(name), std::ios::binary) << text;
}

std::string ProgramRun::read(const std::string& name) const {
  std::ifstream file(path(name), std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace newshound::testing
