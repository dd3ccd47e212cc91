#include "indexer/writing/archive.h"

#include "indexer/format/analysis.h"
#include "indexer/format/guard.h"
#include "indexer/format/segment.h"
#include "indexer/format/stored_file.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace newshound::writing {
namespace {

namespace fs = std::filesystem;
using format::Manifest;

constexpr const char* kCandidate = "candidate";

// True if an archive is to be made at `root`; throws if something else is there.
bool is_free(const format::ArchivePaths& paths) {
  if (fs::exists(paths.manifest())) return false;
  if (!fs::exists(paths.root())) return true;
  // A writer that was killed before its first commit leaves these behind.
  static const std::set<std::string> kOurs = {"LOCK", "generations", "segments", "MANIFEST.new", kCandidate};
  if (!fs::is_directory(paths.root()))
    throw format::Failure(Errc::archive_not_found, paths.root().string() + " is not an archive but a file",
                          "name a directory");
  for (const auto& entry : fs::directory_iterator(paths.root()))
    if (!kOurs.contains(entry.path().filename().string()))
      throw format::Failure(Errc::archive_not_found,
                            paths.root().string() + " is not an archive: it has no MANIFEST and is not empty",
                            "name another directory");
  return true;
}

// Makes the directory and those above it, each safe against a power loss: an archive is not there if its directory is
// not. Those that are there too, because a writer that was killed may have made them a moment ago; but only as far as
// that goes, because most belong to somebody else.
void make_durable_directory(const fs::path& directory) {
  const auto parent = directory.parent_path();
  if (directory.empty() || directory == parent) return;
  make_durable_directory(parent);
  if (fs::create_directory(directory))
    format::sync_directory(parent);
  else
    (void)format::guard("sync " + parent.string(), [&] { format::sync_directory(parent); });
}

fs::path prepared(const fs::path& root, bool is_new) {
  if (is_new) make_durable_directory(fs::absolute(root).lexically_normal());
  return root;
}

// A generation's copy, "00000042.json"; anything else in that directory was left by a killed writer.
bool is_generation_file(const fs::path& path) { return path.extension() == ".json"; }

// Neither a current generation nor one to go back to.
bool is_empty_archive(const format::ArchivePaths& paths) {
  return !fs::exists(paths.manifest()) && !format::has_generations(paths);
}

// Empty if the file is damaged, of another version or gone. That the system refuses to read it is an error: what it
// names must not be taken for unnamed.
std::optional<Manifest> read_generation(const fs::path& path) {
  const auto read = format::guard("read " + path.string(),
                                  [&] { return format::decode_manifest(format::read_file(path), path.string()); });
  if (read) return *read;
  if (read.error().code != Errc::damaged && read.error().code != Errc::wrong_version && fs::exists(path))
    throw format::Failure(read.error());
  return {};
}

// Those that cannot be read though they were written in this format: what they name is not known, and may be wanted
// once the file is restored.
std::vector<fs::path> damaged_generations(const format::ArchivePaths& paths) {
  std::vector<fs::path> damaged;
  if (!fs::exists(paths.generations())) return damaged;
  for (const auto& entry : fs::directory_iterator(paths.generations())) {
    if (!is_generation_file(entry.path())) continue;
    const auto read = format::guard("read " + entry.path().string(), [&] {
      return format::decode_manifest(format::read_file(entry.path()), entry.path().string());
    });
    if (!read && read.error().code == Errc::damaged) damaged.push_back(entry.path());
  }
  return damaged;
}

std::uint64_t number_of(const fs::path& generation_file) {
  return std::strtoull(generation_file.stem().c_str(), nullptr, 10);
}

// Names of everything a manifest needs in segments/.
void add_names(const Manifest& manifest, std::set<fs::path>& names) {
  for (const auto& segment : manifest.segments) {
    const fs::path directory = segment.name;
    names.insert(directory);
    for (const auto& file : segment.files()) names.insert(directory / file.name);
  }
}

}  // namespace

