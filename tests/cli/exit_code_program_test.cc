// Each exit code, by the failure that both programs promise it for: a table of command lines.
#include "indexer/format/manifest.h"
#include "indexer/format/program/exit_codes.h"
#include "tests/cli/program_run.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace newshound::testing {
namespace {

using ExitCodes = Programs;

struct Row {
  int code;
  const char* line;
  const char* error;  // what standard error says, in part
};

// news.idx has four articles; news.jsonl is what it was made from.
const Row kRows[] = {
    {0, "newshound search ferry", ""},
    {0, "newshound-index verify", ""},
    {0, "newshound-index add news.jsonl", ""},
    {0, ": >empty.jsonl; newshound-index add empty.jsonl", "warning: empty.jsonl: empty"},
    {0, "newshound count 'ferry OR nobody'", ""},

    {1, "newshound search zeppelin", ""},
    {1, "newshound count zeppelin", ""},
    {1, "newshound show nobody", "no article has the id `nobody`"},
    {1, "newshound suggest zzz", ""},
    {1, "newshound-index remove nobody", "no article has the id `nobody`"},
    {1, "newshound-index remove --query zeppelin", ""},
    {1, "newshound-index rollback", "keeps no earlier generation"},
    {1, "newshound-index rollback 99", "generation 99 is not kept"},

    {2, "newshound", "a command is missing"},
    {2, "newshound search 'ferry ('", "this bracket is never closed"},
    {2, "newshound search colour:red", "colour"},
    {2, "newshound facet colour", "colour"},
    {2, "newshound search --limit many ferry", "--limit"},
    {2, "newshound-index add", "add: needs SOURCE..."},
    {2, "newshound-index add --memory 1M news.jsonl", "--memory: must be at least 64M"},
    {2, "newshound-index remove --query 'ferry AND'", "AND"},
    {2, "printf 'ferry\\n' >gate.tsv; newshound-index rebuild --gate gate.tsv news.jsonl", "gate.tsv:1:"},
    {2, "newshound-index add --report news.jsonl news.jsonl", "lies in, the source news.jsonl"},
    {2, "printf 'q1\\tferry (\\n' >q.tsv; newshound search --batch q.tsv --format trec", "q.tsv:1:"},

    {3, "newshound search -i nowhere ferry", "nowhere"},
    {3, "mkdir folder; touch folder/file; newshound search -i folder ferry", "is not an archive"},
    {3, "newshound-index verify -i nowhere", "nowhere"},
    {3, "newshound-index add -i news.jsonl news.jsonl", "news.jsonl is not an archive but a file"},

    {5, "printf x >news.idx/MANIFEST; newshound search ferry", "MANIFEST is damaged"},
    {5, "printf x >news.idx/MANIFEST; newshound-index add news.jsonl", "MANIFEST is damaged"},
    {5, "printf x >news.idx/segments/s00000001-0/positions; newshound search ferry", "positions is damaged"},
    {5, "printf x >news.idx/segments/s00000001-0/articles; newshound-index verify", "articles"},
    {5, "rm news.idx/segments/s00000001-0/columns; newshound count ferry", "columns is missing"},

    {6, "printf '{\"id\":\\n' >bad.jsonl; newshound-index add bad.jsonl", "bad.jsonl:1: byte "},
    {6, "printf '{\"id\":\\n' >bad.jsonl; newshound-index add --on-error stop bad.jsonl news.jsonl",
     "nothing was committed"},
    {6, "newshound-index add missing.jsonl news.jsonl", "missing.jsonl: byte 0: cannot be read"},
    {6, "printf '{\"id\":\\n' >bad.jsonl; newshound-index inspect bad.jsonl", ""},

    {7, "printf 'ferry\\tnobody\\n' >gate.tsv; newshound-index rebuild --gate gate.tsv news.jsonl",
     "no article has the id nobody"},
    {7,
     "printf 'ferry\\tnobody\\n' >gate.tsv; echo '{\"id\":\"n\",\"title\":\"n\"}' >n.jsonl; "
     "newshound-index add --gate gate.tsv n.jsonl",
     "1 of 1 line failed"},

    {8, "newshound-index rebuild missing.jsonl news.jsonl",
     "cannot read missing.jsonl: No such file or directory: a rebuild without it would lose its articles"},
    {8, "newshound-index rebuild --gate . news.jsonl", ".: the gate cannot be read: it is no regular file"},
    {8, "newshound-index add missing.jsonl", "cannot read missing.jsonl"},
    {8, "newshound-index add --report nowhere/r.json news.jsonl", "nowhere/r.json: the report cannot be written"},
    {8, "newshound-index rebuild --gate nowhere.tsv news.jsonl", "nowhere.tsv: the gate cannot be read"},
    {8, "newshound search --batch nowhere.tsv --format trec", "nowhere.tsv: cannot be read"},

    {9, "newshound search --timeout 0ms ferry", "the time was up"},
    {9, "newshound histogram year --timeout 0ms ferry", "the time was up"},

    {75, "flock news.idx/LOCK newshound-index add news.jsonl", "is being written by process"},
    {75, "flock news.idx/LOCK newshound-index compact", "is being written by process"},
    {75, "flock news.idx/LOCK newshound-index rollback 1", "is being written by process"},
    {75, "flock news.idx/LOCK newshound-index remove --lock-wait 100ms gazette-1", "is being written by process"},

    {130,
     "mkfifo pipe; newshound-index rebuild --input-format jsonl - <pipe & first=$!; exec 3>pipe; sleep 0.5; "
     "kill -INT $first; exec 3>&-; wait $first",
     "stopped by a signal: nothing was committed"},
    {143,
     "flock news.idx/LOCK sleep 2 & sleep 0.3; newshound-index add --lock-wait 60s news.jsonl & second=$!; sleep 0.3; "
     "kill -TERM $second; wait $second",
     "was given up"},
    {143,
     "mkfifo pipe; newshound-index add --input-format jsonl - <pipe & first=$!; exec 3>pipe; sleep 0.5; "
     "kill -TERM $first; exec 3>&-; wait $first",
     "stopped by a signal"},
};

TEST_F(ExitCodes, AreThoseOfTheFailure) {
  for (const auto& [code, line, error] : kRows) {
    make_archive();
    const auto outcome = run(line);
    EXPECT_EQ(outcome.code, code) << line << '\n' << outcome.errors;
    EXPECT_TRUE(has(outcome.errors, error)) << line << '\n' << outcome.errors;
    run("rm -rf -- *");
  }
}

TEST_F(ExitCodes, OfAnotherVersionIsFour) {
  make_archive();
  auto manifest = format::decode_manifest(read("news.idx/MANIFEST"), "MANIFEST");
  manifest.analyser = "news-0";
  write("news.idx/MANIFEST", format::encode_manifest(manifest));
  for (const char* line :
       {"newshound search ferry", "newshound info", "newshound-index add news.jsonl", "newshound-index verify"}) {
    const auto outcome = run(line);
    EXPECT_EQ(outcome.code, 4) << line;
    EXPECT_TRUE(has(outcome.errors, "was analysed by news-0")) << outcome.errors;
    EXPECT_TRUE(has(outcome.errors, "newshound-index rebuild")) << outcome.errors;
  }
  EXPECT_EQ(run("newshound-index rebuild news.jsonl").code, 0);
  EXPECT_EQ(run("newshound count ferry").out, "3\n");
}

// A bug (70) has no command line that shows it.
TEST_F(ExitCodes, AreAllInTheTable) {
  std::set<int> shown = {program::kWrongVersion, program::kBug};
  for (const auto& row : kRows) shown.insert(row.code);
  for (const auto& code : program::kExitCodes) EXPECT_TRUE(shown.contains(code.number)) << code.meaning;
}

}  // namespace
}  // namespace newshound::testing
