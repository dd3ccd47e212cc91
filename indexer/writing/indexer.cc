// The public Indexer: decides what each put means, hands the work to the pipeline, and publishes.
#include <newshound/indexer.h>

#include "indexer/format/dates.h"
#include "indexer/format/guard.h"
#include "indexer/format/record.h"
#include "indexer/understanding/understand.h"
#include "indexer/writing/archive.h"
#include "indexer/writing/article_check.h"
#include "indexer/writing/commit.h"
#include "indexer/writing/known_articles.h"
#include "indexer/writing/missing_articles.h"
#include "indexer/writing/pipeline.h"
#include "indexer/writing/segment_check.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <filesystem>
#include <optional>
#include <utility>

namespace newshound {
namespace {

constexpr std::uint64_t kLeastMemory = 64ULL << 20;

Day utc_today() {
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return static_cast<Day>(now.time_since_epoch().count());
}

}  // namespace

struct Indexer::State {
  State(const std::string& path, IndexOptions given)
      : options(given),
        archive(path, given.lock_wait, given.mode == IndexMode::rebuild, given.stop_waiting),
        scratch(archive.paths().segments() / writing::kScratch),
        pipeline(std::in_place, scratch, given.threads, given.memory) {
    if (!options.sync.empty()) missing.emplace(options.sync);
    if (options.mode == IndexMode::update)
      open_segments();
    else
      known.open({}, readable_segments());
    report.generation = archive.current().generation;
  }

  State(const State&) = delete;
  State& operator=(const State&) = delete;

  ~State() {
    pipeline.reset();
    std::error_code ignored;  // what stays is removed by the next writer
    std::filesystem::remove_all(scratch, ignored);
  }

  void open_segments() {
    std::vector<format::Segment> segments;
    for (const auto& entry : archive.current().segments) segments.emplace_back(archive.paths(), entry);
    known.open(std::move(segments));
  }

  // Those of the archive that a rebuild replaces, as far as they can be read: it needs nothing of them, but what they
  // know is kept.
  [[nodiscard]] std::vector<format::Segment> readable_segments() const {
    std::vector<format::Segment> segments;
    for (const auto& entry : archive.current().segments) try {
        segments.emplace_back(archive.paths(), entry);
      } catch (const std::exception&) {
        continue;
      }
    return segments;
  }

  // Long work asks here whether it is still wanted.
  void go_on_or_stop() const {
    if (options.stop && options.stop())
      throw format::Failure(Errc::stopped, "the commit to " + archive.paths().root().string() + " was given up");
  }

  // What was put is partly used up by a commit that failed: another would publish the rest as if it were all.
  void require_sound() const {
    if (commit_failed)
      throw format::Failure(Errc::io, "an earlier commit to " + archive.paths().root().string() + " failed",
                            "open the archive again and put the articles again");
  }

  PutOutcome put(Article article);
  void reject(Rejection rejection);
  SyncReport remove_missing();
  void commit();
  void publish();
  void ask_to_accept(const format::Manifest& next) const;
  std::vector<format::SegmentEntry> write_segments();
  void drop_what_came_to_nothing();

