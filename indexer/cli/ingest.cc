#include "indexer/cli/ingest.h"

#include "indexer/cli/gate_check.h"
#include "indexer/cli/progress.h"
#include "indexer/cli/report_file.h"
#include "indexer/cli/run_report.h"
#include "indexer/cli/scratch_archive.h"
#include "indexer/cli/source_check.h"
#include "indexer/cli/stop_signal.h"
#include "indexer/format/program/counted.h"
#include "indexer/format/program/error_line.h"
#include "indexer/format/program/exit_codes.h"

#include <newshound/searcher.h>

#include <algorithm>
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

  // Its exit code. However the run ends, its report is written.
  int go() {
    if (const auto fault = refuse_report()) return fail(*fault);
    return report(run());
  }

  // The same for a run that has no archive.
  int refuse(const Error& error) {
    if (const auto fault = refuse_report()) return fail(*fault);
    return report(fail(error));
  }

 private:
  [[nodiscard]] std::optional<Error> refuse_report() const {
    const RunPlaces places{options_.operands, options_.gate, report_.archive};
    if (const auto apart = require_report_apart(options_.report, places); !apart) return apart.error();
    if (const auto place = require_report_place(options_.report); !place) return place.error();
    return {};
  }

  int run() {
    if (const auto fault = take_gate()) return fail(*fault);
    if (const auto readable = require_readable(options_.operands); rebuild_ && !readable) return fail(readable.error());
    ReadOptions reading = options_.read;
    reading.stop = [] { return stop_signal() != 0; };
    reading.max_document = longest_document();
    auto reader = Reader::open(options_.operands, std::move(reading));
    if (!reader) return fail(reader.error());
    const auto before = current_generation(report_.archive);
    // A rebuild does not need what is there; one that is damaged is what it is for.
    if (!before && !rebuild_) return fail(before.error());
    if (before && *before) before_ = **before;
    auto indexer = open();
    if (!indexer) return fail(indexer.error());
    auto fault = read_all(*reader, *indexer);
    if (!fault) fault = sync(*indexer);
    if (!fault) fault = publish(*indexer);
    report_.counts = indexer->report();
    if (fault) return fail(*fault, &*reader);
    return finish(*reader);
  }

  std::optional<Error> take_gate() {
    if (options_.gate.empty()) return {};
    auto gate = read_gate(options_.gate);
    if (!gate) return gate.error();
    gate_ = *std::move(gate);
    if (gate_.lines.empty()) warn(gate_.path + ": no line that must hold, so every run passes");
    return {};
  }

  [[nodiscard]] std::uint64_t longest_document() const {
    return std::min(options_.read.max_document, longest_article(options_.writing.memory));
  }

  Result<Indexer> open() {
    IndexOptions writing = options_.writing;
    writing.mode = rebuild_ ? IndexMode::rebuild : IndexMode::update;
    writing.stop_waiting = [] { return stop_signal() != 0; };
    if (rebuild_) writing.stop = writing.stop_waiting;
    if (options_.sync) writing.sync = options_.operands;
    writing.swap = options_.swap;
    if (!gate_.lines.empty()) writing.accept = [this](const std::string& candidate) { return accept(candidate); };
    const bool compare = !rebuild_ && before_ > 0;
    if (!options_.dry_run || compare) return Indexer::open(report_.archive, writing);
    auto scratch = ScratchArchive::make();
    if (!scratch) return scratch.error();
    scratch_ = *std::move(scratch);
    return Indexer::open(scratch_->path(), writing);
  }

  std::optional<Error> read_all(Reader& reader, Indexer& indexer) {
    while (stop_signal() == 0 && !past_count_limit(indexer.report())) {
      auto item = reader.next();
      if (!item) return {};
      if (auto fault = take(indexer, *std::move(item))) return fault;
      if (progress_.due()) progress_.show(state(reader, indexer.report()));
      if (auto fault = commit_in_between(indexer)) return fault;
    }
    return {};
  }

  // An article that is rejected is no fault of the run.
  static std::optional<Error> take(Indexer& indexer, std::variant<Article, Rejection> item) {
    if (auto* rejection = std::get_if<Rejection>(&item)) {
      const auto noted = indexer.reject(std::move(*rejection));
      return noted ? std::optional<Error>() : noted.error();
    }
    const auto outcome = indexer.put(std::get<Article>(std::move(item)));
    return outcome || outcome.error().code == Errc::rejected ? std::optional<Error>() : outcome.error();
  }

  // So that little is lost when something ends the run. Never where the whole may yet be refused.
  std::optional<Error> commit_in_between(Indexer& indexer) {
    if (rebuild_ || options_.dry_run || options_.error_limit.any() || !gate_.lines.empty()) return {};
    if (Clock::now() - last_commit_ < kCommitInterval) return {};
    const auto committed = indexer.commit();
    if (!committed) return committed.error();
    report_.swapped = committed->generation != before_;
    last_commit_ = Clock::now();
    return {};
  }

  // Only where every source was read to its end.
  std::optional<Error> sync(Indexer& indexer) {
    if (!options_.sync || stop_signal() != 0 || past_count_limit(indexer.report())) return {};
    const auto synced = indexer.remove_missing();
    if (!synced) return synced.error();
    for (const auto& reason : synced->kept) warn(reason);
    return {};
  }

  // A dry run asks the gate and goes no further.
  Result<void> accept(const std::string& candidate_path) {
    const auto passed = pass_gate(candidate_path);
    if (!passed || !options_.dry_run) return passed;
    return Error{Errc::stopped, "a dry run commits nothing", {}, {}};
  }

  // Errc::gate if a line does not hold; the lines stand in the report.
  Result<void> pass_gate(const std::string& candidate_path) {
    auto candidate = Searcher::open(candidate_path);
    if (!candidate) return candidate.error();
    auto before = Searcher::open(report_.archive);
    if (!before && before_ > 0)
      warn("what readers see now cannot be read, so no count is compared: " + before.error().message);
    auto failed = failures(gate_, *candidate, before ? &*before : nullptr);
    if (!failed) return failed.error();
    report_.gate_failures = *std::move(failed);
    if (report_.gate_failures.empty()) return {};
    return Error{Errc::gate,
                 gate_.path + ": " + std::to_string(report_.gate_failures.size()) + " of " +
                     program::counted(gate_.lines.size(), "line") + " failed, nothing was committed",
                 "the old generation is still served; see the lines above",
                 {}};
  }

  std::optional<Error> publish(Indexer& indexer) {
    const auto whole = require_whole(indexer.report().rejected);
    if (rebuild_ && options_.error_limit.any() && !whole) return whole.error();
    past_limit_ = past_count_limit(indexer.report()) || past_percent_limit(indexer.report());
    const bool is_over = past_limit_ || (rebuild_ && stop_signal() != 0);
    if (is_over || (options_.dry_run && gate_.lines.empty())) return {};
    const auto committed = indexer.commit();
    if (!committed && committed.error().code == Errc::stopped) return {};
    if (!committed && committed.error().code == Errc::gate) {
      refused_ = committed.error();
      return {};
    }
    if (!committed) return committed.error();
    if (options_.dry_run) return {};  // nothing had changed, so the gate was not asked
    report_.committed = true;
    report_.swapped = options_.swap && committed->generation != before_;
    report_.set_aside = !options_.swap;
    return describe();
  }

  // What only the finished archive can tell.
  std::optional<Error> describe() {
    auto searcher = Searcher::open(report_.archive);
    if (!searcher) return searcher.error();
    auto info = searcher->info();
    if (!info) return info.error();
    report_.analyser = info->analyser;
    return {};
  }

  int finish(const Reader& reader) {
    note_end(&reader);
    warn_of(reader);
    streams_.errors << rejection_lines(report_.counts.rejected) << gate_lines(gate_.path, report_.gate_failures);
    if (past_limit_) say(limit_error());
    if (refused_) say(*refused_);
    report_.outcome = outcome();
    streams_.out << summary(report_);
    return exit_code();
  }

  void note_end(const Reader* reader) {
    report_.seconds = std::chrono::duration<double>(Clock::now() - start_).count();
    if (reader == nullptr) return;
    report_.input_bytes = reader->bytes_read();
    progress_.finish(state(*reader, report_.counts));
  }

  // `code`, unless the report cannot be written.
  int report(int code) {
    if (options_.report.empty()) return code;
    report_.exit_code = code;
    report_.peak_rss_bytes = peak_resident_bytes();
    const auto written = write_report(options_.report, report_);
    if (written) return code;
    say(written.error());
    return stop_signal() != 0 ? code : program::kInputOutput;
  }

  [[nodiscard]] RunOutcome outcome() const {
    if (stop_signal() != 0) return RunOutcome::stopped;
    if (refused_) return RunOutcome::gate;
    if (past_limit_) return RunOutcome::rejected;
    if (options_.dry_run) return RunOutcome::dry_run;
    if (report_.set_aside) return RunOutcome::set_aside;
    return report_.swapped ? RunOutcome::swapped : RunOutcome::unchanged;
  }

  [[nodiscard]] int exit_code() const {
    if (stop_signal() != 0) return 128 + stop_signal();
    if (refused_) return program::kGate;
    return report_.counts.rejected.empty() ? program::kDone : program::kRejected;
  }

  void warn(const std::string& text) { streams_.errors << program::warning_line(kProgram, text) << '\n'; }

  void warn_of(const Reader& reader) {
    for (const auto& warning : reader.warnings()) warn(warning);
    const auto& rejected = report_.counts.rejected;
    const bool is_cut = longest_document() < options_.read.max_document;
    if (is_cut && std::any_of(rejected.begin(), rejected.end(),
                              [](const auto& one) { return one.reason.starts_with("longer than "); }))
      warn("documents longer than " + readable_size(longest_document()) +
           " were rejected: with more --memory longer ones are indexed");
    if (report_.counts.read == 0 && reader.warnings().empty() && stop_signal() == 0)
      warn(options_.operands[0] + ": holds no article");
    if (stop_signal() == 0) return;
    const char* kept = report_.committed ? "what was read until then is kept" : "nothing was committed";
    warn(std::string("stopped by a signal: ") + kept);
  }

  [[nodiscard]] bool past_count_limit(const IndexReport& counts) const {
    return options_.error_limit.count && counts.rejected.size() > *options_.error_limit.count;
  }

  [[nodiscard]] bool past_percent_limit(const IndexReport& counts) const {
    if (!options_.error_limit.percent) return false;
    return static_cast<double>(counts.rejected.size()) * 100 >
           *options_.error_limit.percent * static_cast<double>(counts.read);
  }

  [[nodiscard]] Error limit_error() const {
    const bool none_allowed = options_.error_limit.count == std::uint64_t{0};
    return {Errc::rejected,
            none_allowed ? "a document was rejected: nothing was committed"
                         : "too many documents were rejected: nothing was committed",
            none_allowed ? "--on-error skip goes on without it" : "--max-errors says how many are allowed",
            {}};
  }

  [[nodiscard]] static ProgressState state(const Reader& reader, const IndexReport& counts) {
    return {counts.read, counts.rejected.size(), reader.bytes_read(), reader.bytes_total()};
  }

  void say(const Error& error) {
    report_.error = error;
    streams_.errors << program::error_line(kProgram, error) << '\n';
  }

  int fail(const Error& error, const Reader* reader = nullptr) {
    note_end(reader);
    say(error);
    report_.outcome = stop_signal() != 0 ? RunOutcome::stopped : RunOutcome::error;
    return stop_signal() != 0 ? 128 + stop_signal() : program::exit_code(error.code);
  }

  const Options& options_;
  const Streams& streams_;
  bool rebuild_;
  Progress progress_;
  std::optional<ScratchArchive> scratch_;
  Gate gate_;
  std::optional<Error> refused_;  // by the gate
  RunReport report_;
  std::uint64_t before_ = 0;  // generation
  bool past_limit_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_commit_ = start_;
};

}  // namespace

int ingest(const Options& options, const std::string& archive, const Environment& environment, const Streams& streams) {
  return Ingest(options, archive, environment, streams).go();
}

int refuse_ingest(const Options& options, const Error& error, const Environment& environment, const Streams& streams) {
  return Ingest(options, {}, environment, streams).refuse(error);
}

}  // namespace newshound::index_cli
