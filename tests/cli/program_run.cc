#include "tests/cli/program_run.h"

#include <stdlib.h>
#include <sys/wait.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace newshound::testing {

const char* const kArticles =
    R"({"id":"gazette-1","title":"Harbour ferry resumes service","body":"The harbour ferry resumed on Monday. Mara Velden was aboard.","outlet":"Harbour Gazette","date":"2024-05-06","language":"en","persons":["Mara Velden"]}
{"id":"gazette-2","title":"Ferry strike called off","body":"The ferry strike is over, the harbour board said.","outlet":"Harbour Gazette","date":"2024-06-02","language":"en"}
{"id":"courier-1","title":"Lantern fair draws crowds","body":"The lantern fair \u001b[31mdrew\u001b[0m crowds to the old pier.","outlet":"Hill Courier","date":"2023-12-24","language":"en"}
{"id":"courier-2","title":"Notes","body":"A ferry of the hills, undated."}
)";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::size_t line_count(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

void Programs::SetUp() {
  std::string name = (std::filesystem::temp_directory_path() / "newshound-programs-XXXXXX").string();
  ASSERT_NE(mkdtemp(name.data()), nullptr);
  folder_ = name;
}

void Programs::TearDown() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

Outcome Programs::run(const std::string& line) const {
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

void Programs::make_archive() const {
  write("news.jsonl", kArticles);
  const auto made = run("newshound-index add -i news.idx news.jsonl");
  ASSERT_EQ(made.code, 0) << made.errors;
}

void Programs::write(const std::string& name, const std::string& text) const {
  std::filesystem::create_directories(path(name).parent_path());
  std::ofstream(path(name), std::ios::binary) << text;
}

std::string Programs::read(const std::string& name) const {
  std::ifstream file(path(name), std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace newshound::testing