  IndexOptions options;
  writing::Archive archive;
  std::filesystem::path scratch;
  writing::KnownArticles known;
  std::optional<writing::MissingArticles> missing;  // where sources are to be compared
  IndexReport report;
  bool commit_failed = false;
  bool fresh = options.mode == IndexMode::rebuild;  // the next commit leaves out what is there
  std::optional<writing::Pipeline> pipeline;        // last: its threads end before what they use
};

PutOutcome Indexer::State::put(Article article) {
  require_sound();
  if (!article.day && article.published.known()) article.day = format::parse_day(article.published.value);
  if (const auto reason = writing::why_rejected(article, longest_article(options.memory))) {
    reject({article.source, article.line.value_or(0), 0, article.id, *reason});
    throw format::Failure(Errc::rejected, "cannot index article \"" + article.id + "\": " + *reason);
  }
  ++report.read;
  if (missing) missing->saw(article.id, article.source);
  const std::uint64_t hash = format::content_hash(article);
  const auto decision = known.put(article.id, hash, article.source);
  switch (decision.outcome) {
    case PutOutcome::unchanged:
      report.unchanged += 1 + decision.taken_back;
      report.replaced -= decision.taken_back;
      report.replaced_across_sources -= decision.taken_across;
      return decision.outcome;
    case PutOutcome::indexed:
      ++report.indexed;
      break;
    case PutOutcome::replaced:
      ++report.replaced;
      break;
  }
  if (decision.across_sources) ++report.replaced_across_sources;
  pipeline->put(std::move(article), hash, decision.added.value_or(options.today.value_or(utc_today())),
                decision.arrival);
  return decision.outcome;
}

void Indexer::State::reject(Rejection rejection) {
  if (missing) missing->rejected(rejection);
  report.rejected.push_back(std::move(rejection));
  ++report.read;
}

SyncReport Indexer::State::remove_missing() {
  require_sound();
  if (!missing)
    throw format::Failure(Errc::usage, "no source to compare with is named", "name some in IndexOptions::sync");
  auto found = missing->find(known.segments());
  const auto removed = static_cast<std::uint64_t>(
      std::count_if(found.ids.begin(), found.ids.end(), [this](const std::string& id) { return known.remove(id); }));
  report.removed += removed;
  return {removed, std::move(found.kept)};
}

void Indexer::State::commit() {
  require_sound();
  commit_failed = true;
  try {
    publish();
  } catch (...) {
    archive.remove_leftovers();
    throw;
  }
  commit_failed = false;
}

std::vector<format::SegmentEntry> Indexer::State::write_segments() {
  const auto checkpoint = [this] { go_on_or_stop(); };
  writing::GenerationWriter writer(archive.paths(), archive.next_generation(), options, checkpoint);
  // First: so a worker that failed is heard of before anything is written, and one worker and this thread never write
  // at the same time, which tests/faults counts on.
  const auto built = pipeline->drain(checkpoint);
  std::vector<format::SegmentEntry> segments;
  for (std::size_t i = 0; i < known.segments().size(); ++i)
    if (auto entry = writer.with_dead(known.segments()[i], known.newly_dead()[i]))
      segments.push_back(std::move(*entry));
  if (auto entry = writer.merge_built(built, known.dead_arrivals())) segments.push_back(std::move(*entry));
  std::filesystem::remove_all(scratch);
  return writer.keep_few(std::move(segments));
}

// Articles that the pipeline has and no commit wants.
void Indexer::State::drop_what_came_to_nothing() {
  if (known.dead_arrivals().empty()) return;
  (void)pipeline->drain([this] { go_on_or_stop(); });
  std::filesystem::remove_all(scratch);
  open_segments();
}

// Of an archive that has the generation as its current one and shares the segments.
void Indexer::State::ask_to_accept(const format::Manifest& next) const {
  if (!options.accept) return;
  const writing::Candidate candidate(archive.paths(), next);
  if (const auto accepted = options.accept(candidate.path()); !accepted) throw format::Failure(accepted.error());
}

void Indexer::State::publish() {
  if (!known.changed() && !fresh && !archive.is_new()) {
    report.articles = archive.current().articles();
    report.archive_bytes = archive.current().bytes();
    report.generation = archive.current().generation;
    return drop_what_came_to_nothing();
  }
  auto segments = write_segments();
  // A rebuild replaces everything at once, so what it made must be proven before.
  for (const auto& entry : segments) {
    go_on_or_stop();
    if (fresh) writing::check_segment(archive.paths(), entry);
  }
  const bool only_removed = !known.any_new() && !fresh && !archive.is_new();
  auto next = archive.next_manifest(std::move(segments), fresh ? "rebuild" : only_removed ? "remove" : "add");
  report.verified = fresh;
  ask_to_accept(next);
  report.articles = next.articles();
  report.archive_bytes = next.bytes();
  report.generation = next.generation;
  if (!options.swap) {
    archive.set_aside(next);
    return known.open({}, readable_segments());
  }
  archive.publish(std::move(next), options.keep);
  open_segments();
  fresh = false;
  report.cut_tokens = pipeline->cut_tokens();
}

Result<Article> understood(Article article) {
  return format::guard("complete article \"" + article.id + "\"", [&] {
    if (!article.day && article.published.known()) article.day = format::parse_day(article.published.value);
    understanding::understand(article);
    return std::move(article);
  });
}

std::uint64_t longest_article(std::uint64_t memory) { return memory / 80; }

Indexer::Indexer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Indexer::Indexer(Indexer&&) noexcept = default;
Indexer& Indexer::operator=(Indexer&&) noexcept = default;
Indexer::~Indexer() = default;

Result<Indexer> Indexer::open(const std::string& path, IndexOptions options) {
  if (options.memory < kLeastMemory)
    return Error{Errc::usage, "indexing needs at least 64 MiB of memory", "allow it more", {}};
  const bool is_rebuild = options.mode == IndexMode::rebuild;
  if (is_rebuild && !options.sync.empty())
    return Error{
        Errc::usage, "a rebuild has no articles to compare with a source", "leave IndexOptions::sync empty", {}};
  if (!is_rebuild && !options.swap)
    return Error{Errc::usage, "only a rebuild can wait for its swap", "leave IndexOptions::swap true", {}};
  return format::guard("open " + path + " for writing",
                       [&] { return Indexer(std::make_unique<State>(path, options)); });
}

Result<PutOutcome> Indexer::put(Article article) {
  const std::string task = "index article \"" + article.id + "\"";
  return format::guard(task, [&] { return state_->put(std::move(article)); });
}

Result<void> Indexer::reject(Rejection rejection) {
  return format::guard("note a rejected document", [&] { state_->reject(std::move(rejection)); });
}

Result<bool> Indexer::remove(const std::string& id) {
  return format::guard("remove article \"" + id + "\"", [&] {
    state_->require_sound();
    const bool was_there = state_->known.remove(id);
    if (was_there) ++state_->report.removed;
    return was_there;
  });
}

Result<SyncReport> Indexer::remove_missing() {
  return format::guard("compare the archive with its sources", [&] { return state_->remove_missing(); });
}

Result<IndexReport> Indexer::commit() {
  return format::guard("commit to " + state_->archive.paths().root().string(), [&] {
    state_->commit();
    return state_->report;
  });
}

const IndexReport& Indexer::report() const { return state_->report; }

}  // namespace newshound
