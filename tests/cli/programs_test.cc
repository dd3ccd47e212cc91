// `newshound` as it is run, and what both programs share: exit codes, output, and what bad input does.
#include "tests/cli/program_run.h"

#include <gtest/gtest.h>

namespace newshound::testing {
namespace {

using SearchProgram = Programs;

TEST_F(SearchProgram, SearchFindsAndSaysHowMany) {
  make_archive();
  const auto found = run("newshound search harbour ferry");
  EXPECT_EQ(found.code, 0) << found.errors;
  EXPECT_TRUE(has(found.out, "Harbour ferry resumes service")) << found.out;
  EXPECT_TRUE(has(found.out, "2 articles match")) << found.out;
  EXPECT_EQ(run("newshound search harbour ferry").out, found.out);
}

TEST_F(SearchProgram, ShortOptionsEndWhereTheQueryBegins) {
  make_archive();
  EXPECT_EQ(run("newshound search --format ids --sort oldest ferry -strike -hills").out, "gazette-1\n");
  EXPECT_EQ(run("newshound search -n 1 --format ids --sort newest ferry").out, "gazette-2\n");
  EXPECT_EQ(run("newshound search --format ids -- -strike ferry --sort oldest").code, 1);
}

TEST_F(SearchProgram, FiltersStandBesideTheQuery) {
  make_archive();
  EXPECT_EQ(run("newshound search --outlet 'harbour gazette' --format ids").out, "gazette-2\ngazette-1\n");
  EXPECT_EQ(run("newshound search --before 2024 --format ids").out, "courier-1\n");
  EXPECT_EQ(run("newshound count ferry --outlet 'Hill Courier' --outlet 'Harbour Gazette'").out, "2\n");
  EXPECT_EQ(run("newshound count --after 2024-05-07").out, "1\n");
}

TEST_F(SearchProgram, RelativeDatesFollowNow) {
  make_archive();
  EXPECT_EQ(run("newshound search --now 2024-05-07 --format ids date:yesterday").out, "gazette-1\n");
  EXPECT_EQ(run("newshound search --now 2024-05-06T23:30:00Z --tz +02:00 --format ids date:yesterday").out,
            "gazette-1\n");
  EXPECT_EQ(run("newshound search --now 2024-05-06T23:30:00Z --tz UTC --format ids date:yesterday").code, 1);
  EXPECT_EQ(run("newshound search --tz Nowhere/Atlantis ferry").code, 2);
}

TEST_F(SearchProgram, EachCommandPrintsItsPart) {
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

TEST_F(SearchProgram, JsonFitsThePublishedSchema) {
  make_archive();
  const std::string validate = " | " NEWSHOUND_PYTHON " " NEWSHOUND_SOURCE_DIR
                               "/tests/cli/validate_json.py " NEWSHOUND_SOURCE_DIR "/docs/search-results.schema.json -";
  for (const char* command : {"search ferry --facet outlet,person:5 --histogram month --explain --format json",
                              "search ferry --facet outlet --histogram week --format jsonl",
                              "search zeppelin --format json",
                              "search --outlet 'Hill Courier' --format json",
                              "search 'a NEAR/3 b OR -title:\"c d\" date:2024.. outlet:unknown' "
                              "--format json",
                              "facet person --format json",
                              "histogram day ferry --format json",
                              "count ferry --format json",
                              "suggest harb --format json",
                              "suggest zzz --format json",
                              "search fery --format jsonl",
                              "show courier-2 --format json",
                              "show nobody --format json",
                              "explain ferry -outlet:X --format json",
                              "info --format json",
                              "info fields --format json",
                              "info outlets --format json",
                              "info coverage --format json",
                              "search '\"open' --format json",
                              "search --sort best --format json",
                              "search ferry -i nowhere.idx --format json"}) {
    const auto outcome = run(std::string("newshound ") + command + validate);
    EXPECT_EQ(outcome.code, 0) << command << '\n' << outcome.errors;
  }
}

TEST_F(SearchProgram, SnippetsAreTheStoredBodyByteForByte) {
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

TEST_F(SearchProgram, NothingFoundIsOneAndNamesTheClause) {
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

TEST_F(SearchProgram, WhatMayHaveBeenMeantIsOfferedAndNeverApplied) {
  make_archive();
  const auto nothing = run("newshound search harbuor");
  EXPECT_EQ(nothing.code, 1);
  EXPECT_EQ(nothing.out,
            "No articles match.\nNo article matches harbuor on its own.\nDid you mean harbour? 2 articles match.\n");
  const auto json = Json::parse(run("newshound search harbuor --format json").out);
  EXPECT_EQ(json["did_you_mean"]["query"], "harbour");
  EXPECT_EQ(json["total"], 0);
  EXPECT_EQ(run("newshound search harbuor --format ids").out, "");
}

TEST_F(SearchProgram, SuggestCompletesWordsOutletsAndEntities) {
  make_archive();
  const auto found = run("newshound suggest Harb --format csv");
  EXPECT_EQ(found.code, 0) << found.errors;
  EXPECT_EQ(found.out,
            "kind,value,count,query\nword,harbour,2,harbour\noutlet,Harbour Gazette,2,\"outlet:\"\"Harbour "
            "Gazette\"\"\"\n");
  EXPECT_EQ(run("newshound suggest velden --format csv -n 1").out,
            "kind,value,count,query\nword,velden,1,velden\nentity,Mara Velden,1,\"entity:\"\"Mara Velden\"\"\"\n");
  EXPECT_EQ(run("newshound suggest zzz").code, 1);
  EXPECT_EQ(run("newshound suggest zzz").out, "Nothing begins so.\n");
  EXPECT_EQ(run("newshound suggest").code, 2);
  EXPECT_EQ(run("newshound suggest ' '").code, 2);
}

TEST_F(SearchProgram, QueryErrorShowsThePlace) {
  make_archive();
  const auto open = run("newshound search 'ferry \"open'");
  EXPECT_EQ(open.code, 2);
  EXPECT_EQ(open.out, "");
  EXPECT_EQ(line_count(open.errors), 3U) << open.errors;
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

TEST_F(SearchProgram, UsageErrorIsOneLineWithTheNearestName) {
  for (const char* line :
       {"newshound", "newshound serach x", "newshound similar x", "newshound search --timeout 1 x", "newshound-index",
        "newshound-index ad x", "newshound-index rebuild --sync x", "newshound-index rollback -i . newest"}) {
    const auto outcome = run(line);
    EXPECT_EQ(outcome.code, 2) << line;
    EXPECT_EQ(line_count(outcome.errors), 1U) << outcome.errors;
    EXPECT_EQ(outcome.out, "");
  }
  EXPECT_TRUE(has(run("newshound serach x").errors, "did you mean search?"));
}

TEST_F(SearchProgram, TheTimeIsUpIsNine) {
  make_archive();
  const auto late = run("newshound search --timeout 0ms --format json ferry");
  EXPECT_EQ(late.code, 9);
  EXPECT_TRUE(has(late.errors, "the time was up")) << late.errors;
  EXPECT_EQ(Json::parse(late.out)["partial"]["reason"], "timeout");
  EXPECT_EQ(Json::parse(late.out)["partial"]["missing"].size(), 1U);
  EXPECT_EQ(run("newshound count --timeout 0ms ferry").code, 9);
  EXPECT_EQ(run("newshound facet outlet --timeout 0ms ferry").out, "Nothing found in what was searched.\n");
  write("q.tsv", "1\tferry\n");
  EXPECT_EQ(run("newshound search --batch q.tsv --format jsonl --timeout 0ms").code, 9);
  EXPECT_EQ(run("newshound search --timeout 1h ferry").code, 0);
  EXPECT_EQ(run("newshound search --timeout 5m ferry").code, 2);
}

TEST_F(SearchProgram, DamagedSegmentsCanBeSkipped) {
  make_archive();
  write("more.jsonl", "{\"id\":\"more\",\"title\":\"ferry\"}\n");
  ASSERT_EQ(run("newshound-index add more.jsonl").code, 0);
  write("news.idx/segments/s00000001-0/columns", "no columns");
  const auto refused = run("newshound search ferry");
  EXPECT_EQ(refused.code, 5);
  EXPECT_TRUE(has(refused.errors, "--skip-damaged answers from the rest")) << refused.errors;
  const auto rest = run("newshound search --skip-damaged --format json ferry");
  EXPECT_EQ(rest.code, 0);
  EXPECT_TRUE(has(rest.errors, "1 segment of the archive left out as damaged: s00000001-0")) << rest.errors;
  EXPECT_EQ(Json::parse(rest.out)["total"], 1);
  EXPECT_EQ(Json::parse(rest.out)["partial"], Json::parse(R"({"reason":"damaged","missing":["s00000001-0"]})"));
  EXPECT_TRUE(has(run("newshound search --skip-damaged ferry").out, "at least 1 article matches"));
  EXPECT_EQ(run("newshound show more --skip-damaged").code, 0);
}

TEST_F(SearchProgram, NoArchiveIsThree) {
  write("folder/file.txt", "not an archive");
  for (const char* line : {"newshound search x", "newshound search -i nowhere x", "newshound search -i folder x",
                           "NEWSHOUND_INDEX=nowhere newshound info", "newshound-index verify -i nowhere",
                           "newshound-index generations -i folder", "newshound-index remove -i nowhere x",
                           "newshound-index rollback -i nowhere", "newshound-index compact -i nowhere",
                           "newshound-index add -i folder folder/file.txt"}) {
    const auto outcome = run(line);
    EXPECT_EQ(outcome.code, 3) << line << '\n' << outcome.errors;
    EXPECT_EQ(line_count(outcome.errors), 1U) << outcome.errors;
  }
  EXPECT_FALSE(std::filesystem::exists(path("nowhere")));
}

TEST_F(SearchProgram, EnvironmentNamesTheArchive) {
  write("news.jsonl", kArticles);
  EXPECT_EQ(run("NEWSHOUND_INDEX=other.idx newshound-index add news.jsonl").code, 0);
  EXPECT_EQ(run("NEWSHOUND_INDEX=other.idx newshound count").out, "4\n");
  EXPECT_EQ(run("NEWSHOUND_INDEX=nowhere newshound count -i other.idx").out, "4\n");
}

TEST_F(SearchProgram, OutputThatCannotBeWrittenIsEight) {
  make_archive();
  EXPECT_EQ(run("newshound search ferry >/dev/full").code, 8);
  EXPECT_EQ(run("newshound-index add --report /nonexistent/r.json news.jsonl").code, 8);
  EXPECT_EQ(run("newshound search --batch nowhere.tsv --format trec").code, 8);
  const auto folder = run("newshound search --batch . --format trec");
  EXPECT_EQ(folder.code, 8);
  EXPECT_TRUE(has(folder.errors, ".: cannot be read")) << folder.errors;
}

TEST_F(SearchProgram, BatchSearchesEveryLine) {
  make_archive();
  write("q.tsv", "q1\tferry strike\nq2\t\"open\nq3\tlantern\n");
  const auto outcome = run("newshound search --batch q.tsv --format trec --run first --match any -n 2");
  EXPECT_EQ(outcome.code, 2);
  EXPECT_TRUE(has(outcome.errors, "q.tsv:2:")) << outcome.errors;
  EXPECT_EQ(line_count(outcome.out), 3U) << outcome.out;
  EXPECT_TRUE(has(outcome.out, "q1 Q0 gazette-2 1 ")) << outcome.out;
  EXPECT_TRUE(has(outcome.out, "q3 Q0 courier-1 1 ")) << outcome.out;
}

TEST_F(SearchProgram, EscapeSequencesOfAnArticleAreNotPrinted) {
  make_archive();
  for (const char* line : {"newshound search lantern", "newshound show courier-1",
                           "newshound show courier-1 --format json", "newshound-index inspect news.jsonl"})
    EXPECT_FALSE(has(run(line).out, "\x1b")) << line;
  EXPECT_TRUE(has(run("newshound search --color always ferry").out, "\x1b[1m"));
}

TEST_F(SearchProgram, HelpAndVersion) {
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
