// The report of a run, however the run ends: what scripts and monitoring read.
#include "tests/cli/program_run.h"

#include <gtest/gtest.h>

namespace newshound::testing {
namespace {

using ReportProgram = Programs;

struct Row {
  const char* outcome;
  int code;
  const char* line;   // a shell command that writes r.json
  const char* error;  // part of the message; null if there is none
};

const Row kRows[] = {
    {"swapped", 0, "newshound-index rebuild --report r.json news.jsonl", nullptr},
    {"swapped", 6, "newshound-index add --report r.json bad.jsonl", nullptr},
    {"unchanged", 0, "newshound-index add --report r.json news.jsonl", nullptr},
    {"set_aside", 0, "newshound-index rebuild --no-swap --report r.json news.jsonl", nullptr},
    {"dry_run", 0, "newshound-index rebuild --dry-run --report r.json news.jsonl", nullptr},
    {"gate", 7, "newshound-index rebuild --gate gate.tsv --report r.json news.jsonl", "1 of 1 line failed"},
    {"rejected", 6, "newshound-index add --max-errors 0 --report r.json bad.jsonl", "nothing was committed"},
    {"stopped", 143,
     "mkfifo pipe; newshound-index rebuild --report r.json pipe & first=$!; sleep 1; kill -TERM $first; wait $first",
     nullptr},
    {"error", 2, "newshound-index add --gate wrong.tsv --report r.json news.jsonl", "wrong.tsv:1: it has no tab"},
    {"error", 3, "rm -r news.idx; newshound-index add --report r.json news.jsonl", "none named"},
    {"error", 3, "newshound-index add -i news.jsonl --report r.json bad.jsonl", "is not an archive but a file"},
    {"error", 5, "printf x >news.idx/MANIFEST; newshound-index add --report r.json news.jsonl", "MANIFEST is damaged"},
    {"error", 8, "newshound-index add --report r.json missing.jsonl", "cannot read missing.jsonl"},
    {"error", 8, "newshound-index rebuild --report r.json missing.jsonl news.jsonl", "cannot read missing.jsonl"},
    {"error", 75, "flock news.idx/LOCK newshound-index add --report r.json news.jsonl", "is being written by process"},
};

TEST_F(ReportProgram, IsWrittenHoweverTheRunEnds) {
  for (const auto& row : kRows) {
    make_archive();
    write("bad.jsonl", "{\"id\":\"new\",\"title\":\"new\"}\n{broken\n");
    write("gate.tsv", "ferry\tnobody\n");
    write("wrong.tsv", "ferry\n");
    write("r.json", "yesterday's");
    const auto outcome = run(row.line);
    EXPECT_EQ(outcome.code, row.code) << row.line << outcome.errors;
    const auto report = Json::parse(read("r.json"), nullptr, false);
    ASSERT_TRUE(report.contains("outcome")) << row.line << read("r.json");
    EXPECT_EQ(report["outcome"], row.outcome) << row.line;
    EXPECT_EQ(report["exit_code"], row.code) << row.line;
    EXPECT_EQ(report["swapped"], row.outcome == std::string("swapped")) << row.line;
    ASSERT_EQ(report["error"].is_null(), row.error == nullptr) << row.line << report["error"];
    if (row.error != nullptr) {
      EXPECT_TRUE(has(report["error"]["message"], row.error)) << report["error"];
    }
    EXPECT_EQ(run("ls -A | grep new$").out, "") << row.line;
    run("rm -rf -- *");
  }
}

// Nothing of the old archive, and no size of an archive that there is not.
TEST_F(ReportProgram, OfARunThatCommittedNothingNamesNoGeneration) {
  make_archive();
  write("gate.tsv", "ferry\tnobody\n");
  for (const char* line : {"newshound-index rebuild --gate gate.tsv --report r.json news.jsonl",
                           "newshound-index rebuild --dry-run --report r.json news.jsonl",
                           "newshound-index add --report r.json missing.jsonl"}) {
    run(line);
    const auto report = Json::parse(read("r.json"));
    for (const char* key : {"generation", "archive_bytes", "analyser"}) EXPECT_TRUE(report[key].is_null()) << line;
    EXPECT_EQ(report["version"], 1);
  }
  run("newshound-index add --report r.json news.jsonl");
  EXPECT_EQ(Json::parse(read("r.json"))["generation"], 1);
}

TEST_F(ReportProgram, NeverOverwritesWhatTheRunReadsOrWrites) {
  make_archive();
  write("gate.tsv", "ferry\tgazette-1\n");
  run("mkdir day; cp news.jsonl day; ln -s news.jsonl link.json; ln news.jsonl hard.json");
  for (const std::string place : {"news.jsonl", "./news.jsonl", "link.json", "hard.json", "gate.tsv", "day/news.jsonl",
                                  "day/new.json", "news.idx", "news.idx/MANIFEST", "news.idx/new/../r.json"}) {
    const auto refused =
        run("newshound-index rebuild --gate gate.tsv --report " + place + " news.jsonl day/ 2>&1; exit $?");
    EXPECT_EQ(refused.code, 2) << place << refused.out;
    EXPECT_TRUE(has(refused.out, "--report " + place + ": is, or lies in, the ")) << refused.out;
  }
  EXPECT_EQ(read("news.jsonl"), kArticles);
  EXPECT_EQ(read("gate.tsv"), "ferry\tgazette-1\n");
  EXPECT_FALSE(std::filesystem::exists(path("day/new.json")));
  EXPECT_EQ(run("newshound-index verify").code, 0);
  EXPECT_EQ(run("newshound-index add --report daybreak.json day").code, 0);
}

TEST_F(ReportProgram, GoesToAFileOrADevice) {
  make_archive();
  run("mkfifo pipe");
  const auto pipe = run("timeout -s KILL 20 newshound-index add --report pipe news.jsonl");
  EXPECT_EQ(pipe.code, 8);
  EXPECT_TRUE(has(pipe.errors, "pipe: the report cannot be written: it is no regular file")) << pipe.errors;
  EXPECT_TRUE(has(run("newshound-index add --report /dev/stdout news.jsonl | cat").out, "\"outcome\":\"unchanged\""));
  EXPECT_EQ(run("newshound-index add --report /dev/null news.jsonl").code, 0);
  const auto full = run("newshound-index add --report /dev/full news.jsonl");
  EXPECT_EQ(full.code, 8);
  EXPECT_TRUE(has(full.errors,
                  "/dev/full: the report cannot be written: No space left on device (what the run did "
                  "stands; make room, or name another file)"))
      << full.errors;
}

}  // namespace
}  // namespace newshound::testing
