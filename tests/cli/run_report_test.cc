// The summary, the lines for rejected documents, --report and the progress of a run.
#include "indexer/cli/run_report.h"

#include "indexer/cli/progress.h"
#include "indexer/cli/report_file.h"
#include "indexer/format/program/json_text.h"
#include "tests/cli/golden.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace newshound::index_cli {
namespace {

RunReport sample() {
  RunReport report;
  report.archive = "news.idx";
  report.counts.read = 1300;
  report.counts.indexed = 1234;
  report.counts.replaced = 5;
  report.counts.replaced_across_sources = 1;
  report.counts.unchanged = 59;
  report.counts.rejected = {{"news.jsonl", 3, 120, "", "not a JSON object"},
                            {"bad\x1b[2J.txt", 0, 7, "x-1", "not UTF-8"}};
  report.counts.articles = 1239;
  report.counts.generation = 42;
  report.counts.archive_bytes = 5'600'000;
  report.seconds = 2.0;
  report.input_bytes = 9000;
  report.peak_rss_bytes = 1 << 20;
  report.analyser = "newshound 1";
  report.committed = true;
  report.counts.verified = true;
  report.swapped = true;
  report.outcome = RunOutcome::swapped;
  return report;
}

TEST(RunReport, SummaryIsThreeLines) {
  EXPECT_EQ(summary(sample()),
            "news.idx: generation 42, 1239 articles, 5.6 MB\n"
            "read 1300: indexed 1234, replaced 5, unchanged 59, rejected 2\n"
            "2.0 s, 650 articles/s\n");
}

TEST(RunReport, SummaryNeverClaimsWhatWasNotCommitted) {
  RunReport report = sample();
  report.committed = false;
  EXPECT_EQ(summary(report).substr(0, 35), "news.idx: nothing was committed\nrea");
  report.dry_run = true;
  EXPECT_EQ(summary(report).substr(0, 41), "news.idx: dry run, nothing was written\nre");
}

TEST(RunReport, RejectionNamesSourceLineByteAndReason) {
  const auto rejected = sample().counts.rejected;
  EXPECT_EQ(rejection_line(rejected[0]), "news.jsonl:3: byte 120: not a JSON object");
  EXPECT_EQ(rejection_line(rejected[1]), "bad\xEF\xBF\xBD[2J.txt: byte 7: not UTF-8");
}

TEST(RunReport, AtMostTwentyRejectionsAreShown) {
  std::vector<Rejection> rejected(20, {"a", 1, 0, "", "bad"});
  const auto lines = [](const std::string& text) { return std::count(text.begin(), text.end(), '\n'); };
  EXPECT_EQ(lines(rejection_lines({})), 0);
  EXPECT_EQ(lines(rejection_lines(rejected)), 20);
  rejected.resize(25, {"a", 2, 0, "", "bad"});
  const std::string text = rejection_lines(rejected);
  EXPECT_EQ(lines(text), 21);
  EXPECT_NE(text.find("and 5 more; --report lists all\n"), std::string::npos);
}

TEST(RunReport, JsonIsAsInTheGoldenFile) { testing::expect_golden("report.json", report_json(sample()) + "\n"); }

TEST(RunReport, UnwritableReportIsAnInputOutputError) {
  const auto written = write_report("/nonexistent/folder/report.json", sample());
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, Errc::io);
  EXPECT_NE(written.error().message.find("/nonexistent/folder/report.json"), std::string::npos);
}

TEST(RunReport, PeakMemoryIsThatOfThisProcess) { EXPECT_GT(peak_resident_bytes(), 1U << 20); }

TEST(RunReport, SizesAreReadable) {
  EXPECT_EQ(readable_size(999), "999 bytes");
  EXPECT_EQ(readable_size(1500), "1.5 kB");
  EXPECT_EQ(readable_size(5'600'000), "5.6 MB");
}

TEST(Progress, BarShowsShareRateAndTimeLeft) {
  EXPECT_EQ(progress_bar({1200, 0, 600, 1000}, 3.0),
            "[##############..........]   60 %  1200 articles  400/s  0:02 left");
  EXPECT_EQ(progress_bar({1200, 0, 600, 0}, 3.0), "1200 articles  400/s");
  EXPECT_EQ(progress_bar({0, 0, 0, 1000}, 0.0), "[........................]    0 %  0 articles  0/s");
}

TEST(Progress, JsonLineHasTheSameNumbers) {
  const auto line = program::Json::parse(progress_json({1200, 3, 600, 0}, 3.0));
  EXPECT_EQ(line["read"], 1200);
  EXPECT_EQ(line["rejected"], 3);
  EXPECT_TRUE(line["input_bytes_total"].is_null());
  EXPECT_EQ(line["articles_per_second"], 400);
}

TEST(Progress, AtMostTenUpdatesASecond) {
  std::chrono::steady_clock::time_point now{};
  std::ostringstream out;
  Progress progress(ProgressStyle::jsonl, out, [&now] { return now; });
  for (int i = 0; i < 3000; ++i) {
    now += std::chrono::milliseconds(1);
    if (progress.due()) progress.show({static_cast<std::uint64_t>(i), 0, 0, 0});
  }
  const std::string text = out.str();
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 30);
}

TEST(Progress, NoneSaysNothing) {
  std::ostringstream out;
  Progress progress(ProgressStyle::none, out, [] { return std::chrono::steady_clock::time_point{}; });
  EXPECT_FALSE(progress.due());
  progress.finish({1, 0, 0, 0});
  EXPECT_EQ(out.str(), "");
}

}  // namespace
}  // namespace newshound::index_cli
