// `newshound-index` as it is run: exit codes, signals, locks, and what bad input does.
#include "tests/cli/program_run.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>

namespace newshound::testing {
namespace {

using IndexProgram = Programs;

TEST_F(IndexProgram, AddSaysWhatItDid) {
  write("news.jsonl", kArticles);
  const auto first = run("newshound-index add -i news.idx --report r.json news.jsonl");
  EXPECT_EQ(first.code, 0) << first.errors;
  EXPECT_TRUE(has(first.out, "4 articles")) << first.out;
  EXPECT_TRUE(has(first.out, "read 4: indexed 4, replaced 0, unchanged 0, rejected 0\n")) << first.out;
  const auto report = Json::parse(read("r.json"));
  EXPECT_EQ(report["indexed"], 4);
  EXPECT_EQ(report["swapped"], true);
  EXPECT_EQ(report["verified"], false);
  EXPECT_EQ(report["input_bytes"], std::string(kArticles).size());
  EXPECT_GT(report["archive_bytes"], 0);
  EXPECT_TRUE(report["analyser"].is_string());
}

TEST_F(IndexProgram, AddingTheSameAgainChangesNothing) {
  make_archive();
  const auto again = run("newshound-index add --report r.json news.jsonl");
  EXPECT_EQ(again.code, 0) << again.errors;
  EXPECT_TRUE(has(again.out, "indexed 0, replaced 0, unchanged 4, rejected 0")) << again.out;
  EXPECT_EQ(Json::parse(read("r.json"))["swapped"], false);
}

// Every file that belongs to a generation, a byte flipped in its middle: found by verify, never a crash of a search.
TEST_F(IndexProgram, DamageIsFive) {
  make_archive();
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path("news.idx"))) {
    if (!entry.is_regular_file() || entry.file_size() == 0 || entry.path().filename() == "LOCK") continue;
    ++files;
    const std::string name = std::filesystem::relative(entry.path(), path("")).string();
    const std::string whole = read(name);
    std::string broken = whole;
    broken[broken.size() / 2] = static_cast<char>(broken[broken.size() / 2] ^ 0x10);
    write(name, broken);
    EXPECT_EQ(run("newshound-index verify").code, 5) << name;
    run("newshound search ferry --facet outlet");  // the exit code is checked to be none of a crash
    write(name, whole);
  }
  EXPECT_GE(files, 3U);
  EXPECT_EQ(run("newshound-index verify").code, 0);
}

TEST_F(IndexProgram, RejectedDocumentsAreSixAndNamed) {
  write("bad.jsonl", std::string(kArticles) + "{\"id\":\"x\",\"title\":\n[1]\n{\"id\":\"y\"}\n{\"title\":\"\xFF\"}\n");
  const auto outcome = run("newshound-index add -i news.idx --report r.json bad.jsonl");
  EXPECT_EQ(outcome.code, 6);
  EXPECT_TRUE(has(outcome.errors, "bad.jsonl:5: byte ")) << outcome.errors;
  EXPECT_EQ(line_count(outcome.errors), 4U) << outcome.errors;
  EXPECT_TRUE(has(outcome.out, "read 8: indexed 4, replaced 0, unchanged 0, rejected 4\n")) << outcome.out;
  const auto report = Json::parse(read("r.json"));
  ASSERT_EQ(report["rejected"].size(), 4U);
  EXPECT_EQ(report["rejected"][0]["source"], "bad.jsonl");
  EXPECT_EQ(report["rejected"][0]["line"], 5);
  EXPECT_GE(report["rejected"][0]["offset"], std::string(kArticles).size());
  EXPECT_EQ(run("newshound count").out, "4\n");
}

TEST_F(IndexProgram, PastTheErrorLimitNothingIsCommitted) {
  make_archive();
  write("bad.jsonl", "{\"id\":\"new\",\"title\":\"new\"}\n{broken\n");
  for (const char* limit : {"--max-errors 0", "--max-errors 10%", "--on-error stop"}) {
    const auto outcome = run(std::string("newshound-index add bad.jsonl ") + limit);
    EXPECT_EQ(outcome.code, 6) << limit;
    EXPECT_TRUE(has(outcome.out, "nothing was committed")) << outcome.out;
    EXPECT_EQ(has(outcome.errors, "a document was rejected"), !has(limit, "10%")) << outcome.errors;
    EXPECT_EQ(run("newshound count").out, "4\n");
  }
  EXPECT_EQ(run("newshound-index add bad.jsonl --max-errors 50%").code, 6);
  EXPECT_EQ(run("newshound count").out, "5\n");
}

TEST_F(IndexProgram, NotUtf8JsonIsRejectedByLine) {
  write("latin.jsonl", "{\"id\":\"a\",\"title\":\"caf\xE9\"}\n{\"id\":\"b\",\"title\":\"caf\xC3\xA9\"}\n");
  const auto outcome = run("newshound-index add -i news.idx latin.jsonl");
  EXPECT_EQ(outcome.code, 6);
  EXPECT_TRUE(has(outcome.errors, "latin.jsonl:1: byte ")) << outcome.errors;
  EXPECT_EQ(run("newshound search --format ids cafe").out, "b\n");
}

