// Archives of every format version there was, as tests/compat keeps them: the current one still reads as it did, older
// ones are refused by name, and the command that the refusal names makes them again.
#include "indexer/format/manifest.h"
#include "tests/cli/program_run.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <string>

namespace newshound::testing {
namespace {

class Compatibility : public Programs {
 protected:
  void SetUp() override {
    Programs::SetUp();
    run("cp -r '" NEWSHOUND_COMPAT "'/* .");
  }
};

std::string archive_of(std::uint32_t version) { return "format-" + std::to_string(version); }

TEST_F(Compatibility, AnArchiveOfThisVersionReadsAsItDid) {
  const auto archive = archive_of(format::kFormatVersion);
  ASSERT_TRUE(std::filesystem::exists(path(archive))) << "tests/compat has no archive of the current version";
  const auto verified = run("newshound-index verify -i " + archive);
  EXPECT_EQ(verified.code, 0) << verified.errors;
  EXPECT_EQ(run("newshound count -i " + archive + " 'ferry \"harbour board\" outlet:\"Harbour Gazette\"'").out, "1\n");
  EXPECT_EQ(run("newshound count -i " + archive + " 'str* date:2024-05'").out, "1\n");
  EXPECT_EQ(run("newshound count -i " + archive + " 'person:\"Mara Velden\"'").out, "1\n");
  const auto shown = run("newshound show -i " + archive + " gazette-2");
  EXPECT_TRUE(has(shown.out, "A crane stood still for the third week.")) << shown.out << shown.errors;
}

// Its articles, as that version hashed them.
TEST_F(Compatibility, NothingOfAnArchiveOfThisVersionIsIndexedAgain) {
  const auto outcome = run("newshound-index add -i " + archive_of(format::kFormatVersion) + " articles.jsonl");
  EXPECT_EQ(outcome.code, 0) << outcome.errors;
  EXPECT_TRUE(has(outcome.out, "unchanged 3")) << outcome.out << outcome.errors;
}

TEST_F(Compatibility, OlderOnesAreRefusedByNameAndMadeAgain) {
  for (std::uint32_t version = 1; version < format::kFormatVersion; ++version) {
    const auto archive = archive_of(version);
    ASSERT_TRUE(std::filesystem::exists(path(archive))) << archive;
    for (const char* command : {"newshound search -i ", "newshound-index verify -i ", "newshound-index add -i "}) {
      const auto outcome = run(command + archive + (has(command, "verify") ? "" : " articles.jsonl"));
      EXPECT_EQ(outcome.code, 4) << command << outcome.errors;
      EXPECT_TRUE(has(outcome.errors, "format version " + std::to_string(version))) << outcome.errors;
      EXPECT_TRUE(has(outcome.errors, "newshound-index rebuild")) << outcome.errors;
    }
    EXPECT_EQ(run("newshound-index rebuild -i " + archive + " articles.jsonl").code, 0);
    EXPECT_EQ(run("newshound count -i " + archive + " ferry").out, "1\n");
    EXPECT_EQ(run("newshound-index verify -i " + archive).code, 0);
  }
}

}  // namespace
}  // namespace newshound::testing
