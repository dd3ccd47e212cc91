// Takes the sample; what it means stands in plan.cc.
#include "indexer/cli/plan.h"
#include "indexer/cli/run_report.h"
#include "indexer/cli/scratch_archive.h"
#include "indexer/cli/stop_signal.h"
#include "indexer/format/program/error_line.h"
#include "indexer/format/program/exit_codes.h"

#include <chrono>
#include <utility>
#include <variant>

namespace newshound::index_cli {
namespace {

Result<Sample> take_sample(const Options& options) {
  const auto start = std::chrono::steady_clock::now();
  ReadOptions reading = options.read;
  reading.stop = [] { return stop_signal() != 0; };
  auto reader = Reader::open(options.operands, std::move(reading));
  if (!reader) return reader.error();
  auto scratch = ScratchArchive::make();
  if (!scratch) return scratch.error();
  auto indexer = Indexer::open(scratch->path(), options.writing);
  if (!indexer) return indexer.error();

  Sample sample;
  sample.input_bytes_total = reader->bytes_total();
  while (sample.articles < options.sample) {
    auto item = reader->next();
    sample.is_whole = !item;
    if (!item) break;
    auto* article = std::get_if<Article>(&*item);
    const auto put = article != nullptr ? indexer->put(std::move(*article)) : Result<PutOutcome>(Error{Errc::rejected});
    if (!put && put.error().code != Errc::rejected) return put.error();
    ++(put ? sample.articles : sample.rejected);
  }
  sample.input_bytes = reader->bytes_read();
  const auto report = indexer->commit();
  if (!report) return report.error();
  sample.archive_bytes = report->archive_bytes;
  sample.peak_rss_bytes = peak_resident_bytes();
  sample.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return sample;
}

}  // namespace

int plan(const Options& options, const Streams& streams) {
  const auto sample = take_sample(options);
  if (stop_signal() != 0) return 128 + stop_signal();
  if (!sample) {
    streams.errors << program::error_line(kProgram, sample.error()) << '\n';
    return program::exit_code(sample.error().code);
  }
  const auto planned = plan_of(*sample, options.writing.keep);
  if (options.json)
    streams.out << plan_json(*sample, planned, options) << '\n';
  else
    streams.out << plan_text(*sample, planned, options);
  return planned ? program::kDone : program::kNothing;
}

}  // namespace newshound::index_cli