TEST_F(IndexProgram, EmptySourceIsAWarning) {
  write("empty.jsonl", "");
  const auto outcome = run("newshound-index add -i news.idx empty.jsonl");
  EXPECT_EQ(outcome.code, 0) << outcome.errors;
  EXPECT_TRUE(has(outcome.errors, "warning")) << outcome.errors;
  EXPECT_TRUE(has(outcome.errors, "empty.jsonl")) << outcome.errors;
}

TEST_F(IndexProgram, NoReadableSourceIsEightAndMakesNoArchive) {
  const auto outcome = run("newshound-index add -i news.idx missing.jsonl");
  EXPECT_EQ(outcome.code, 8);
  EXPECT_TRUE(has(outcome.errors, "missing.jsonl")) << outcome.errors;
  EXPECT_FALSE(std::filesystem::exists(path("news.idx")));
  write("news.jsonl", kArticles);
  EXPECT_EQ(run("newshound-index add -i news.idx missing.jsonl news.jsonl").code, 6);
  EXPECT_EQ(run("newshound count").out, "4\n");
}

TEST_F(IndexProgram, UnreadableFileIsEight) {
  write("secret.jsonl", kArticles);
  std::filesystem::permissions(path("secret.jsonl"), std::filesystem::perms::none);
  std::filesystem::permissions(path(""), std::filesystem::perms(0755));
  // Root reads everything.
  const std::string somebody = geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : "";
  const auto outcome = run(somebody + "newshound-index add -i news.idx secret.jsonl");
  EXPECT_EQ(outcome.code, 8);
  EXPECT_TRUE(has(outcome.errors, "secret.jsonl")) << outcome.errors;
}

TEST_F(IndexProgram, SecondWriterIsSeventyFiveAndNamesTheFirst) {
  make_archive();
  // The first writer has the archive open while it waits for its input.
  const auto outcome =
      run("mkfifo pipe; newshound-index add - <pipe >first.out 2>first.errors & first=$!; exec 3>pipe; sleep 1; "
          "newshound-index add news.jsonl; code=$?; echo \"first is $first\"; exec 3>&-; wait $first; (exit $code)");
  EXPECT_EQ(outcome.code, 75) << outcome.errors;
  const auto named = outcome.out.substr(outcome.out.find("first is ") + 9);
  EXPECT_TRUE(has(outcome.errors, named.substr(0, named.find('\n')))) << outcome.errors << outcome.out;
}

TEST_F(IndexProgram, InterruptedAddKeepsWhatItRead) {
  const auto outcome =
      run("mkfifo pipe; newshound-index add -i news.idx --input-format jsonl - <pipe & first=$!; exec 3>pipe; "
          "echo '{\"id\":\"a\",\"title\":\"ferry\"}' >&3; sleep 1; kill -TERM $first; "
          "echo '{\"id\":\"b\",\"title\":\"ferry\"}' >&3; exec 3>&-; wait $first");
  EXPECT_EQ(outcome.code, 143) << outcome.errors;
  EXPECT_TRUE(has(outcome.errors, "stopped by a signal")) << outcome.errors;
  EXPECT_TRUE(has(run("newshound search --format ids ferry").out, "a\n"));
}

// The source is open, silent and half through an article: nothing it could still say is waited for.
TEST_F(IndexProgram, InterruptedAddDoesNotWaitForItsSource) {
  const auto start = std::chrono::steady_clock::now();
  const auto outcome =
      run("mkfifo pipe; { echo '{\"id\":\"a\",\"title\":\"ferry\"}'; printf '{\"id\":\"b\"'; exec sleep 30; } >pipe & "
          "writer=$!; newshound-index add -i news.idx - <pipe & first=$!; sleep 1; kill -INT $first; wait $first; "
          "code=$?; kill $writer; (exit $code)");
  EXPECT_EQ(outcome.code, 130) << outcome.errors;
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
  EXPECT_TRUE(has(outcome.out, "read 1: indexed 1, replaced 0, unchanged 0, rejected 0\n")) << outcome.out;
  EXPECT_EQ(run("newshound search --format ids ferry").out, "a\n");
}

TEST_F(IndexProgram, InterruptedRebuildDiscards) {
  make_archive();
  const auto outcome =
      run("mkfifo pipe; newshound-index rebuild --input-format jsonl - <pipe & first=$!; exec 3>pipe; "
          "echo '{\"id\":\"a\",\"title\":\"ferry\"}' >&3; sleep 1; kill -INT $first; kill -TERM $first; "
          "exec 3>&-; wait $first");
  EXPECT_TRUE(outcome.code == 130 || outcome.code == 143) << outcome.code << outcome.errors;
  EXPECT_EQ(run("newshound count").out, "4\n");
}

