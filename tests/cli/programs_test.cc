// `newshound` and `newshound-index` as they are run: every exit code that can be reached, and what bad input does.
#include "tests/cli/program_run.h"

#include <gtest/gtest.h>
#include <unistd.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace newshound::testing {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kArticles =
    R"({"id":"gazette-1","title":"Harbour ferry resumes service","body":"The harbour ferry resumed on Monday. Mara Velden was aboard.","outlet":"Harbour Gazette","date":"2024-05-06","language":"en","persons":["Mara Velden"]}
{"id":"gazette-2","title":"Ferry strike called off","body":"The ferry strike is over, the harbour board said.","outlet":"Harbour Gazette","date":"2024-06-02","language":"en"}
{"id":"courier-1","title":"Lantern fair draws crowds","body":"The lantern fair \u001b[31mdrew\u001b[0m crowds to the old pier.","outlet":"Hill Courier","date":"2023-12-24","language":"en"}
{"id":"courier-2","title":"Notes","body":"A ferry of the hills, undated."}
)";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::size_t lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

class Programs : public ProgramRun {
 protected:
  void make_archive() {
    write("news.jsonl", kArticles);
    const auto made = run("newshound-index add -i news.idx news.jsonl");
    ASSERT_EQ(made.code, 0) << made.errors;
  }
};

