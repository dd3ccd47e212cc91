// What a script relies on every night: sources that shrink, gates that refuse, swaps that wait.
#include "tests/cli/program_run.h"

#include <gtest/gtest.h>

namespace newshound::testing {
namespace {

using NightlyProgram = Programs;

TEST_F(NightlyProgram, SyncRemovesWhatTheSourceHasNoMore) {
  run("mkdir day && printf 'Ferry one\\n\\nIt left.\\n' >day/one.txt && printf 'Ferry two\\n\\nIt left.\\n' "
      ">day/two.txt");
  EXPECT_EQ(run("newshound-index add -i news.idx day").code, 0);
  run("rm day/two.txt");
  EXPECT_EQ(run("newshound-index add day && newshound count").out.substr(0, 9), "news.idx:");
  EXPECT_EQ(run("newshound count").out, "2\n");
  EXPECT_TRUE(has(run("newshound-index add --sync --dry-run day").out, "removed 1\n"));
  EXPECT_EQ(run("newshound count").out, "2\n");
  const auto synced = run("newshound-index add --sync --report r.json day");
  EXPECT_EQ(synced.code, 0) << synced.errors;
  EXPECT_EQ(Json::parse(read("r.json"))["removed"], 1);
  EXPECT_EQ(run("newshound search --format ids '*'").out, "one\n");
}

TEST_F(NightlyProgram, SyncKeepsAllOfASourceThatIsEmpty) {
  run("mkdir day && printf 'Ferry one\\n\\nIt left.\\n' >day/one.txt");
  EXPECT_EQ(run("newshound-index add -i news.idx day").code, 0);
  run("rm day/one.txt");
  const auto synced = run("newshound-index add --sync day");
  EXPECT_EQ(synced.code, 0) << synced.errors;
  EXPECT_TRUE(has(synced.errors, "day gave no article, so none of its articles was removed")) << synced.errors;
  EXPECT_EQ(run("newshound count").out, "1\n");
  EXPECT_EQ(run("newshound-index add --sync - </dev/null").code, 2);
}

TEST_F(NightlyProgram, AGateThatFailsIsSevenAndNamesEachLine) {
  make_archive();
  write("less.jsonl", "{\"id\":\"gazette-1\",\"title\":\"Harbour ferry\",\"outlet\":\"Harbour Gazette\"}\n");
  write("gate.tsv",
        "# what the morning needs\nferry\tgazette-1\nferry\tgazette-2\nlantern (\tcourier-1\ncount-drop 50%\n"
        "count-drop Harbour Gazette 50%\ncount-drop Hill Courier 0%\n");
  const auto refused = run("newshound-index rebuild --gate gate.tsv --report r.json less.jsonl");
  EXPECT_EQ(refused.code, 7) << refused.out;
  EXPECT_TRUE(has(refused.errors, "gate.tsv:3: ")) << refused.errors;
  EXPECT_TRUE(has(refused.errors, "no article has the id gazette-2")) << refused.errors;
  EXPECT_TRUE(has(refused.errors, "gate.tsv:4: ")) << refused.errors;
  EXPECT_TRUE(has(refused.errors, "gate.tsv:5: count-drop 50%: the archive had 4 articles and would have 1"))
      << refused.errors;
  EXPECT_TRUE(has(refused.errors, "gate.tsv:7: ")) << refused.errors;
  EXPECT_TRUE(has(refused.errors, "4 of 6 lines failed")) << refused.errors;
  const auto report = Json::parse(read("r.json"));
  EXPECT_EQ(report["swapped"], false);
  EXPECT_EQ(report["verified"], true);
  ASSERT_EQ(report["gate_failures"].size(), 4U);
  EXPECT_EQ(report["gate_failures"][0]["line"], 3);
  EXPECT_EQ(report["gate_failures"][0]["text"], "ferry\tgazette-2");
  EXPECT_EQ(run("newshound count").out, "4\n");
  EXPECT_EQ(run("newshound-index verify").errors, "");
  EXPECT_EQ(run("newshound-index add --gate gate.tsv less.jsonl").code, 7);
  EXPECT_EQ(run("newshound count").out, "4\n");
}

TEST_F(NightlyProgram, AGateThatHoldsLetsTheSwapHappen) {
  write("news.jsonl", kArticles);
  write("gate.tsv", "ferry\tgazette-1\ncount-drop 0%\n");
  EXPECT_EQ(run("newshound-index rebuild -i news.idx --gate gate.tsv news.jsonl").code, 0);
  EXPECT_EQ(run("newshound-index rebuild --gate gate.tsv news.jsonl").code, 0);
  EXPECT_EQ(run("newshound count").out, "4\n");
}

TEST_F(NightlyProgram, AGateIsReadBeforeTheRun) {
  write("news.jsonl", kArticles);
  write("gate.tsv", "ferry\n");
  const auto wrong = run("newshound-index rebuild -i news.idx --gate gate.tsv news.jsonl");
  EXPECT_EQ(wrong.code, 2);
  EXPECT_TRUE(has(wrong.errors, "gate.tsv:1: it has no tab")) << wrong.errors;
  EXPECT_EQ(run("newshound-index rebuild -i news.idx --gate missing.tsv news.jsonl").code, 8);
  EXPECT_FALSE(std::filesystem::exists(path("news.idx")));
}

// A folder, a pipe that nobody writes to: each is refused at once, by name.
TEST_F(NightlyProgram, AGateIsARegularFile) {
  make_archive();
  run("mkdir folder; mkfifo pipe");
  for (const std::string gate : {"folder", "pipe", "missing"}) {
    const auto refused = run("timeout -s KILL 20 newshound-index rebuild --gate " + gate + " news.jsonl");
    EXPECT_EQ(refused.code, 8) << gate << refused.errors;
    EXPECT_TRUE(has(refused.errors, gate + ": the gate cannot be read: ")) << refused.errors;
    EXPECT_EQ(line_count(refused.errors), 1U) << refused.errors;
  }
}

TEST_F(NightlyProgram, AGateWithoutALineIsAWarning) {
  make_archive();
  write("gate.tsv", "# later\n\n");
  const auto passed = run("newshound-index rebuild --gate gate.tsv news.jsonl");
  EXPECT_EQ(passed.code, 0);
  EXPECT_TRUE(has(passed.errors, "warning: gate.tsv: no line that must hold")) << passed.errors;
}

TEST_F(NightlyProgram, ACountDropWithATabIsNoQuery) {
  make_archive();
  write("gate.tsv", "count-drop\t10%\n");
  const auto refused = run("newshound-index rebuild --gate gate.tsv news.jsonl");
  EXPECT_EQ(refused.code, 2);
  EXPECT_TRUE(has(refused.errors, "write `count-drop 10%`")) << refused.errors;
}

TEST_F(NightlyProgram, ADryRunTriesTheGateAndWritesNothing) {
  make_archive();
  write("less.jsonl", "{\"id\":\"gazette-1\",\"title\":\"Changed\"}\n");
  write("holds.tsv", "changed\tgazette-1\n");
  write("fails.tsv", "changed\tgazette-1\ncount-drop 0%\nchanged\tnobody\n");
  const char* list = "find news.idx -type f ! -name LOCK | sort | xargs md5sum";
  const auto before = run(list).out;
  for (const std::string command : {"add", "rebuild"}) {
    const auto passed = run("newshound-index " + command + " --dry-run --gate holds.tsv --report r.json less.jsonl");
    EXPECT_EQ(passed.code, 0) << command << passed.errors;
    EXPECT_TRUE(has(passed.out, "dry run, nothing was written")) << passed.out;
    EXPECT_EQ(Json::parse(read("r.json"))["outcome"], "dry_run");
    const auto refused = run("newshound-index " + command + " --dry-run --gate fails.tsv --report r.json less.jsonl");
    EXPECT_EQ(refused.code, 7) << command << refused.errors;
    EXPECT_EQ(has(refused.errors, "fails.tsv:2: "), command == "rebuild") << refused.errors;
    EXPECT_TRUE(has(refused.errors, "fails.tsv:3: ")) << refused.errors;
    EXPECT_EQ(Json::parse(read("r.json"))["outcome"], "gate");
    EXPECT_EQ(run(list).out, before) << command;
  }
  EXPECT_EQ(run("newshound-index rebuild -i new.idx --dry-run --gate fails.tsv less.jsonl").code, 7);
  EXPECT_FALSE(std::filesystem::exists(path("new.idx")));
}

TEST_F(NightlyProgram, GoingForwardIsNotCalledRollingBack) {
  make_archive();
  const auto oldest = run("newshound-index rollback");
  EXPECT_TRUE(has(oldest.errors, "--keep")) << oldest.errors;
  EXPECT_EQ(run("newshound-index rebuild --no-swap news.jsonl").code, 0);
  EXPECT_TRUE(has(run("newshound-index rollback 2").out, "generation 2 is current: 4 articles, "));
  EXPECT_TRUE(has(run("newshound-index rollback").out, "rolled back: generation 1, 4 articles, "));
  EXPECT_EQ(run("newshound-index rollback --keep 3").code, 2);
  EXPECT_FALSE(has(run("newshound-index rollback --help").out, "--keep"));
}

TEST_F(NightlyProgram, ARebuildCanWaitForItsSwap) {
  make_archive();
  write("one.jsonl", "{\"id\":\"only\",\"title\":\"ferry\"}\n");
  const auto built = run("newshound-index rebuild --no-swap --report r.json one.jsonl");
  EXPECT_EQ(built.code, 0) << built.errors;
  EXPECT_TRUE(has(built.out, "generation 2, 1 article")) << built.out;
  EXPECT_TRUE(has(built.out, "newshound-index rollback 2 swaps")) << built.out;
  EXPECT_EQ(Json::parse(read("r.json"))["swapped"], false);
  EXPECT_EQ(Json::parse(read("r.json"))["generation"], 2);
  EXPECT_EQ(run("newshound count").out, "4\n");
  EXPECT_EQ(run("newshound-index rollback 2").code, 0);
  EXPECT_EQ(run("newshound count").out, "1\n");
}

TEST_F(NightlyProgram, PlansFromASampleAndWritesNothing) {
  write("news.jsonl", kArticles);
  const auto planned = run("newshound-index plan --sample 2 news.jsonl");
  EXPECT_EQ(planned.code, 0) << planned.errors;
  EXPECT_TRUE(has(planned.out, "sample    2 articles, ")) << planned.out;
  EXPECT_EQ(Json::parse(run("newshound-index plan --format json news.jsonl").out)["plan"]["articles"], 4);
  EXPECT_EQ(run("newshound-index plan --sample 1 - <news.jsonl").code, 1);
  EXPECT_EQ(run("newshound-index plan nowhere.jsonl").code, 8);
  EXPECT_EQ(run("newshound-index plan --sample 0 news.jsonl").code, 2);
  EXPECT_FALSE(std::filesystem::exists(path("news.idx")));
}

TEST_F(NightlyProgram, RemoveByQuery) {
  make_archive();
  const auto tried = run("newshound-index remove --query 'outlet:\"Harbour Gazette\"' --dry-run");
  EXPECT_EQ(tried.code, 0) << tried.errors;
  EXPECT_TRUE(has(tried.out, "would remove 2")) << tried.out;
  EXPECT_EQ(run("newshound count").out, "4\n");
  EXPECT_EQ(run("newshound-index remove --query 'outlet:\"Harbour Gazette\"'").code, 0);
  EXPECT_EQ(run("newshound count").out, "2\n");
  EXPECT_EQ(run("newshound-index remove --query ferries-of-old").code, 1);
  const auto wrong = run("newshound-index remove --query 'ferry ('");
  EXPECT_EQ(wrong.code, 2);
  EXPECT_TRUE(has(wrong.errors, "\n  ferry (\n        ^\n")) << wrong.errors;
  EXPECT_EQ(run("newshound-index remove").code, 2);
  EXPECT_EQ(run("newshound-index remove --query ferry courier-1").code, 2);
}

}  // namespace
}  // namespace newshound::testing
