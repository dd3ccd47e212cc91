#include "indexer/cli/ingest.h"

#include "indexer/cli/progress.h"
#include "indexer/cli/run_report.h"
#include "indexer/cli/scratch_archive.h"
#include "indexer/cli/stop_signal.h"
#include "indexer/format/program/error_line.h"
#include "indexer/format/program/exit_codes.h"

#include <newshound/searcher.h>

#include <chrono>
#include <optional>
#include <utility>
#include <variant>

namespace newshound::index_cli {
namespace {

using Clock = std::chrono::steady_clock;

// Well under the minute of work that may be lost, so that the commit itself fits in.
constexpr auto kCommitInterval = std::chrono::seconds(45);

ProgressStyle progress_style(ProgressMode mode, const Environment& environment) {
  if (mode == ProgressMode::jsonl) return ProgressStyle::jsonl;
  return mode == ProgressMode::automatic && environment.errors_terminal ? ProgressStyle::bar : ProgressStyle::none;
}

// The generation an archive is at; empty if there is no archive.
Result<std::optional<std::uint64_t>> current_generation(const std::string& archive) {
  const auto kept = generations(archive);
  if (!kept && kept.error().code == Errc::archive_not_found) return std::optional<std::uint64_t>();
  if (!kept) return kept.error();
  for (const auto& generation : *kept)
    if (generation.current) return std::optional<std::uint64_t>(generation.number);
  return std::optional<std::uint64_t>();
}

class Ingest {
 public:
  Ingest(const Options& options, const std::string& archive, const Environment& environment, const Streams& streams)
      : options_(options),
        streams_(streams),
        rebuild_(options.command == Command::rebuild),
        progress_(progress_style(options.progress, environment), streams.errors) {
    report_.archive = archive;
    report_.dry_run = options.dry_run;
  }

  int go() {
    ReadOptions reading = options_.read;
    reading.stop = [] { return stop_signal() != 0; };
    auto reader = Reader::open(options_.operands, std::move(reading));
    if (!reader) return fail(reader.error());
    const auto before = current_generation(report_.archive);
    // A rebuild does not need what is there; one that is damaged is what it is for.
    if (!before && !rebuild_) return fail(before.error());
    if (before && *before) before_ = **before;
    auto indexer = open();
    if (!indexer) return fail(indexer.error());
    if (auto fault = read_all(*reader, *indexer)) return fail(*fault, &*reader);
    if (auto fault = publish(*indexer)) return fail(*fault, &*reader);
    return finish(*reader);
  }

 private:
  Result<Indexer> open() {
    IndexOptions writing = options_.writing;
    writing.mode = rebuild_ ? IndexMode::rebuild : IndexMode::update;
    const bool compare = !rebuild_ && before_ > 0;
    if (!options_.dry_run || compare) return Indexer::open(report_.archive, writing);
    auto scratch = ScratchArchive::make();
    if (!scratch) return scratch.error();
    scratch_ = *std::move(scratch);
    return Indexer::open(scratch_->path(), writing);
  }

  std::optional<Error> read_all(Reader& reader, Indexer& indexer) {
    while (stop_signal() == 0 && !past_count_limit()) {
      auto item = reader.next();
      if (!item) return {};
      ++report_.counts.read;
      if (auto* rejection = std::get_if<Rejection>(&*item)) {
        report_.counts.rejected.push_back(*rejection);
        indexer.reject(std::move(*rejection));
      } else if (auto fault = put(indexer, std::get<Article>(std::move(*item)))) {
        return fault;
      }
      if (progress_.due()) progress_.show(state(reader));
      if (auto fault = commit_in_between(indexer)) return fault;
    }
    return {};
  }

  std::optional<Error> put(Indexer& indexer, Article article) {
    Rejection rejection{article.source, article.line.value_or(0), 0, article.id, {}};
    const auto outcome = indexer.put(std::move(article));
    IndexReport& counts = report_.counts;
    if (!outcome) {
      if (outcome.error().code != Errc::rejected) return outcome.error();
      rejection.reason = outcome.error().message;
      counts.rejected.push_back(std::move(rejection));
    } else {
      ++(*outcome == PutOutcome::indexed    ? counts.indexed
         : *outcome == PutOutcome::replaced ? counts.replaced
                                            : counts.unchanged);
    }
    return {};
  }

