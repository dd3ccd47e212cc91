// samples/operations/nightly.sh, with the programs that are built.
#include "tests/cli/program_run.h"

#include <gtest/gtest.h>

namespace newshound::testing {
namespace {

class NightlyScript : public Programs {
 protected:
  // `arguments` after the script's name.
  [[nodiscard]] Outcome nightly(const std::string& arguments) const {
    return run("sh " NEWSHOUND_SAMPLES "/operations/nightly.sh " + arguments);
  }

  void make_archive_and_gate() const {
    make_archive();
    write("gate.tsv", "ferry\tgazette-1\n");
  }
};

TEST_F(NightlyScript, WithoutItsArgumentsPrintsAUsage) {
  for (const char* arguments : {"", "news.idx", "news.idx gate.tsv reports"}) {
    const auto outcome = nightly(arguments);
    EXPECT_EQ(outcome.code, 2);
    EXPECT_EQ(outcome.errors, "usage: nightly.sh ARCHIVE GATE REPORTS SOURCE...\n");
  }
}

TEST_F(NightlyScript, DeletesOnlyOldReportsOfItsOwn) {
  make_archive_and_gate();
  run("mkdir -p reports/news.idx/generations");
  for (const char* file :
       {"reports/nightly-20200101T023000Z.json", "reports/other.json", "reports/news.idx/generations/00000001.json",
        "reports/news.idx/nightly-20200101T023000Z.json"})
    run(std::string("touch -d '40 days ago' ") + file);
  EXPECT_EQ(nightly("news.idx gate.tsv reports news.jsonl").code, 0);
  EXPECT_FALSE(std::filesystem::exists(path("reports/nightly-20200101T023000Z.json")));
  EXPECT_TRUE(std::filesystem::exists(path("reports/other.json")));
  EXPECT_TRUE(std::filesystem::exists(path("reports/news.idx/generations/00000001.json")));
  EXPECT_TRUE(std::filesystem::exists(path("reports/news.idx/nightly-20200101T023000Z.json")));
  EXPECT_EQ(run("ls reports | grep -c nightly-").out, "1\n");
}

// A number that is too small on either side throws away what the other wants to go back to.
TEST_F(NightlyScript, KeepsAsManyRunsAsItIsTold) {
  make_archive_and_gate();
  for (int night = 0; night < 3; ++night) EXPECT_EQ(nightly("news.idx gate.tsv reports news.jsonl").code, 0);
  EXPECT_EQ(line_count(run("newshound-index generations").out), 1U + 4U);
  run("export KEEP=1; sh " NEWSHOUND_SAMPLES "/operations/nightly.sh news.idx gate.tsv reports news.jsonl");
  EXPECT_EQ(line_count(run("newshound-index generations").out), 1U + 2U);
}

// Months of a stale archive looked like a few rejected documents.
TEST_F(NightlyScript, TooManyRejectedIsNoSuccess) {
  make_archive_and_gate();
  write("bad.jsonl", std::string(kArticles) + "{broken \"swapped\":true\n");
  const auto stale = nightly("news.idx gate.tsv reports bad.jsonl");
  EXPECT_EQ(stale.code, 1) << stale.errors;
  EXPECT_TRUE(has(stale.errors, "nothing was swapped")) << stale.errors;
  std::string many;
  for (int i = 0; i < 200; ++i) many += "{\"id\":\"" + std::to_string(i) + "\",\"title\":\"ferry\"}\n";
  write("gate.tsv", "ferry AND resumes\tgazette-1\n");
  write("few.jsonl", std::string(kArticles) + many + "{broken\n");
  const auto done = nightly("news.idx gate.tsv reports few.jsonl");
  EXPECT_EQ(done.code, 6) << done.errors;
  EXPECT_TRUE(has(done.errors, "rebuilt without the documents that were rejected")) << done.errors;
}

TEST_F(NightlyScript, SaysOfEachExitCodeOnlyWhatIsTrue) {
  make_archive_and_gate();
  write("wrong.tsv", "ferry\n");
  write("refuses.tsv", "ferry\tnobody\n");
  EXPECT_TRUE(has(nightly("news.idx wrong.tsv reports news.jsonl").errors, "the gate is wrong, nothing was read"));
  EXPECT_TRUE(has(nightly("news.idx refuses.tsv reports news.jsonl").errors, "the old archive stays"));
  EXPECT_TRUE(has(nightly("news.idx gate.tsv reports missing.jsonl").errors, "cannot read missing.jsonl"));
  const auto lost = run("PATH=/usr/bin:/bin sh " NEWSHOUND_SAMPLES
                        "/operations/nightly.sh news.idx gate.tsv reports news.jsonl; echo $?");
  EXPECT_EQ(lost.out, "127\n");
  EXPECT_TRUE(has(lost.errors, "newshound-index is not in PATH (/usr/bin:/bin)")) << lost.errors;
}

}  // namespace
}  // namespace newshound::testing
