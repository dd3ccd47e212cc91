// The public verify: every byte of every kept generation against its checksum, then what the bytes say against each
// other.
#include <newshound/indexer.h>

#include "indexer/format/guard.h"
#include "indexer/format/segment.h"
#include "indexer/format/stored_file.h"
#include "indexer/writing/archive.h"

#include <filesystem>
#include <set>
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
    for (const auto& entry : fs::directory_iterator(paths_.generations())) {
      if (entry.path().extension() != ".json") continue;  // a leftover
      count(entry.path());
      note(
          entry.path(), [&] { (void)format::decode_manifest(format::read_file(entry.path()), entry.path().string()); },
          [&] { return fs::exists(entry.path()); });
    }
  }

  void check_generation(const format::Manifest& manifest) {
    for (const auto& segment : manifest.segments) {
      const auto directory = paths_.segment(segment.name);
      check_file(manifest, directory, segment.index);
      check_file(manifest, directory, segment.columns);
      if (segment.dead) check_file(manifest, directory, *segment.dead);
      note(
          directory, [&] { check_counts(segment); }, [&] { return is_kept(manifest); });
    }
  }

  // Once for each file, whatever number of generations name it.
  void check_file(const format::Manifest& manifest, const fs::path& directory, const format::StoredFile& file) {
    const auto path = directory / file.name;
    if (!checked_.insert(path).second) return;
    count(path);
    const auto check = [&] {
      if (format::checksum_of_file(path) != file.checksum)
        throw format::Failure(Errc::damaged, path.string() + " is damaged: its checksum does not hold");
    };
    const bool is_sound = note(path, check, [&] { return is_kept(manifest); });
    if (!is_sound && !is_kept(manifest)) checked_.erase(path);  // for a generation that stays and names it too
  }

  void check_counts(const format::SegmentEntry& entry) {
    const format::Segment segment(paths_, entry);
    segment.columns().check_all();
    std::uint32_t present = 0;
    std::uint32_t alive = 0;
    for (std::uint32_t row = 0; row < entry.rows; ++row) {
      present += segment.columns().present(row) ? 1 : 0;
      alive += segment.is_alive(row + 1) ? 1 : 0;
    }
    if (present != segment.database().get_doccount() || alive != entry.articles)
      throw format::Failure(Errc::damaged, paths_.segment(entry.name).string() + " is damaged: its counts disagree");
  }

  format::ArchivePaths paths_;
  std::set<fs::path> checked_;
  VerifyReport report_;
};

}  // namespace

Result<VerifyReport> verify(const std::string& archive) {
  return format::guard("verify " + archive, [&] { return Verifier(archive).run(); });
}

}  // namespace newshound