std::string timestamp() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  ::gmtime_r(&now, &utc);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
  return text.data();
}

std::vector<Manifest> readable_generations(const format::ArchivePaths& paths) {
  std::vector<Manifest> readable;
  if (!fs::exists(paths.generations())) return readable;
  for (const auto& entry : fs::directory_iterator(paths.generations())) {
    if (!is_generation_file(entry.path())) continue;
    if (auto manifest = read_generation(entry.path())) readable.push_back(std::move(*manifest));
  }
  std::sort(readable.begin(), readable.end(), [](const auto& a, const auto& b) { return a.generation < b.generation; });
  return readable;
}

std::vector<Manifest> kept_generations(const format::ArchivePaths& paths) {
  Manifest current = format::read_current_manifest(paths);
  auto kept = readable_generations(paths);
  std::erase_if(kept, [&](const auto& manifest) { return manifest.generation == current.generation; });
  const auto place = std::find_if(kept.begin(), kept.end(),
                                  [&](const auto& manifest) { return manifest.generation > current.generation; });
  kept.insert(place, std::move(current));
  return kept;
}

std::vector<fs::path> unnamed_files(const format::ArchivePaths& paths) {
  std::set<fs::path> names;
  if (!is_empty_archive(paths))
    for (const auto& manifest : kept_generations(paths)) add_names(manifest, names);
  std::vector<fs::path> unnamed;
  std::error_code gone;  // by a writer at work, while verify() looks
  const bool all_names_are_known = damaged_generations(paths).empty();
  if (all_names_are_known && fs::exists(paths.segments())) {
    for (auto entry = fs::recursive_directory_iterator(paths.segments(), gone);
         entry != fs::recursive_directory_iterator(); entry.increment(gone)) {
      if (names.contains(entry->path().lexically_relative(paths.segments()))) continue;
      unnamed.push_back(entry->path());
      if (entry->is_directory(gone)) entry.disable_recursion_pending();
    }
  }
  if (fs::exists(paths.generations()))
    for (const auto& entry : fs::directory_iterator(paths.generations()))
      if (!is_generation_file(entry.path())) unnamed.push_back(entry.path());
  auto half_written = paths.manifest();
  half_written += ".new";
  if (fs::exists(half_written)) unnamed.push_back(half_written);
  if (fs::exists(paths.root() / kCandidate)) unnamed.push_back(paths.root() / kCandidate);
  std::sort(unnamed.begin(), unnamed.end());
  return unnamed;
}

Archive::Archive(const fs::path& root, std::chrono::milliseconds lock_wait, bool ignore_content,
                 const std::function<bool()>& stop_waiting)
    : paths_(root),
      is_new_(is_free(paths_)),
      lock_(format::ArchivePaths(prepared(root, is_new_)).lock(), lock_wait, stop_waiting) {
  // Another writer may have made the archive while this one waited for the lock.
  is_new_ = is_empty_archive(paths_);
  make_directories();
  read_current(ignore_content);
  last_generation_ = current_.generation;
  for (const auto& entry : fs::directory_iterator(paths_.generations()))
    last_generation_ = std::max(last_generation_, number_of(entry.path()));
  run_ = next_generation();
  base_ = current_.generation;
  if (current_.generation > 0) finish_interrupted_commit();
  remove_unnamed_files();
  fs::remove_all(paths_.segments() / kScratch);  // also where nothing tells which other files are named
}

void Archive::read_current(bool ignore_content) {
  if (is_new_) {
    current_.analyser = format::kAnalyserVersion;
    return;
  }
  const auto read = format::guard("read the archive", [&] { return format::read_current_manifest(paths_); });
  if (read)
    current_ = *read;
  else if (!ignore_content || read.error().code == Errc::io)
    throw format::Failure(read.error());
}

void Archive::make_directories() {
  fs::create_directories(paths_.generations());
  fs::create_directories(paths_.segments());
  format::sync_directory(paths_.root());
}

