// The rooms of the house and the arrows between them: every #include of the project, and proof that a bad one is seen.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/layering/include_rules.h"

namespace newshound::layering {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

const Files& project() {
  static const Files kFiles = [] {
    const fs::path root = NEWSHOUND_SOURCE_DIR;
    Files files;
    for (const auto* part : {"include", "indexer", "searcher", "samples"})
      for (const auto& entry : fs::recursive_directory_iterator(root / part))
        if (entry.path().extension() == ".h" || entry.path().extension() == ".cc")
          files[entry.path().lexically_relative(root).generic_string()] = read(entry.path());
    return files;
  }();
  return kFiles;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += "\n" + line;
  return text;
}

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

TEST(Layering, EveryIncludeOfTheProjectFollowsAnAllowedArrow) {
  // The walk found the project and not an empty folder.
  EXPECT_TRUE(project().contains("include/newshound/searcher.h"));
  EXPECT_TRUE(project().contains("indexer/format/schema.h"));
  EXPECT_TRUE(project().contains("searcher/query/parser.cc"));
  EXPECT_TRUE(project().contains("samples/search_news.cc"));
  const auto faults = faults_of(project());
  EXPECT_TRUE(faults.empty()) << joined(faults);
}

TEST(Layering, ReadingAndUnderstandingReachXapianThroughNoHeader) {
  for (const auto& [path, text] : project()) {
    if (!path.starts_with("indexer/reading/") && !path.starts_with("indexer/understanding/")) continue;
    EXPECT_FALSE(has(reached_from(project(), path), "xapian.h")) << path;
  }
}

TEST(Layering, PublicHeadersReachTheStandardLibraryOnly) {
  for (const auto& [path, text] : project()) {
    if (!path.starts_with("include/")) continue;
    for (const auto& name : reached_from(project(), path))
      EXPECT_TRUE(is_standard_header(name)) << path << ": " << name;
  }
}

TEST(Layering, QueryParserReachesTheStandardLibraryOnly) {
  for (const auto& [path, text] : project()) {
    if (!path.starts_with("searcher/query/") || path.starts_with("searcher/query/plan")) continue;
    for (const auto& name : reached_from(project(), path))
      EXPECT_TRUE(is_standard_header(name)) << path << ": " << name;
  }
}

struct Planted {
  const char* path;
  const char* include;
};

void PrintTo(const Planted& planted, std::ostream* out) { *out << planted.path << ": " << planted.include; }

class ForbiddenInclude : public testing::TestWithParam<Planted> {};
class AllowedInclude : public testing::TestWithParam<Planted> {};

std::vector<std::string> faults_of_one(const Planted& planted) {
  return faults_of(
      {{planted.path, std::string("// A comment.\n#include <string>\n#include ") + planted.include + "\n"}});
}

TEST_P(ForbiddenInclude, IsReportedWithPathAndLine) {
  const auto faults = faults_of_one(GetParam());
  ASSERT_EQ(faults.size(), 1U) << joined(faults);
  EXPECT_EQ(faults[0], std::string(GetParam().path) + ":3: may not include " + GetParam().include);
}

TEST_P(AllowedInclude, IsNoFault) {
  const auto faults = faults_of_one(GetParam());
  EXPECT_TRUE(faults.empty()) << joined(faults);
}

INSTANTIATE_TEST_SUITE_P(
    Rules, ForbiddenInclude,
    testing::Values(
        // Public headers: the standard library and each other.
        Planted{"include/newshound/result.h", "<xapian.h>"}, Planted{"include/newshound/result.h", "<unicode/utf8.h>"},
        Planted{"include/newshound/result.h", "<boost/program_options.hpp>"},
        Planted{"include/newshound/result.h", "<unistd.h>"}, Planted{"include/newshound/result.h", "<regex>"},
        Planted{"include/newshound/result.h", "\"indexer/format/schema.h\""},
        // The floor.
        Planted{"indexer/format/schema.h", "<xapian.h>"}, Planted{"indexer/format/dates.cc", "<unicode/utf8.h>"},
        Planted{"indexer/format/dates.h", "\"indexer/format/segment.h\""},
        Planted{"indexer/format/terms.cc", "<boost/program_options.hpp>"},
        Planted{"indexer/format/terms.cc", "<zlib.h>"},
        Planted{"indexer/format/terms.cc", "\"indexer/writing/document.h\""},
        Planted{"indexer/format/terms.cc", "\"indexer/format/program/printable.h\""},
        Planted{"indexer/format/terms.cc", "\"searcher/query/parser.h\""},
        Planted{"indexer/format/terms.cc", "<newshound/searcher.h>"},
        Planted{"indexer/format/program/printable.cc", "<boost/program_options.hpp>"},
        // Reading and understanding.
        Planted{"indexer/reading/reader.cc", "<xapian.h>"},
        Planted{"indexer/reading/reader.cc", "<cld2/public/encodings.h>"},
        Planted{"indexer/reading/reader.cc", "\"indexer/understanding/understand.h\""},
        Planted{"indexer/reading/reader.cc", "\"indexer/writing/document.h\""},
        Planted{"indexer/reading/reader.cc", "<newshound/newshound.h>"},
        Planted{"indexer/reading/reader.cc", "\"reader.h\""},
        Planted{"indexer/understanding/understand.cc", "<xapian.h>"},
        Planted{"indexer/understanding/understand.cc", "<libxml/tree.h>"},
        Planted{"indexer/understanding/understand.cc", "\"indexer/reading/utf8.h\""},
        Planted{"indexer/understanding/understand.cc", "\"indexer/understanding/training/corpus.h\""},
        Planted{"indexer/understanding/training/train.cc", "\"indexer/writing/document.h\""},
        Planted{"indexer/understanding/training/train.cc", "<xapian.h>"},
        // Writing.
        Planted{"indexer/writing/indexer.cc", "\"indexer/reading/reader.h\""},
        Planted{"indexer/writing/indexer.cc", "\"searcher/matching/match.h\""},
        Planted{"indexer/writing/indexer.cc", "<newshound/searcher.h>"},
        Planted{"indexer/writing/indexer.cc", "<nlohmann/json.hpp>"},
        // Programs.
        Planted{"indexer/cli/main.cc", "\"indexer/writing/document.h\""},
        Planted{"indexer/cli/main.cc", "\"indexer/format/analysis.h\""},
        Planted{"indexer/cli/main.cc", "\"searcher/cli/layout.h\""}, Planted{"indexer/cli/main.cc", "<xapian.h>"},
        Planted{"searcher/cli/main.cc", "\"searcher/query/parser.h\""},
        Planted{"searcher/cli/main.cc", "\"indexer/cli/options.h\""},
        Planted{"searcher/cli/main.cc", "<newshound/indexer.h>"}, Planted{"searcher/cli/main.cc", "<boost/asio.hpp>"},
        // The query parser and the rest of the searcher.
        Planted{"searcher/query/parser.cc", "<xapian.h>"}, Planted{"searcher/query/parser.cc", "<unicode/utf8.h>"},
        Planted{"searcher/query/parser.cc", "<unistd.h>"},
        Planted{"searcher/query/parser.cc", "\"indexer/format/analysis.h\""},
        Planted{"searcher/query/parser.cc", "\"searcher/query/planner.h\""},
        Planted{"searcher/query/parser.cc", "\"searcher/matching/plan.h\""},
        Planted{"searcher/query/planner.cc", "\"indexer/writing/document.h\""},
        Planted{"searcher/query/planner.cc", "<boost/program_options.hpp>"},
        Planted{"searcher/matching/match.cc", "\"indexer/understanding/understand.h\""},
        Planted{"searcher/matching/match.cc", "<newshound/reader.h>"},
        Planted{"searcher/matching/match.cc", "<boost/program_options.hpp>"},
        Planted{"searcher/presenting/snippet.cc", "\"searcher/cli/style.h\""},
        Planted{"searcher/presenting/snippet.cc", "<nlohmann/json.hpp>"},
        // Nothing includes tests or samples, and a sample includes what is installed.
        Planted{"searcher/matching/match.cc", "\"tests/layering/include_rules.h\""},
        Planted{"indexer/writing/indexer.cc", "\"samples/search_news.h\""},
        Planted{"samples/search_news.cc", "\"indexer/format/dates.h\""},
        Planted{"samples/search_news.cc", "<xapian.h>"}));

INSTANTIATE_TEST_SUITE_P(
    Rules, AllowedInclude,
    testing::Values(
        Planted{"include/newshound/searcher.h", "<newshound/result.h>"}, Planted{"include/newshound/c.h", "<stdint.h>"},
        Planted{"indexer/format/dates.h", "<newshound/results.h>"}, Planted{"indexer/format/segment.h", "<xapian.h>"},
        Planted{"indexer/format/manifest.cc", "<nlohmann/json.hpp>"},
        Planted{"indexer/format/program/json_text.cc", "<nlohmann/json.hpp>"},
        Planted{"indexer/reading/reader.cc", "<libxml/tree.h>"},
        Planted{"indexer/reading/scraped_text.cc", "\"indexer/understanding/outlet_lexicon.h\""},
        Planted{"indexer/understanding/language.cc", "<cld2/public/encodings.h>"},
        Planted{"indexer/understanding/training/train.cc", "\"indexer/reading/utf8.h\""},
        Planted{"indexer/writing/pipeline.cc", "\"indexer/understanding/understand.h\""},
        Planted{"indexer/writing/document.cc", "<xapian.h>"}, Planted{"indexer/cli/run.cc", "<newshound/searcher.h>"},
        Planted{"indexer/cli/options.cc", "<boost/program_options/parsers.hpp>"},
        Planted{"searcher/query/parser.cc", "\"indexer/format/schema.h\""},
        Planted{"searcher/query/parser.cc", "\"indexer/format/dates.h\""},
        Planted{"searcher/query/planner.cc", "\"indexer/format/analysis.h\""},
        Planted{"searcher/query/plan.h", "<xapian.h>"}, Planted{"searcher/matching/match.cc", "<xapian.h>"},
        Planted{"searcher/presenting/snippet.cc", "\"searcher/matching/plan.h\""},
        Planted{"searcher/cli/main.cc", "\"indexer/format/program/exit_codes.h\""},
        Planted{"samples/search_news.cc", "<newshound/newshound.h>"}));

TEST(LayeringRules, FileOutsideEveryRoomIsAFault) {
  EXPECT_EQ(faults_of({{"searcher/extras/new.cc", ""}}),
            std::vector<std::string>{"searcher/extras/new.cc is in no room that the rules know"});
}

TEST(LayeringRules, SpacesBeforeAndAfterTheHashHideNothing) {
  const auto faults = faults_of({{"searcher/query/parser.cc", "  #  include   <xapian.h>  // why\n#include\"a.h\"\n"}});
  EXPECT_EQ(faults, (std::vector<std::string>{"searcher/query/parser.cc:1: may not include <xapian.h>",
                                              "searcher/query/parser.cc:2: may not include \"a.h\""}));
}

TEST(LayeringRules, IncludeOfAMacroIsAFault) {
  EXPECT_EQ(faults_of({{"searcher/matching/match.cc", "#include SOME_HEADER"}}).size(), 1U);
}

TEST(LayeringRules, StandardHeadersAreKnownByName) {
  for (const auto* name : {"string", "vector", "optional", "filesystem", "cstdint", "variant", "stddef.h"})
    EXPECT_TRUE(is_standard_header(name)) << name;
  for (const auto* name : {"ranges", "format", "regex", "unistd.h", "xapian.h", "bits/stdc++.h", "windows.h", ""})
    EXPECT_FALSE(is_standard_header(name)) << name;
}

TEST(LayeringRules, HeadersOfOthersAreFoundThroughOurOwn) {
  const Files files = {{"a.cc", "#include \"b.h\"\n#include <string>\n"},
                       {"b.h", "#include <newshound/c.h>\n#include \"a.cc\"\n"},
                       {"include/newshound/c.h", "#include <xapian.h>\n"},
                       {"alone.h", "#include <vector>\n"}};
  EXPECT_EQ(reached_from(files, "a.cc"), (std::vector<std::string>{"string", "xapian.h"}));
  EXPECT_EQ(reached_from(files, "alone.h"), std::vector<std::string>{"vector"});
}

}  // namespace
}  // namespace newshound::layering
