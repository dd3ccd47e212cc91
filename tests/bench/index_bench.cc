// How long it takes to index a file, and what it costs:
//   index_bench --input FILE --index DIR [--threads N] [--memory M] [--map name=key]...
// prints one line: newshound index docs=.. seconds=.. docs_per_s=.. mb_per_s=.. archive_mb=.. peak_rss_mb=..
// The archive must not exist; it ends as one segment. mb_per_s counts the bytes of the input as stored.
#include <newshound/newshound.h>

#include <sys/resource.h>
#include <boost/program_options.hpp>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace {

namespace options = boost::program_options;
using Clock = std::chrono::steady_clock;

constexpr double kMega = 1e6;

double peak_rss_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024 / kMega;
}

int fail(const newshound::Error& error) {
  std::fprintf(stderr, "index_bench: %s\n", error.message.c_str());
  return 1;
}

int run(const options::variables_map& given) {
  const auto input = given["input"].as<std::string>();
  const auto archive = given["index"].as<std::string>();
  if (std::filesystem::exists(archive)) return fail({newshound::Errc::usage, archive + " exists already", "", {}});
  newshound::ReadOptions read;
  for (const auto& pair : given["map"].as<std::vector<std::string>>()) {
    const auto equals = pair.find('=');
    read.map.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
  }
  newshound::IndexOptions index;
  index.threads = given["threads"].as<unsigned>();
  index.memory = given["memory"].as<std::uint64_t>() << 20;

  const auto start = Clock::now();
  auto reader = newshound::Reader::open({input}, read);
  if (!reader) return fail(reader.error());
  auto indexer = newshound::Indexer::open(archive, index);
  if (!indexer) return fail(indexer.error());
  while (auto item = reader->next()) {
    if (auto* article = std::get_if<newshound::Article>(&*item)) {
      const auto put = indexer->put(std::move(*article));
      if (!put && put.error().code != newshound::Errc::rejected) return fail(put.error());
    }
  }
  const auto report = indexer->commit();
  if (!report) return fail(report.error());
  const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
  std::printf("newshound index docs=%llu seconds=%.2f docs_per_s=%.0f mb_per_s=%.2f archive_mb=%.1f peak_rss_mb=%.0f\n",
              static_cast<unsigned long long>(report->articles), seconds,
              static_cast<double>(report->articles) / seconds,
              static_cast<double>(std::filesystem::file_size(input)) / kMega / seconds,
              static_cast<double>(report->archive_bytes) / kMega, peak_rss_mb());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  options::options_description description("index_bench");
  auto add = description.add_options();
  add("input", options::value<std::string>()->required(), "a file that newshound-index can read");
  add("index", options::value<std::string>()->required(), "archive to make");
  add("threads", options::value<unsigned>()->default_value(0), "worker threads; 0: one per core");
  add("memory", options::value<std::uint64_t>()->default_value(512), "MiB");
  add("map", options::value<std::vector<std::string>>()->composing()->default_value({}, ""),
      "as newshound-index --map");
  try {
    options::variables_map given;
    options::store(options::parse_command_line(argc, argv, description), given);
    options::notify(given);
    return run(given);
  } catch (const options::error& error) {
    std::fprintf(stderr, "index_bench: %s\n", error.what());
    return 2;
  }
}