  // So that little is lost when something ends the run. Never where the whole may yet be refused.
  std::optional<Error> commit_in_between(Indexer& indexer) {
    if (rebuild_ || options_.dry_run || options_.error_limit.any()) return {};
    if (Clock::now() - last_commit_ < kCommitInterval) return {};
    const auto committed = indexer.commit();
    if (!committed) return committed.error();
    last_commit_ = Clock::now();
    return {};
  }

  std::optional<Error> publish(Indexer& indexer) {
    past_limit_ = past_count_limit() || past_percent_limit();
    const bool discard = options_.dry_run || past_limit_ || (rebuild_ && stop_signal() != 0);
    if (discard) return {};
    auto committed = indexer.commit();
    if (!committed) return committed.error();
    report_.counts = *std::move(committed);
    report_.committed = true;
    report_.swapped = report_.counts.generation != before_;
    return describe();
  }

  // What only the finished archive can tell.
  std::optional<Error> describe() {
    auto searcher = Searcher::open(report_.archive);
    if (!searcher) return searcher.error();
    auto info = searcher->info();
    if (!info) return info.error();
    report_.analyser = info->analyser;
    if (!rebuild_) return {};
    auto verified = verify(report_.archive);
    if (!verified) return verified.error();
    report_.verified = verified->faults.empty();
    faults_ = std::move(verified->faults);
    return {};
  }

  int finish(const Reader& reader) {
    progress_.finish(state(reader));
    if (!report_.committed) report_.counts.generation = before_;
    report_.seconds = std::chrono::duration<double>(Clock::now() - start_).count();
    report_.input_bytes = reader.bytes_read();
    report_.peak_rss_bytes = peak_resident_bytes();
    warn(reader);
    streams_.errors << rejection_lines(report_.counts.rejected);
    for (const auto& fault : faults_) say({Errc::damaged, fault, "", {}});
    if (past_limit_)
      say({Errc::rejected, "too many rejected documents: nothing was committed", "see --max-errors", {}});
    streams_.out << summary(report_);
    const int code = exit_code();
    if (options_.report.empty()) return code;
    const auto written = write_report(options_.report, report_);
    if (written) return code;
    say(written.error());
    return stop_signal() != 0 ? code : program::kInputOutput;
  }

  [[nodiscard]] int exit_code() const {
    if (stop_signal() != 0) return 128 + stop_signal();
    if (!faults_.empty()) return program::kDamaged;
    return report_.counts.rejected.empty() ? program::kDone : program::kRejected;
  }

  void warn(const Reader& reader) {
    for (const auto& warning : reader.warnings()) streams_.errors << program::warning_line(kProgram, warning) << '\n';
    if (report_.counts.read == 0 && reader.warnings().empty() && stop_signal() == 0)
      streams_.errors << program::warning_line(kProgram, options_.operands[0] + ": holds no article") << '\n';
    if (stop_signal() == 0) return;
    const char* kept = report_.committed ? "what was read until then is kept" : "nothing was committed";
    streams_.errors << program::warning_line(kProgram, std::string("stopped by a signal: ") + kept) << '\n';
  }

  [[nodiscard]] bool past_count_limit() const {
    return options_.error_limit.count && report_.counts.rejected.size() > *options_.error_limit.count;
  }

  [[nodiscard]] bool past_percent_limit() const {
    if (!options_.error_limit.percent) return false;
    return static_cast<double>(report_.counts.rejected.size()) * 100 >
           *options_.error_limit.percent * static_cast<double>(report_.counts.read);
  }

  [[nodiscard]] ProgressState state(const Reader& reader) const {
    return {report_.counts.read, report_.counts.rejected.size(), reader.bytes_read(), reader.bytes_total()};
  }

  void say(const Error& error) { streams_.errors << program::error_line(kProgram, error) << '\n'; }

  int fail(const Error& error, const Reader* reader = nullptr) {
    if (reader != nullptr) progress_.finish(state(*reader));
    say(error);
    return stop_signal() != 0 ? 128 + stop_signal() : program::exit_code(error.code);
  }

  const Options& options_;
  const Streams& streams_;
  bool rebuild_;
  Progress progress_;
  std::optional<ScratchArchive> scratch_;
  RunReport report_;
  std::uint64_t before_ = 0;  // generation
  bool past_limit_ = false;
  std::vector<std::string> faults_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_commit_ = start_;
};

}  // namespace

int ingest(const Options& options, const std::string& archive, const Environment& environment, const Streams& streams) {
  return Ingest(options, archive, environment, streams).go();
}

}  // namespace newshound::index_cli
