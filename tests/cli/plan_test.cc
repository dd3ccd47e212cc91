// What is made of a sample.
#include "indexer/cli/plan.h"

#include <gtest/gtest.h>

namespace newshound::index_cli {
namespace {

// A tenth of the source.
Sample tenth() {
  return {.articles = 1000,
          .rejected = 2,
          .input_bytes = 3'000'000,
          .input_bytes_total = 30'000'000,
          .archive_bytes = 5'000'000,
          .peak_rss_bytes = 70'000'000,
          .seconds = 12};
}

Options keeping(unsigned keep) {
  Options options;
  options.writing.keep = keep;
  return options;
}

TEST(PlanOf, TheRestIsLikeTheSample) {
  const auto plan = plan_of(tenth(), 2);
  ASSERT_TRUE(plan);
  EXPECT_EQ(plan->articles, 10'000U);
  EXPECT_EQ(plan->archive_bytes, 50'000'000U);
  EXPECT_EQ(plan->building_bytes, 100'000'000U);
  EXPECT_EQ(plan->kept_bytes, 150'000'000U);
  EXPECT_EQ(plan->seconds, 120);
}

TEST(PlanOf, AWholeSourceIsItself) {
  auto whole = tenth();
  whole.is_whole = true;
  EXPECT_EQ(plan_of(whole, 0)->articles, 1000U);
  EXPECT_EQ(plan_of(whole, 0)->kept_bytes, 5'000'000U);
  whole.input_bytes_total = 0;  // standard input, read to its end
  EXPECT_TRUE(plan_of(whole, 0));
}

TEST(PlanOf, OfAnUnknownSizeThereIsNone) {
  auto sample = tenth();
  sample.input_bytes_total = 0;
  EXPECT_FALSE(plan_of(sample, 2));
  EXPECT_FALSE(plan_of(Sample{.input_bytes = 1, .input_bytes_total = 1, .is_whole = true}, 2));
}

TEST(PlanText, SaysWhatAnOperatorMustProvide) {
  EXPECT_EQ(plan_text(tenth(), plan_of(tenth(), 2), keeping(2)),
            "sample    1000 articles and 2 rejected, 3.0 MB of 30.0 MB\n"
            "archive   about 10000 articles in 50.0 MB\n"
            "disk      100.0 MB free while it is built; 150.0 MB with --keep 2 once as many rebuilds are kept\n"
            "time      about 2.0 minutes on this machine\n"
            "memory    at most 536.9 MB (--memory) and 64 MB; the sample took 70.0 MB\n");
  EXPECT_EQ(plan_text(Sample{}, {}, keeping(2)),
            "sample    0 articles, 0 bytes of an unknown size\n"
            "Nothing can be planned: the sample has no article, or the size of the source is not known.\n");
}

TEST(PlanJson, HasTheNumbers) {
  EXPECT_EQ(plan_json(tenth(), plan_of(tenth(), 1), keeping(1)),
            R"({"version":1,"sample":{"articles":1000,"rejected":2,"input_bytes":3000000,)"
            R"("input_bytes_total":30000000,"whole":false,"archive_bytes":5000000,"peak_rss_bytes":70000000,)"
            R"("seconds":12.0},"plan":{"articles":10000,"archive_bytes":50000000,"building_bytes":100000000,)"
            R"("keep":1,"kept_bytes":100000000,"seconds":120.0}})");
}

}  // namespace
}  // namespace newshound::index_cli
