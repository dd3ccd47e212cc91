// The public verify: every byte of every kept generation against its checksum, then what the bytes say against each
// other.
#include <newshound/indexer.h>

#include "indexer/format/guard.h"
#include "indexer/format/segment.h"
#include "indexer/format/stored_file.h"
#include "indexer/writing/archive.h"
#include "indexer/writing/segment_check.h"

#include <filesystem>
#include <map>
#include <utility>

namespace newshound {
namespace {

namespace fs = std::filesystem;

class Verifier {
 public:
  explicit Verifier(const std::string& root) : paths_(root) {}

  VerifyReport run() {
    const auto current = format::read_current_manifest(paths_);
    check_manifest_files();
    for (const auto& manifest : writing::kept_generations(paths_)) check_generation(manifest);
    report_.articles = current.articles();
    for (const auto& path : writing::unnamed_files(paths_)) report_.leftovers.push_back(path.string());
    return std::move(report_);
  }

 private:
  // Runs a check that throws; a fault is noted if `matters` still says so.
  template <typename Check, typename Matters>
  bool note(const fs::path& path, Check&& check, Matters&& matters) {
    const auto done = format::guard("check " + path.string(), std::forward<Check>(check));
    if (!done && matters()) report_.faults.push_back(done.error().message);
    return done.has_value();
  }

  // A writer may take a generation away while it is checked: its copy first, then its files.
  bool is_kept(const format::Manifest& manifest) {
    return format::read_current_manifest(paths_).generation == manifest.generation ||
           fs::exists(paths_.generation(manifest.generation));
  }

  void count(const fs::path& path) {
    std::error_code ignored;
    ++report_.files;
    const auto bytes = fs::file_size(path, ignored);
    if (!ignored) report_.bytes += bytes;
  }

  // kept_generations leaves out what cannot be read; here it is a fault.
  void check_manifest_files() {
    count(paths_.manifest());
    if (!fs::exists(paths_.generations())) return;
    for (const auto& entry : fs::directory_iterator(paths_.generations())) {
      if (entry.path().extension() != ".json") continue;  // a leftover
      count(entry.path());
      note(
          entry.path(), [&] { (void)format::decode_manifest(format::read_file(entry.path()), entry.path().string()); },
          [&] { return fs::exists(entry.path()); });
    }
  }

  // What is built from a file that is damaged says nothing new.
  void check_generation(const format::Manifest& manifest) {
    for (const auto& segment : manifest.segments) {
      const auto directory = paths_.segment(segment.name);
      bool is_sound = true;
      for (const auto& file : segment.files()) is_sound = check_once(manifest, directory, file) && is_sound;
      if (is_sound)
        note(
            directory, [&] { writing::check_structure(paths_, segment); }, [&] { return is_kept(manifest); });
    }
  }

  // Once for each file, whatever number of generations name it. False if it is not sound.
  bool check_once(const format::Manifest& manifest, const fs::path& directory, const format::StoredFile& file) {
    const auto path = directory / file.name;
    const auto [known, is_first] = checked_.try_emplace(path, false);
    if (!is_first) return known->second;
    count(path);
    const bool is_sound = note(
        path, [&] { format::check_file(path, file); }, [&] { return is_kept(manifest); });
    known->second = is_sound;
    if (!is_sound && !is_kept(manifest)) checked_.erase(path);  // for a generation that stays and names it too
    return is_sound;
  }

  format::ArchivePaths paths_;
  std::map<fs::path, bool> checked_;  // and whether it is sound
  VerifyReport report_;
};

}  // namespace

Result<VerifyReport> verify(const std::string& archive) {
  return format::guard("verify " + archive, [&] { return Verifier(archive).run(); });
}

}  // namespace newshound