void Archive::finish_interrupted_commit() {
  const auto copy = paths_.generation(current_.generation);
  const std::string text = format::encode_manifest(current_);
  if (!fs::exists(copy) || format::read_file(copy) != text) format::replace_file(copy, text);
}

Manifest Archive::next_manifest(std::vector<format::SegmentEntry> segments, const std::string& command) const {
  Manifest next;
  next.generation = next_generation();
  next.run = run_;
  next.base = base_;
  next.analyser = format::kAnalyserVersion;
  next.written = timestamp();
  next.command = command;
  next.segments = std::move(segments);
  return next;
}

void Archive::publish(Manifest next, unsigned keep) {
  format::sync_directory(paths_.segments());
  format::replace_file(paths_.manifest(), format::encode_manifest(next));
  current_ = std::move(next);
  last_generation_ = current_.generation;
  is_new_ = false;
  finish_interrupted_commit();
  keep_only(keep);
}

void Archive::keep_only(unsigned keep) {
  drop_old_generations(keep);
  remove_unnamed_files();
}

void Archive::set_aside(const Manifest& next) {
  format::sync_directory(paths_.segments());
  format::replace_file(paths_.generation(next.generation), format::encode_manifest(next));
  last_generation_ = next.generation;
}

void Archive::require_sound(const Manifest& manifest) const {
  for (const auto& segment : manifest.segments) format::check_files(paths_, segment);
}

void Archive::go_back_to(std::uint64_t generation) {
  auto manifest = read_generation(paths_.generation(generation));
  if (!manifest || manifest->generation != generation)
    throw format::Failure(Errc::usage, "generation " + std::to_string(generation) + " is not kept",
                          "newshound-index generations lists those that are");
  require_sound(*manifest);
  format::replace_file(paths_.manifest(), format::encode_manifest(*manifest));
  current_ = std::move(*manifest);
}

// Of this run the current generation stays, of each of the last `keep` other runs the last one. What this run was built
// on comes first: after a rollback that is older than what was rolled back.
void Archive::drop_old_generations(unsigned keep) {
  std::map<std::uint64_t, std::uint64_t> last_of_run;
  const auto kept = kept_generations(paths_);
  for (const auto& manifest : kept)
    if (manifest.run != current_.run) last_of_run[manifest.run] = manifest.generation;
  for (auto run = last_of_run.begin(); last_of_run.size() > keep && run != last_of_run.end();)
    run = run->second == base_ && keep > 0 ? std::next(run) : last_of_run.erase(run);
  std::set<fs::path> stay = {paths_.generation(current_.generation)};
  for (const auto& [run, generation] : last_of_run) stay.insert(paths_.generation(generation));
  // Which run a damaged one is of cannot be known: it goes when what came before it goes.
  for (const auto& file : damaged_generations(paths_))
    if (number_of(file) > number_of(*stay.begin())) stay.insert(file);
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(paths_.generations())) files.push_back(entry.path());
  for (const auto& file : files)
    if (!stay.contains(file)) fs::remove(file);
  format::sync_directory(paths_.generations());
}

void Archive::remove_leftovers() noexcept {
  (void)format::guard("remove what is left over", [this] { remove_unnamed_files(); });
}

Candidate::Candidate(const format::ArchivePaths& paths, const Manifest& manifest) : path_(paths.root() / kCandidate) {
  fs::remove_all(path_);
  fs::create_directory(path_);
  fs::create_directory_symlink(fs::path("..") / paths.segments().filename(), format::ArchivePaths(path_).segments());
  format::write_new_file(format::ArchivePaths(path_).manifest(), format::encode_manifest(manifest));
}

// What stays is removed by the next writer.
Candidate::~Candidate() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

// Not where the current generation cannot be read: then nothing tells what it names.
void Archive::remove_unnamed_files() {
  if (current_.generation == 0 && !is_new_) return;
  for (const auto& path : unnamed_files(paths_)) fs::remove_all(path);
}

}  // namespace newshound::writing
