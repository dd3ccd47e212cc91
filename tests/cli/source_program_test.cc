// Sources that are not there, break off or say nothing: what a run makes of them.
#include "tests/cli/program_run.h"

#include <gtest/gtest.h>

#include <chrono>

namespace newshound::testing {
namespace {

using SourceProgram = Programs;

TEST_F(SourceProgram, ARebuildNeverGoesOnWithoutASource) {
  make_archive();
  write("one.jsonl", "{\"id\":\"only\",\"title\":\"ferry\"}\n");
  for (const char* options : {"", "--dry-run ", "--no-swap ", "--max-errors 50% "}) {
    const auto refused = run(std::string("newshound-index rebuild ") + options + "one.jsonl missing.jsonl");
    EXPECT_EQ(refused.code, 8) << options;
    EXPECT_TRUE(has(refused.errors, "a rebuild without it would lose its articles")) << refused.errors;
  }
  EXPECT_EQ(run("newshound count").out, "4\n");
  EXPECT_EQ(run("newshound-index add one.jsonl missing.jsonl").code, 6);
  EXPECT_EQ(run("newshound count").out, "5\n");
}

// One rejection among thousands of articles is within any share, and yet half of a source.
TEST_F(SourceProgram, AFileThatBreaksOffIsNotDilutedByAShare) {
  make_archive();
  run("gzip -k news.jsonl; size=$(stat -c %s news.jsonl.gz); head -c $((size - 20)) news.jsonl.gz >cut.gz");
  for (const char* limit : {"--max-errors 90%", "--max-errors 100", "--on-error stop"}) {
    const auto refused = run(std::string("newshound-index rebuild --report r.json cut.gz news.jsonl ") + limit);
    EXPECT_EQ(refused.code, 8) << limit << refused.errors;
    EXPECT_TRUE(has(refused.errors,
                    "cannot read all of cut.gz: gzip data end too early: a rebuild without it would "
                    "lose its articles"))
        << refused.errors;
    EXPECT_EQ(Json::parse(read("r.json"))["rejected"].size(), 1U);
    EXPECT_TRUE(has(run("newshound-index generations").out, "*           1"));
  }
  EXPECT_EQ(run("newshound-index rebuild cut.gz news.jsonl").code, 6);
  EXPECT_EQ(run("newshound-index add --max-errors 90% cut.gz news.jsonl").code, 6);
}

TEST_F(SourceProgram, AnArchiveOfFilesThatBreaksOffIsOneToo) {
  make_archive();
  run("tar cf news.tar news.jsonl; head -c 900 news.tar >cut.tar");
  const auto refused = run("newshound-index rebuild --max-errors 90% cut.tar news.jsonl");
  EXPECT_EQ(refused.code, 8) << refused.errors;
  EXPECT_TRUE(has(refused.errors, "cannot read all of cut.tar")) << refused.errors;
}

// Nobody ever opens the pipe to write.
TEST_F(SourceProgram, ASilentPipeIsLeftAtOnceWhenAsked) {
  const auto start = std::chrono::steady_clock::now();
  const auto outcome =
      run("mkfifo pipe; newshound-index rebuild -i news.idx pipe & first=$!; sleep 0.5; kill -TERM $first; "
          "(sleep 20; kill -KILL $first) 2>/dev/null & killer=$!; wait $first; code=$?; kill $killer; (exit $code)");
  EXPECT_EQ(outcome.code, 143) << outcome.errors;
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(15));
}

TEST_F(SourceProgram, APipeIsReadWhenItsWriterComes) {
  write("news.jsonl", kArticles);
  const auto outcome = run("mkfifo pipe; (sleep 0.5; cat news.jsonl >pipe) & newshound-index add -i news.idx pipe");
  EXPECT_EQ(outcome.code, 0) << outcome.errors;
  EXPECT_EQ(run("newshound count").out, "4\n");
}

TEST_F(SourceProgram, AFaultOfAFileNameIsToldAsThat) {
  write("latin-\xE9.jsonl", kArticles);
  write("line\nfeed.txt", "Ferry\n\nIt left.\n");
  const auto outcome = run("newshound-index add -i news.idx --report r.json .");
  EXPECT_EQ(outcome.code, 2) << "the report lies in the source";
  const auto rejected = run("newshound-index add -i news.idx latin* line*");
  EXPECT_EQ(rejected.code, 6);
  EXPECT_TRUE(has(rejected.errors, "the name of its file is not UTF-8")) << rejected.errors;
  EXPECT_TRUE(has(rejected.errors, "an id with a control character: it comes from the file's name")) << rejected.errors;
}

}  // namespace
}  // namespace newshound::testing
