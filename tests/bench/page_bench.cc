// How fast files of one article each are read, web pages above all:
//   page_bench --input PATH [--format html] [--repeat N]
// prints one line: newshound pages read=.. rejected=.. seconds=.. cpu_seconds=.. pages_per_s=.. pages_per_cpu_s=..
// peak_rss_mb=..
// of the run that took least time of the processor, among N over all files. One thread reads, so that on a machine with
// nothing else to do the two speeds are one; where others work as well the second is that of a core. Decompressing
// counts.
#include <newshound/reader.h>

#include <sys/resource.h>
#include <boost/program_options.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>
#include <utility>
#include <variant>

namespace {

namespace options = boost::program_options;
using Clock = std::chrono::steady_clock;

constexpr double kMega = 1e6;

struct Run {
  std::size_t read = 0;
  std::size_t rejected = 0;
  double seconds = 0;
  double cpu_seconds = 0;
};

double peak_rss_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024 / kMega;
}

newshound::Result<Run> run_once(const std::string& input, newshound::InputFormat format) {
  Run run;
  const auto start = Clock::now();
  const auto cpu_start = std::clock();
  auto reader = newshound::Reader::open({input}, {.format = format});
  if (!reader) return reader.error();
  while (auto item = reader->next()) {
    ++(std::holds_alternative<newshound::Article>(*item) ? run.read : run.rejected);
  }
  run.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  run.cpu_seconds = static_cast<double>(std::clock() - cpu_start) / CLOCKS_PER_SEC;
  return run;
}

int bench(const options::variables_map& given) {
  const bool html = given["format"].as<std::string>() == "html";
  Run best;
  for (unsigned i = 0; i < std::max(1U, given["repeat"].as<unsigned>()); ++i) {
    const auto run = run_once(given["input"].as<std::string>(),
                              html ? newshound::InputFormat::html : newshound::InputFormat::automatic);
    if (!run) {
      std::fprintf(stderr, "page_bench: %s\n", run.error().message.c_str());
      return 1;
    }
    if (i == 0 || run->cpu_seconds < best.cpu_seconds) best = *run;
  }
  const auto pages = static_cast<double>(best.read + best.rejected);
  std::printf(
      "newshound pages read=%zu rejected=%zu seconds=%.3f cpu_seconds=%.3f pages_per_s=%.0f pages_per_cpu_s=%.0f "
      "peak_rss_mb=%.0f\n",
      best.read, best.rejected, best.seconds, best.cpu_seconds, pages / best.seconds, pages / best.cpu_seconds,
      peak_rss_mb());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  options::options_description description("page_bench");
  auto add = description.add_options();
  add("input", options::value<std::string>()->required(), "a folder of pages, or one");
  add("format", options::value<std::string>()->default_value("auto"), "html, or auto: told by content");
  add("repeat", options::value<unsigned>()->default_value(5), "runs, of which the best counts");
  try {
    options::variables_map given;
    options::store(options::parse_command_line(argc, argv, description), given);
    options::notify(given);
    return bench(given);
  } catch (const options::error& error) {
    std::fprintf(stderr, "page_bench: %s\n", error.what());
    return 2;
  }
}
