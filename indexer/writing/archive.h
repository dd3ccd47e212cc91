// An archive as its one writer sees it: the lock, the current generation, and the two acts that change what readers
// see, publish and go back. Both end in one rename of MANIFEST.
//
// Order of a commit, so that a crash at any point leaves the old or the new generation:
//   1. the new segments and tombstones are written and synced   (named by nobody yet)
//   2. MANIFEST is replaced                                     (the new generation is current)
//   3. its copy is written to generations/                      (for rollback; done at the next start if a crash came
//   between)
//   4. what no kept generation names is removed
#ifndef NEWSHOUND_WRITING_ARCHIVE_H
#define NEWSHOUND_WRITING_ARCHIVE_H

#include "indexer/format/manifest.h"
#include "indexer/writing/writer_lock.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace newshound::writing {

class Archive {
 public:
  // Locks the archive, makes it if it is missing or an empty directory, removes what a killed writer left. With
  // `ignore_content` a current generation that cannot be read (another version, damaged, lost) is no error: a rebuild
  // needs nothing of it.
  Archive(const std::filesystem::path& root, std::chrono::milliseconds lock_wait, bool ignore_content = false,
          const std::function<bool()>& stop_waiting = {});

  [[nodiscard]] const format::ArchivePaths& paths() const { return paths_; }
  [[nodiscard]] const format::Manifest& current() const { return current_; }
  [[nodiscard]] bool is_new() const { return is_new_; }
  [[nodiscard]] std::uint64_t next_generation() const { return last_generation_ + 1; }

  // What makes `segments` the next generation, as a part of this writer's run.
  [[nodiscard]] format::Manifest next_manifest(std::vector<format::SegmentEntry> segments,
                                               const std::string& command) const;

  // Makes it the current generation.
  void publish(format::Manifest next, unsigned keep);

  // Drops the generations of earlier runs but of the last `keep`, as publish() does, and what only they name.
  void keep_only(unsigned keep);

  // Keeps it as a generation that can be gone to; the current one stays.
  void set_aside(const format::Manifest& next);

  // Makes a kept generation current again. It stays numbered as it was; later ones go on from the highest number.
  // Throws Failure: Errc::usage if it is not kept, Errc::damaged if a file of it is not as it was written.
  void go_back_to(std::uint64_t generation);

  // Removes what no kept generation names, as far as it can: what a failed commit has written. Never throws.
  void remove_leftovers() noexcept;

 private:
  void require_sound(const format::Manifest& manifest) const;
  void make_directories();
  void read_current(bool ignore_content);
  void finish_interrupted_commit();
  void drop_old_generations(unsigned keep);
  void remove_unnamed_files();

  format::ArchivePaths paths_;
  bool is_new_;
  WriterLock lock_;
  format::Manifest current_;
  std::uint64_t last_generation_ = 0;
  std::uint64_t base_ = 0;  // generation this run began with
  std::uint64_t run_ = 1;   // number of the first generation this run may make
};

// A generation that is not the current one, as an archive of its own, ARCHIVE/candidate, until the object goes: its
// manifest, and the segments by a link.
class Candidate {
 public:
  Candidate(const format::ArchivePaths& paths, const format::Manifest& manifest);
  Candidate(const Candidate&) = delete;
  Candidate& operator=(const Candidate&) = delete;
  ~Candidate();

  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

// Where a run builds before it commits, below segments/.
inline constexpr const char* kScratch = "building";

// Copies in generations/ that can be read, by number.
std::vector<format::Manifest> readable_generations(const format::ArchivePaths& paths);

// The same and the current generation, which may have no copy yet.
std::vector<format::Manifest> kept_generations(const format::ArchivePaths& paths);

// Paths below the archive that no kept generation names, sorted. All of them if there is no generation yet.
std::vector<std::filesystem::path> unnamed_files(const format::ArchivePaths& paths);

// Now, in UTC: "2024-05-06T02:00:11Z".
std::string timestamp();

}  // namespace newshound::writing

#endif