TEST_F(Programs, AddSaysWhatItDid) {
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

TEST_F(Programs, AddingTheSameAgainChangesNothing) {
  make_archive();
  const auto again = run("newshound-index add --report r.json news.jsonl");
  EXPECT_EQ(again.code, 0) << again.errors;
  EXPECT_TRUE(has(again.out, "indexed 0, replaced 0, unchanged 4, rejected 0")) << again.out;
  EXPECT_EQ(Json::parse(read("r.json"))["swapped"], false);
}

TEST_F(Programs, SearchFindsAndSaysHowMany) {
  make_archive();
  const auto found = run("newshound search harbour ferry");
  EXPECT_EQ(found.code, 0) << found.errors;
  EXPECT_TRUE(has(found.out, "Harbour ferry resumes service")) << found.out;
  EXPECT_TRUE(has(found.out, "2 articles match")) << found.out;
  EXPECT_EQ(run("newshound search harbour ferry").out, found.out);
}

TEST_F(Programs, ShortOptionsEndWhereTheQueryBegins) {
  make_archive();
  EXPECT_EQ(run("newshound search --format ids --sort oldest ferry -strike -hills").out, "gazette-1\n");
  EXPECT_EQ(run("newshound search -n 1 --format ids --sort newest ferry").out, "gazette-2\n");
  EXPECT_EQ(run("newshound search --format ids -- -strike ferry --sort oldest").code, 1);
}

TEST_F(Programs, FiltersStandBesideTheQuery) {
  make_archive();
  EXPECT_EQ(run("newshound search --outlet 'harbour gazette' --format ids").out, "gazette-2\ngazette-1\n");
  EXPECT_EQ(run("newshound search --before 2024 --format ids").out, "courier-1\n");
  EXPECT_EQ(run("newshound count ferry --outlet 'Hill Courier' --outlet 'Harbour Gazette'").out, "2\n");
  EXPECT_EQ(run("newshound count --after 2024-05-07").out, "1\n");
}

TEST_F(Programs, RelativeDatesFollowNow) {
  make_archive();
  EXPECT_EQ(run("newshound search --now 2024-05-07 --format ids date:yesterday").out, "gazette-1\n");
  EXPECT_EQ(run("newshound search --now 2024-05-06T23:30:00Z --tz +02:00 --format ids date:yesterday").out,
            "gazette-1\n");
  EXPECT_EQ(run("newshound search --now 2024-05-06T23:30:00Z --tz UTC --format ids date:yesterday").code, 1);
  EXPECT_EQ(run("newshound search --tz Nowhere/Atlantis ferry").code, 2);
}

TEST_F(Programs, EachCommandPrintsItsPart) {
  make_archive();
  EXPECT_TRUE(has(run("newshound facet outlet").out, "Harbour Gazette  2")) << run("newshound facet outlet").out;
  EXPECT_TRUE(has(run("newshound facet outlet").out, "(unknown)"));
  EXPECT_EQ(run("newshound facet outlet --format csv").out,
            "field,value,count\noutlet,Harbour Gazette,2\noutlet,Hill Courier,1\noutlet,,1\n");
  EXPECT_EQ(run("newshound histogram year --format csv").out, "start,count\n2023-01-01,1\n2024-01-01,2\n,1\n");
  EXPECT_EQ(run("newshound count").out, "4\n");
  EXPECT_TRUE(has(run("newshound show gazette-1").out, "Mara Velden was aboard."));
  EXPECT_TRUE(has(run("newshound explain ferry strike").out, "all together"));
  EXPECT_TRUE(has(run("newshound info").out, "articles    4\n"));
  EXPECT_TRUE(has(run("newshound info coverage").out, "outlet"));
  EXPECT_TRUE(has(run("newshound info outlets").out, "Hill Courier"));
  EXPECT_TRUE(has(run("newshound info fields").out, "outlet"));
}

TEST_F(Programs, JsonFitsThePublishedSchema) {
  make_archive();
  const std::string validate = " | " NEWSHOUND_PYTHON " " NEWSHOUND_SOURCE_DIR
                               "/tests/cli/validate_json.py " NEWSHOUND_SOURCE_DIR "/docs/search-results.schema.json -";
  for (const char* command :
       {"search ferry --facet outlet,person:5 --histogram month --explain --format json",
        "search ferry --facet outlet --histogram week --format jsonl", "search zeppelin --format json",
        "search --outlet 'Hill Courier' --format json",
        "search 'a NEAR/3 b OR -title:\"c d\" date:2024.. outlet:unknown' "
        "--format json",
        "facet person --format json", "histogram day ferry --format json", "count ferry --format json",
        "show courier-2 --format json", "show nobody --format json", "explain ferry -outlet:X --format json",
        "info --format json", "info fields --format json", "info outlets --format json", "info coverage --format json",
        "search '\"open' --format json", "search --sort best --format json",
        "search ferry -i nowhere.idx --format json"}) {
    const auto outcome = run(std::string("newshound ") + command + validate);
    EXPECT_EQ(outcome.code, 0) << command << '\n' << outcome.errors;
  }
}

TEST_F(Programs, SnippetsAreTheStoredBodyByteForByte) {
  make_archive();
  const auto found = Json::parse(run("newshound search harbour --format json").out);
  ASSERT_FALSE(found["hits"].empty());
  for (const auto& hit : found["hits"]) {
    const auto shown = run("newshound show --format json " + hit["id"].get<std::string>());
    const auto body = Json::parse(shown.out)["article"]["body"].get<std::string>();
    for (const auto& snippet : hit["snippets"]) {
      const auto text = snippet["text"].get<std::string>();
      EXPECT_EQ(body.substr(snippet["offset"].get<std::size_t>(), text.size()), text);
    }
  }
}

TEST_F(Programs, NothingFoundIsOneAndNamesTheClause) {
  make_archive();
  const auto nothing = run("newshound search ferry zeppelin");
  EXPECT_EQ(nothing.code, 1);
  EXPECT_EQ(nothing.out, "No articles match.\nNo article matches zeppelin on its own.\n");
  EXPECT_EQ(run("newshound count zeppelin").out, "0\n");
  EXPECT_EQ(run("newshound count zeppelin").code, 1);
  EXPECT_EQ(run("newshound show nobody").code, 1);
  EXPECT_EQ(run("newshound-index remove nobody").code, 1);
  EXPECT_EQ(run("newshound-index rollback").code, 1);
}

TEST_F(Programs, QueryErrorShowsThePlace) {
  make_archive();
  const auto open = run("newshound search 'ferry \"open'");
  EXPECT_EQ(open.code, 2);
  EXPECT_EQ(open.out, "");
  EXPECT_EQ(lines(open.errors), 3U) << open.errors;
  EXPECT_TRUE(has(open.errors, "\n  ferry \"open\n        ^")) << open.errors;
  const auto unknown = run("newshound search outlit:x --format json");
  EXPECT_EQ(unknown.code, 2);
  EXPECT_TRUE(has(unknown.errors, "outlet")) << unknown.errors;
  const auto error = Json::parse(unknown.out)["error"];
  EXPECT_EQ(error["code"], "query");
  EXPECT_EQ(error["offset"], 0);
  EXPECT_EQ(run("newshound search ferry AND").code, 2);
  EXPECT_EQ(run("newshound search '(ferry'").code, 2);
  EXPECT_EQ(run("newshound facet colour").code, 2);
}

TEST_F(Programs, UsageErrorIsOneLineWithTheNearestName) {
  for (const char* line :
       {"newshound", "newshound serach x", "newshound suggest x", "newshound search --timeout 1 x", "newshound-index",
        "newshound-index ad x", "newshound-index add --sync x", "newshound-index rollback -i . newest"}) {
    const auto outcome = run(line);
    EXPECT_EQ(outcome.code, 2) << line;
    EXPECT_EQ(lines(outcome.errors), 1U) << outcome.errors;
    EXPECT_EQ(outcome.out, "");
  }
  EXPECT_TRUE(has(run("newshound serach x").errors, "did you mean search?"));
}

TEST_F(Programs, NoArchiveIsThree) {
  write("folder/file.txt", "not an archive");
  for (const char* line : {"newshound search x", "newshound search -i nowhere x", "newshound search -i folder x",
                           "NEWSHOUND_INDEX=nowhere newshound info", "newshound-index verify -i nowhere",
                           "newshound-index generations -i folder", "newshound-index remove -i nowhere x",
                           "newshound-index rollback -i nowhere", "newshound-index compact -i nowhere",
                           "newshound-index add -i folder folder/file.txt"}) {
    const auto outcome = run(line);
    EXPECT_EQ(outcome.code, 3) << line << '\n' << outcome.errors;
    EXPECT_EQ(lines(outcome.errors), 1U) << outcome.errors;
  }
  EXPECT_FALSE(std::filesystem::exists(path("nowhere")));
}

TEST_F(Programs, EnvironmentNamesTheArchive) {
  write("news.jsonl", kArticles);
  EXPECT_EQ(run("NEWSHOUND_INDEX=other.idx newshound-index add news.jsonl").code, 0);
  EXPECT_EQ(run("NEWSHOUND_INDEX=other.idx newshound count").out, "4\n");
  EXPECT_EQ(run("NEWSHOUND_INDEX=nowhere newshound count -i other.idx").out, "4\n");
}

// Every file that belongs to a generation, a byte flipped in its middle: found by verify, never a crash of a search.
TEST_F(Programs, DamageIsFive) {
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

TEST_F(Programs, RejectedDocumentsAreSixAndNamed) {
  write("bad.jsonl", std::string(kArticles) + "{\"id\":\"x\",\"title\":\n[1]\n{\"id\":\"y\"}\n{\"title\":\"\xFF\"}\n");
  const auto outcome = run("newshound-index add -i news.idx --report r.json bad.jsonl");
  EXPECT_EQ(outcome.code, 6);
  EXPECT_TRUE(has(outcome.errors, "bad.jsonl:5: byte ")) << outcome.errors;
  EXPECT_EQ(lines(outcome.errors), 4U) << outcome.errors;
  EXPECT_TRUE(has(outcome.out, "read 8: indexed 4, replaced 0, unchanged 0, rejected 4\n")) << outcome.out;
  const auto report = Json::parse(read("r.json"));
  ASSERT_EQ(report["rejected"].size(), 4U);
  EXPECT_EQ(report["rejected"][0]["source"], "bad.jsonl");
  EXPECT_EQ(report["rejected"][0]["line"], 5);
  EXPECT_GE(report["rejected"][0]["offset"], std::string(kArticles).size());
  EXPECT_EQ(run("newshound count").out, "4\n");
}

TEST_F(Programs, PastTheErrorLimitNothingIsCommitted) {
  make_archive();
  write("bad.jsonl", "{\"id\":\"new\",\"title\":\"new\"}\n{broken\n");
  for (const char* limit : {"--max-errors 0", "--max-errors 10%", "--on-error stop"}) {
    const auto outcome = run(std::string("newshound-index add bad.jsonl ") + limit);
    EXPECT_EQ(outcome.code, 6) << limit;
    EXPECT_TRUE(has(outcome.out, "nothing was committed")) << outcome.out;
    EXPECT_EQ(run("newshound count").out, "4\n");
  }
  EXPECT_EQ(run("newshound-index add bad.jsonl --max-errors 50%").code, 6);
  EXPECT_EQ(run("newshound count").out, "5\n");
}

TEST_F(Programs, NotUtf8JsonIsRejectedByLine) {
  write("latin.jsonl", "{\"id\":\"a\",\"title\":\"caf\xE9\"}\n{\"id\":\"b\",\"title\":\"caf\xC3\xA9\"}\n");
  const auto outcome = run("newshound-index add -i news.idx latin.jsonl");
  EXPECT_EQ(outcome.code, 6);
  EXPECT_TRUE(has(outcome.errors, "latin.jsonl:1: byte ")) << outcome.errors;
  EXPECT_EQ(run("newshound search --format ids cafe").out, "b\n");
}

TEST_F(Programs, EmptySourceIsAWarning) {
  write("empty.jsonl", "");
  const auto outcome = run("newshound-index add -i news.idx empty.jsonl");
  EXPECT_EQ(outcome.code, 0) << outcome.errors;
  EXPECT_TRUE(has(outcome.errors, "warning")) << outcome.errors;
  EXPECT_TRUE(has(outcome.errors, "empty.jsonl")) << outcome.errors;
}

TEST_F(Programs, NoReadableSourceIsEightAndMakesNoArchive) {
  const auto outcome = run("newshound-index add -i news.idx missing.jsonl");
  EXPECT_EQ(outcome.code, 8);
  EXPECT_TRUE(has(outcome.errors, "missing.jsonl")) << outcome.errors;
  EXPECT_FALSE(std::filesystem::exists(path("news.idx")));
  write("news.jsonl", kArticles);
  EXPECT_EQ(run("newshound-index add -i news.idx missing.jsonl news.jsonl").code, 6);
  EXPECT_EQ(run("newshound count").out, "4\n");
}

TEST_F(Programs, UnreadableFileIsEight) {
  if (geteuid() == 0) GTEST_SKIP() << "root reads everything";
  write("secret.jsonl", kArticles);
  std::filesystem::permissions(path("secret.jsonl"), std::filesystem::perms::none);
  EXPECT_EQ(run("newshound-index add -i news.idx secret.jsonl").code, 8);
}

TEST_F(Programs, OutputThatCannotBeWrittenIsEight) {
  make_archive();
  EXPECT_EQ(run("newshound search ferry >/dev/full").code, 8);
  EXPECT_EQ(run("newshound-index add --report /nonexistent/r.json news.jsonl").code, 8);
  EXPECT_EQ(run("newshound search --batch nowhere.tsv --format trec").code, 8);
}

TEST_F(Programs, SecondWriterIsSeventyFiveAndNamesTheFirst) {
  make_archive();
  // The first writer has the archive open while it waits for its input.
  const auto outcome =
      run("mkfifo pipe; newshound-index add - <pipe >first.out 2>first.errors & first=$!; exec 3>pipe; sleep 1; "
          "newshound-index add news.jsonl; code=$?; echo \"first is $first\"; exec 3>&-; wait $first; (exit $code)");
  EXPECT_EQ(outcome.code, 75) << outcome.errors;
  const auto named = outcome.out.substr(outcome.out.find("first is ") + 9);
  EXPECT_TRUE(has(outcome.errors, named.substr(0, named.find('\n')))) << outcome.errors << outcome.out;
}

TEST_F(Programs, InterruptedAddKeepsWhatItRead) {
  const auto outcome =
      run("mkfifo pipe; newshound-index add -i news.idx --input-format jsonl - <pipe & first=$!; exec 3>pipe; "
          "echo '{\"id\":\"a\",\"title\":\"ferry\"}' >&3; sleep 1; kill -TERM $first; "
          "echo '{\"id\":\"b\",\"title\":\"ferry\"}' >&3; exec 3>&-; wait $first");
  EXPECT_EQ(outcome.code, 143) << outcome.errors;
  EXPECT_TRUE(has(outcome.errors, "stopped by a signal")) << outcome.errors;
  EXPECT_TRUE(has(run("newshound search --format ids ferry").out, "a\n"));
}

TEST_F(Programs, InterruptedRebuildDiscards) {
  make_archive();
  const auto outcome =
      run("mkfifo pipe; newshound-index rebuild --input-format jsonl - <pipe & first=$!; exec 3>pipe; "
          "echo '{\"id\":\"a\",\"title\":\"ferry\"}' >&3; sleep 1; kill -INT $first; kill -TERM $first; "
          "exec 3>&-; wait $first");
  EXPECT_TRUE(outcome.code == 130 || outcome.code == 143) << outcome.code << outcome.errors;
  EXPECT_EQ(run("newshound count").out, "4\n");
}

TEST_F(Programs, RebuildLeavesOnlyWhatTheSourceHas) {
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

TEST_F(Programs, RemoveAndCompact) {
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

TEST_F(Programs, DryRunWritesNothing) {
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

TEST_F(Programs, InspectShowsWithoutAnArchive) {
  write("news.jsonl", std::string(kArticles) + "{broken\n");
  const auto outcome = run("newshound-index inspect --format jsonl news.jsonl");
  EXPECT_EQ(outcome.code, 6);
  EXPECT_EQ(lines(outcome.out), 5U);
  EXPECT_EQ(Json::parse(outcome.out.substr(0, outcome.out.find('\n')))["id"], "gazette-1");
  EXPECT_TRUE(has(run("newshound-index inspect news.jsonl").out, "Harbour ferry resumes service"));
}

TEST_F(Programs, BatchSearchesEveryLine) {
  make_archive();
  write("q.tsv", "q1\tferry strike\nq2\t\"open\nq3\tlantern\n");
  const auto outcome = run("newshound search --batch q.tsv --format trec --run first --match any -n 2");
  EXPECT_EQ(outcome.code, 2);
  EXPECT_TRUE(has(outcome.errors, "q.tsv:2:")) << outcome.errors;
  EXPECT_EQ(lines(outcome.out), 3U) << outcome.out;
  EXPECT_TRUE(has(outcome.out, "q1 Q0 gazette-2 1 ")) << outcome.out;
  EXPECT_TRUE(has(outcome.out, "q3 Q0 courier-1 1 ")) << outcome.out;
}

TEST_F(Programs, EscapeSequencesOfAnArticleAreNotPrinted) {
  make_archive();
  for (const char* line : {"newshound search lantern", "newshound show courier-1",
                           "newshound show courier-1 --format json", "newshound-index inspect news.jsonl"})
    EXPECT_FALSE(has(run(line).out, "\x1b")) << line;
  EXPECT_TRUE(has(run("newshound search --color always ferry").out, "\x1b[1m"));
}

TEST_F(Programs, HelpAndVersion) {
  for (const char* line : {"newshound --help", "newshound --version", "newshound search --help",
                           "newshound-index --help", "newshound-index --version", "newshound-index add --help"}) {
    const auto outcome = run(line);
    EXPECT_EQ(outcome.code, 0) << line;
    EXPECT_FALSE(outcome.out.empty());
    EXPECT_EQ(outcome.errors, "");
  }
}

}  // namespace
}  // namespace newshound::testing
