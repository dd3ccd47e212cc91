// argv -> Options of `newshound-index`, as tables.
#include "indexer/cli/help.h"
#include "indexer/cli/options.h"
#include "indexer/format/program/option_values.h"

#include <gtest/gtest.h>

namespace newshound::index_cli {
namespace {

using Arguments = std::vector<std::string>;

Options parsed(const Arguments& arguments) {
  auto options = parse_options(arguments);
  if (!options) {
    ADD_FAILURE() << options.error().message;
    return {};
  }
  return *options;
}

TEST(IndexOptions, DefaultsAreThoseOfTheManual) {
  const Options options = parsed({"add", "news.jsonl"});
  EXPECT_EQ(options.command, Command::add);
  EXPECT_EQ(options.operands, Arguments{"news.jsonl"});
  EXPECT_EQ(options.read.format, InputFormat::automatic);
  EXPECT_EQ(options.read.max_document, 64ULL << 20);
  EXPECT_EQ(options.writing.memory, 512ULL << 20);
  EXPECT_EQ(options.writing.threads, 0U);
  EXPECT_EQ(options.writing.keep, 2U);
  EXPECT_EQ(options.writing.lock_wait.count(), 0);
  EXPECT_EQ(options.progress, ProgressMode::automatic);
  EXPECT_FALSE(options.error_limit.any());
  EXPECT_FALSE(options.dry_run);
}

TEST(IndexOptions, EveryOptionReachesItsPlace) {
  const Options options = parsed({"rebuild",        "a",       "-i",          "x.idx",    "--input-format", "jsonl",
                                  "--map",          "title=h", "--map",       "body=t=x", "--id-prefix",    "p-",
                                  "--report",       "r.json",  "--progress",  "jsonl",    "--memory",       "64M",
                                  "--threads",      "3",       "--lock-wait", "1500ms",   "--max-errors",   "2.5%",
                                  "--max-document", "1K",      "--keep",      "5",        "--dry-run",      "-"});
  EXPECT_EQ(options.command, Command::rebuild);
  EXPECT_EQ(options.operands, (Arguments{"a", "-"}));
  EXPECT_EQ(options.index, "x.idx");
  EXPECT_EQ(options.read.format, InputFormat::jsonl);
  const std::vector<std::pair<std::string, std::string>> map = {{"title", "h"}, {"body", "t=x"}};
  EXPECT_EQ(options.read.map, map);
  EXPECT_EQ(options.read.id_prefix, "p-");
  EXPECT_EQ(options.read.max_document, 1024U);
  EXPECT_EQ(options.report, "r.json");
  EXPECT_EQ(options.progress, ProgressMode::jsonl);
  EXPECT_EQ(options.writing.memory, 64ULL << 20);
  EXPECT_EQ(options.writing.threads, 3U);
  EXPECT_EQ(options.writing.lock_wait, std::chrono::milliseconds(1500));
  EXPECT_EQ(options.writing.keep, 5U);
  EXPECT_DOUBLE_EQ(options.error_limit.percent.value_or(0), 2.5);
  EXPECT_TRUE(options.dry_run);
}

TEST(IndexOptions, StopOnErrorIsALimitOfNone) {
  EXPECT_EQ(parsed({"add", "a", "--on-error", "stop"}).error_limit.count, 0U);
  EXPECT_EQ(parsed({"add", "a", "--max-errors", "7"}).error_limit.count, 7U);
}

TEST(IndexOptions, OtherCommandsTakeTheirOperands) {
  EXPECT_EQ(parsed({"remove", "a", "b"}).operands, (Arguments{"a", "b"}));
  EXPECT_EQ(parsed({"remove", "--", "-a"}).operands, Arguments{"-a"});
  EXPECT_EQ(parsed({"rollback"}).generation, std::nullopt);
  EXPECT_EQ(parsed({"rollback", "12"}).generation, 12U);
  EXPECT_EQ(parsed({"inspect", "a", "--format", "jsonl"}).format, InspectFormat::jsonl);
  EXPECT_EQ(parsed({"verify", "-i", "x.idx"}).index, "x.idx");
}

struct FaultCase {
  Arguments arguments;
  std::string message;  // part of it
  std::string hint;     // part of it
};

TEST(IndexOptions, FaultsNameTheOptionAndSayWhatToDo) {
  const FaultCase cases[] = {
      {{}, "command is missing", "--help"},
      {{"ad", "x"}, "ad: unknown command", "did you mean add?"},
      {{"telegraph", "x"},
       "telegraph: unknown command",
       "commands: add, rebuild, remove, verify, generations, rollback, compact, inspect, plan"},
      {{"-i", "x", "add"}, "a command comes first", "newshound-index add"},
      {{"add"}, "add: needs SOURCE...", "newshound-index add"},
      {{"add", ""}, "an operand is empty", ""},
      {{"verify", "x"}, "verify: too many operands, from `x` on", ""},
      {{"rollback", "1", "2"}, "rollback: too many operands, from `2` on", ""},
      {{"rollback", "last"}, "rollback: `last` is not a number", ""},
      {{"rollback", "--keep", "3"}, "--keep: unknown option", ""},
      {{"remove"}, "remove: needs an ID or --query", ""},
      {{"remove", "--query", "x", "y"}, "remove: takes IDs or --query, not both", ""},
      {{"remove", "--query="}, "--query: needs a value", ""},
      {{"add", "-", "--sync"}, "--sync: standard input has no name", ""},
      {{"rebuild", "x", "--sync"}, "--sync: unknown option", ""},
      {{"add", "x", "--no-swap"}, "--no-swap: unknown option", ""},
      {{"rebuild", "x", "--gate="}, "--gate: needs a value", ""},
      {{"add", "x", "--outlets", "o"}, "--outlets: unknown option", ""},
      {{"add", "x", "--gazetteer", "o"}, "--gazetteer: unknown option", ""},
      {{"add", "x", "--tagger", "on"}, "--tagger: unknown option", ""},
      {{"add", "x", "--fold-outlets"}, "--fold-outlets: unknown option", ""},
      {{"add", "x", "--thread", "2"}, "--thread: unknown option", "did you mean --threads?"},
      {{"add", "x", "--input-format", "docx"}, "--input-format: unknown value `docx`", "auto, text, html, jsonl"},
      {{"add", "x", "--memory", "63M"}, "--memory: must be at least 64M", ""},
      {{"add", "x", "--memory", "much"}, "--memory: `much` is not a size", "512M"},
      {{"add", "x", "--memory", "99999999999G"}, "--memory", ""},
      {{"add", "x", "--max-document", "0"}, "--max-document", ""},
      {{"add", "x", "--lock-wait", "5m"}, "--lock-wait: `5m` is not a time", "5min"},
      {{"add", "x", "--lock-wait", "5"}, "--lock-wait", ""},
      {{"add", "x", "--max-errors", "-1"}, "--max-errors", ""},
      {{"add", "x", "--max-errors", "101%"}, "--max-errors", ""},
      {{"add", "x", "--max-errors", "%"}, "--max-errors", ""},
      {{"add", "x", "--max-errors", "nan%"}, "--max-errors", ""},
      {{"add", "x", "--max-errors", "5x"}, "--max-errors", ""},
      {{"add", "x", "--on-error", "panic"}, "--on-error", "one of skip, stop"},
      {{"add", "x", "--on-error", "stop", "--max-errors", "5"}, "--on-error stop: cannot be combined", ""},
      {{"add", "x", "--map", "title"}, "--map: `title` is not FIELD=KEY", ""},
      {{"add", "x", "--map", "=h"}, "--map", ""},
      {{"add", "x", "--progress", "loud"}, "--progress", "auto, none, jsonl"},
      {{"add", "x", "--threads", "two"}, "--threads", ""},
      {{"add", "x", "--keep", "-1"}, "--keep", ""},
      {{"add", "x", "--report", ""}, "--report: needs a value", ""},
      {{"add", "x", "--report"}, "--report: needs a value", ""},
      {{"add", "x", "-ix.idx"}, "-ix.idx: unknown option", "write -i x.idx"},
      {{"inspect", "x", "--format", "json"}, "--format", "text, jsonl"},
      {{"inspect", "x", "-i", "y"}, "-i: unknown option", ""},
      {{"verify", "--report", "r"}, "--report: unknown option", ""},
  };
  for (const auto& test : cases) {
    std::string line;
    for (const auto& argument : test.arguments) line += " " + argument;
    const auto options = parse_options(test.arguments);
    ASSERT_FALSE(options) << line;
    EXPECT_EQ(options.error().code, Errc::usage) << line;
    EXPECT_NE(options.error().message.find(test.message), std::string::npos) << line << ": " << options.error().message;
    EXPECT_NE(options.error().hint.find(test.hint), std::string::npos) << line << ": " << options.error().hint;
  }
}

TEST(IndexOptions, HelpOfEachCommandNamesAnExample) {
  for (const auto& spec : commands()) {
    EXPECT_TRUE(parsed({std::string(spec.name), "--help"}).help);
    EXPECT_NE(command_help(spec).find(std::string(spec.example)), std::string::npos);
    EXPECT_NE(program_help().find(std::string(spec.name) + " "), std::string::npos);
  }
  EXPECT_TRUE(parsed({"--version"}).version);
}

TEST(IndexOptions, SizesAndTimesHaveUnits) {
  EXPECT_EQ(*parse_size("s", "0"), 0U);
  EXPECT_EQ(*parse_size("s", "1000"), 1000U);
  EXPECT_EQ(*parse_size("s", "2k"), 2048U);
  EXPECT_EQ(*parse_size("s", "3G"), 3ULL << 30);
  EXPECT_EQ(program::parse_duration("t", "250ms")->count(), 250);
  EXPECT_EQ(program::parse_duration("t", "2min")->count(), 120000);
  EXPECT_EQ(program::parse_duration("t", "1h")->count(), 3600000);
}

}  // namespace
}  // namespace newshound::index_cli
