// What many small commits cost: the first articles of a file, some at a time.
//   commit_bench --input FILE --index DIR [--commits N] [--articles N]
// prints one line: newshound commits n=.. articles=.. seconds=.. mean_ms=.. max_ms=.. segments=.. archive_mb=..
// written_mb=.. written_per_byte=..
// The archive must not exist. written_mb is what the process handed to the system to write (wchar in Linux's
// /proc/self/io), written_per_byte that for each byte of the archive as it is at the end.
#include <newshound/newshound.h>

#include <boost/program_options.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <variant>

namespace {

namespace options = boost::program_options;
using Clock = std::chrono::steady_clock;

constexpr double kMega = 1e6;

int fail(const newshound::Error& error) {
  std::fprintf(stderr, "commit_bench: %s\n", error.message.c_str());
  return 1;
}

double bytes_written() {
  std::ifstream file("/proc/self/io");
  std::string name;
  double bytes = 0;
  while (file >> name >> bytes)
    if (name == "wchar:") return bytes;
  return 0;
}

// At most `articles` of the reader, put; false if there was none.
newshound::Result<bool> put_some(newshound::Reader& reader, newshound::Indexer& indexer, unsigned articles) {
  unsigned put = 0;
  while (put < articles) {
    auto item = reader.next();
    if (!item) break;
    auto* article = std::get_if<newshound::Article>(&*item);
    if (article == nullptr) continue;
    if (const auto done = indexer.put(std::move(*article)); !done) return done.error();
    ++put;
  }
  return put > 0;
}

int run(const options::variables_map& given) {
  const auto archive = given["index"].as<std::string>();
  if (std::filesystem::exists(archive)) return fail({newshound::Errc::usage, archive + " exists already", "", {}});
  auto reader = newshound::Reader::open({given["input"].as<std::string>()});
  if (!reader) return fail(reader.error());
  const double before = bytes_written();
  const auto start = Clock::now();
  double longest = 0;
  unsigned commits = 0;
  newshound::IndexReport last;
  while (commits < given["commits"].as<unsigned>()) {
    const auto begin = Clock::now();
    // A run of its own, as a script starts one.
    auto indexer = newshound::Indexer::open(archive);
    if (!indexer) return fail(indexer.error());
    const auto any = put_some(*reader, *indexer, given["articles"].as<unsigned>());
    if (!any) return fail(any.error());
    if (!*any) break;
    const auto report = indexer->commit();
    if (!report) return fail(report.error());
    last = *report;
    ++commits;
    longest = std::max(longest, std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
  }
  if (commits == 0) return fail({newshound::Errc::usage, "the input has no article", "", {}});
  const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
  const double written = bytes_written() - before;
  auto searcher = newshound::Searcher::open(archive);
  if (!searcher) return fail(searcher.error());
  const auto info = searcher->info();
  if (!info) return fail(info.error());
  std::printf(
      "newshound commits n=%u articles=%llu seconds=%.2f mean_ms=%.0f max_ms=%.0f segments=%llu archive_mb=%.1f "
      "written_mb=%.1f written_per_byte=%.1f\n",
      commits, static_cast<unsigned long long>(last.articles), seconds, seconds * 1e3 / commits, longest,
      static_cast<unsigned long long>(info->segments), static_cast<double>(last.archive_bytes) / kMega, written / kMega,
      written / static_cast<double>(last.archive_bytes));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  options::options_description description("commit_bench");
  auto add = description.add_options();
  add("input", options::value<std::string>()->required(), "a file that newshound-index can read");
  add("index", options::value<std::string>()->required(), "archive to make");
  add("commits", options::value<unsigned>()->default_value(200), "how many");
  add("articles", options::value<unsigned>()->default_value(100), "of each");
  try {
    options::variables_map given;
    options::store(options::parse_command_line(argc, argv, description), given);
    options::notify(given);
    return run(given);
  } catch (const options::error& error) {
    std::fprintf(stderr, "commit_bench: %s\n", error.what());
    return 2;
  }
}