TEST_F(IndexProgram, RebuildLeavesOnlyWhatTheSourceHas) {
  make_archive();
  write("one.jsonl", "{\"id\":\"only\",\"title\":\"ferry\"}\n");
  const auto rebuilt = run("newshound-index rebuild --report r.json one.jsonl");
  EXPECT_EQ(rebuilt.code, 0) << rebuilt.errors;
  EXPECT_EQ(run("newshound count").out, "1\n");
  EXPECT_EQ(Json::parse(read("r.json"))["verified"], true);
  EXPECT_EQ(run("newshound-index generations").code, 0);
  EXPECT_EQ(run("newshound-index rollback").code, 0);
  EXPECT_EQ(run("newshound count").out, "4\n");
}

// Reading outruns the one worker: when all is read the run has seconds of writing before it, and must give that up.
TEST_F(IndexProgram, ARebuildThatIsTerminatedWhileItFinishesDiscards) {
  make_archive();
  std::string many;
  for (int i = 0; i < 3000; ++i) {
    many += R"({"id":")" + std::to_string(i) + R"(","title":"ferry","body":")";
    for (int word = 0; word < 400; ++word) many += 'w' + std::to_string(i * 400 + word) + ' ';
    many += "\"}\n";
  }
  write("many.jsonl", many);
  const auto outcome =
      run("mkfifo pipe; newshound-index rebuild --threads 1 --input-format jsonl - <pipe 2>errors & first=$!; "
          "cat many.jsonl >pipe; sleep 0.1; kill -TERM $first; wait $first");
  EXPECT_EQ(outcome.code, 143) << outcome.out;
  EXPECT_TRUE(has(read("errors"), "nothing was committed")) << read("errors");
  EXPECT_EQ(run("newshound count").out, "4\n");
  EXPECT_EQ(run("newshound-index verify").code, 0);
}

TEST_F(IndexProgram, ARebuildMendsADamagedArchive) {
  make_archive();
  write("news.idx/MANIFEST", "{}");
  EXPECT_EQ(run("newshound search ferry").code, 5);
  EXPECT_EQ(run("newshound-index add news.jsonl").code, 5);
  const auto rebuilt = run("newshound-index rebuild news.jsonl");
  EXPECT_EQ(rebuilt.code, 0) << rebuilt.errors;
  EXPECT_EQ(run("newshound count").out, "4\n");
}

TEST_F(IndexProgram, AReportThatCannotBeWrittenIsToldBeforeTheRun) {
  write("news.jsonl", kArticles);
  const auto refused = run("newshound-index add -i news.idx --report . news.jsonl");
  EXPECT_EQ(refused.code, 8);
  EXPECT_TRUE(has(refused.errors, "the report cannot be written")) << refused.errors;
  EXPECT_FALSE(std::filesystem::exists(path("news.idx")));
}

TEST_F(IndexProgram, RemoveAndCompact) {
  make_archive();
  const auto removed = run("newshound-index remove gazette-1 nobody");
  EXPECT_EQ(removed.code, 0) << removed.errors;
  EXPECT_TRUE(has(removed.errors, "nobody"));
  EXPECT_EQ(run("newshound count").out, "3\n");
  const auto compacted = run("newshound-index compact");
  EXPECT_EQ(compacted.code, 0) << compacted.errors;
  EXPECT_EQ(run("newshound count").out, "3\n");
  EXPECT_EQ(run("newshound-index verify").code, 0);
}

TEST_F(IndexProgram, DryRunWritesNothing) {
  write("news.jsonl", kArticles);
  const auto fresh = run("newshound-index add -i news.idx --dry-run news.jsonl");
  EXPECT_EQ(fresh.code, 0) << fresh.errors;
  EXPECT_TRUE(has(fresh.out, "nothing was written")) << fresh.out;
  EXPECT_TRUE(has(fresh.out, "indexed 4")) << fresh.out;
  EXPECT_FALSE(std::filesystem::exists(path("news.idx")));
  make_archive();
  write("more.jsonl", "{\"id\":\"gazette-1\",\"title\":\"changed\"}\n{\"id\":\"new\",\"title\":\"new\"}\n");
  EXPECT_TRUE(has(run("newshound-index add --dry-run more.jsonl").out, "indexed 1, replaced 1"));
  EXPECT_EQ(run("newshound count").out, "4\n");
}

TEST_F(IndexProgram, InspectShowsWithoutAnArchive) {
  write("news.jsonl", std::string(kArticles) + "{broken\n");
  const auto outcome = run("newshound-index inspect --format jsonl news.jsonl");
  EXPECT_EQ(outcome.code, 6);
  EXPECT_EQ(line_count(outcome.out), 5U);
  EXPECT_EQ(Json::parse(outcome.out.substr(0, outcome.out.find('\n')))["id"], "gazette-1");
  EXPECT_TRUE(has(run("newshound-index inspect news.jsonl").out, "Harbour ferry resumes service"));
}

}  // namespace
}  // namespace newshound::testing
