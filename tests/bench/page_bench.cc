// How fast files of one article each are read, web pages above all:
//   page_bench --input PATH [--format html] [--repeat N]
// prints one line: newshound pages read=.. rejected=.. seconds=.. pages_per_s=.. mb_per_s=.. peak_rss_mb=..
// on one core, the best of N runs over all files. Files are decompressed as they are read; mb_per_s counts the bytes of
// the articles' text that comes out.
#include <newshound/reader.h>

#include <sys/resource.h>
#include <boost/program_options.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
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
  std::size_t text_bytes = 0;
  double seconds = 0;
};

double peak_rss_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024 / kMega;
}

newshound::Result<Run> run_once(const std::string& input, newshound::InputFormat format) {
  Run run;
  const auto start = Clock::now();
  auto reader = newshound::Reader::open({input}, {.format = format});
  if (!reader) return reader.error();
  while (auto item = reader->next()) {
    const auto* article = std::get_if<newshound::Article>(&*item);
    ++(article ? run.read : run.rejected);
    if (article) run.text_bytes += article->body.size();
  }
  run.seconds = std::chrono::duration<double>(Clock::now() - start).count();
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
    if (i == 0 || run->seconds < best.seconds) best = *run;
  }
  std::printf("newshound pages read=%zu rejected=%zu seconds=%.3f pages_per_s=%.0f mb_per_s=%.2f peak_rss_mb=%.0f\n",
              best.read, best.rejected, best.seconds, static_cast<double>(best.read + best.rejected) / best.seconds,
              static_cast<double>(best.text_bytes) / kMega / best.seconds, peak_rss_mb());
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
