#include "indexer/cli/plan.h"

#include "indexer/cli/run_report.h"
#include "indexer/format/program/counted.h"
#include "indexer/format/program/json_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace newshound::index_cli {
namespace {

using program::Json;

std::uint64_t scaled(std::uint64_t amount, double share) {
  return static_cast<std::uint64_t>(std::llround(static_cast<double>(amount) / share));
}

std::string readable_time(double seconds) {
  constexpr double kMinute = 60;
  constexpr double kHour = 3600;
  std::array<char, 64> text{};
  if (seconds >= kHour)
    std::snprintf(text.data(), text.size(), "%.1f hours", seconds / kHour);
  else if (seconds >= kMinute)
    std::snprintf(text.data(), text.size(), "%.1f minutes", seconds / kMinute);
  else
    std::snprintf(text.data(), text.size(), "%.1f seconds", seconds);
  return text.data();
}

std::string line(const char* name, const std::string& text) {
  std::string padded = name;
  padded.resize(10, ' ');
  return padded + text + "\n";
}

std::string sample_line(const Sample& sample) {
  std::string text = program::counted(sample.articles, "article");
  if (sample.rejected > 0) text += " and " + std::to_string(sample.rejected) + " rejected";
  text += ", " + readable_size(sample.input_bytes);
  if (sample.is_whole) return text + ": all there is";
  return text +
         (sample.input_bytes_total > 0 ? " of " + readable_size(sample.input_bytes_total) : " of an unknown size");
}

}  // namespace

std::optional<Plan> plan_of(const Sample& sample, unsigned keep) {
  if (sample.articles == 0 || sample.input_bytes == 0) return {};
  if (!sample.is_whole && sample.input_bytes_total == 0) return {};
  const double share =
      sample.is_whole
          ? 1
          : std::min(1.0, static_cast<double>(sample.input_bytes) / static_cast<double>(sample.input_bytes_total));
  Plan plan;
  plan.articles = scaled(sample.articles, share);
  plan.archive_bytes = scaled(sample.archive_bytes, share);
  plan.building_bytes = 2 * plan.archive_bytes;
  plan.kept_bytes = (std::uint64_t{1} + keep) * plan.archive_bytes;
  plan.seconds = sample.seconds / share;
  return plan;
}

std::string plan_text(const Sample& sample, const std::optional<Plan>& plan, const Options& options) {
  std::string text = line("sample", sample_line(sample));
  if (!plan)
    return text + "Nothing can be planned: the sample has no article, or the size of the source is not known.\n";
  text += line("archive",
               "about " + program::counted(plan->articles, "article") + " in " + readable_size(plan->archive_bytes));
  text +=
      line("disk", readable_size(plan->building_bytes) + " free while it is built; " + readable_size(plan->kept_bytes) +
                       " with --keep " + std::to_string(options.writing.keep) + " once as many rebuilds are kept");
  text += line("time", "about " + readable_time(plan->seconds) + " on this machine");
  return text + line("memory", "at most " + readable_size(options.writing.memory) +
                                   " (--memory) and 64 MB; the sample took " + readable_size(sample.peak_rss_bytes));
}

std::string plan_json(const Sample& sample, const std::optional<Plan>& plan, const Options& options) {
  Json object = {{"version", 1},
                 {"sample",
                  {{"articles", sample.articles},
                   {"rejected", sample.rejected},
                   {"input_bytes", sample.input_bytes},
                   {"input_bytes_total", sample.input_bytes_total > 0 ? Json(sample.input_bytes_total) : Json(nullptr)},
                   {"whole", sample.is_whole},
                   {"archive_bytes", sample.archive_bytes},
                   {"peak_rss_bytes", sample.peak_rss_bytes},
                   {"seconds", std::round(sample.seconds * 1e3) / 1e3}}},
                 {"plan", nullptr}};
  if (plan)
    object["plan"] = {{"articles", plan->articles},
                      {"archive_bytes", plan->archive_bytes},
                      {"building_bytes", plan->building_bytes},
                      {"keep", options.writing.keep},
                      {"kept_bytes", plan->kept_bytes},
                      {"seconds", std::round(plan->seconds * 1e3) / 1e3}};
  return program::json_text(object);
}

}  // namespace newshound::index_cli
