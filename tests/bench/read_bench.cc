// How fast a source is read into articles, and in how much memory, on one core:
//   read_bench FILE...
// prints one line for each: newshound read file=.. articles=.. rejected=.. seconds=.. mb_per_s=.. peak_rss_mb=..
// mb_per_s counts the bytes of the input as stored; peak_rss_mb is that of the process so far.
#include <newshound/reader.h>

#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <string>
#include <variant>

namespace {

constexpr double kMega = 1e6;

double peak_rss_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024 / kMega;
}

int read(const std::string& file) {
  const auto start = std::chrono::steady_clock::now();
  auto reader = newshound::Reader::open({file});
  if (!reader) {
    std::fprintf(stderr, "read_bench: %s\n", reader.error().message.c_str());
    return 1;
  }
  unsigned long articles = 0;
  unsigned long rejected = 0;
  while (auto item = reader->next()) ++(std::holds_alternative<newshound::Article>(*item) ? articles : rejected);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  std::printf("newshound read file=%s articles=%lu rejected=%lu seconds=%.3f mb_per_s=%.1f peak_rss_mb=%.1f\n",
              file.c_str(), articles, rejected, seconds.count(),
              static_cast<double>(reader->bytes_read()) / kMega / seconds.count(), peak_rss_mb());
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    std::fprintf(stderr, "usage: read_bench FILE...\n");
    return 2;
  }
  for (int i = 1; i < count; ++i)
    if (const int failed = read(arguments[i]); failed != 0) return failed;
  return 0;
}
