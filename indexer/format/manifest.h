// The manifest: which segments make up a generation of an archive. It is JSON in canonical form (keys sorted, no white
// space, as nlohmann-json writes it) in an envelope {"checksum":C,"manifest":M}, C being the checksum of M's text.
//
//   ARCHIVE/MANIFEST                    the current generation
//   ARCHIVE/LOCK                        held by the writer; its text is the writer's process id
//   ARCHIVE/generations/00000042.json   each kept generation; MANIFEST is a copy of one
//   ARCHIVE/segments/s00000042-0/       one segment: index.glass, columns, articles, and dead-00000043 where
//                                       documents died
#ifndef NEWSHOUND_FORMAT_MANIFEST_H
#define NEWSHOUND_FORMAT_MANIFEST_H

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newshound::format {

inline constexpr std::uint32_t kFormatVersion = 2;

// A file of a segment, by its name within the segment's directory.
struct StoredFile {
  std::string name;
  std::uint64_t bytes = 0;
  std::string checksum;  // checksum_of_file()
  std::string ends;      // checksum_of_ends()
  friend bool operator==(const StoredFile&, const StoredFile&) = default;
};

struct SegmentEntry {
  std::string name;
  StoredFile index;  // Xapian glass database, single file
  StoredFile columns;
  StoredFile positions;
  StoredFile store;                   // of the articles themselves
  std::optional<StoredFile> dead;     // tombstones: sorted document numbers
  std::uint32_t rows = 0;             // documents, dead ones among them
  std::uint32_t articles = 0;         // alive
  std::vector<std::string> stemmers;  // codes of the articles' stemmers, "" for unstemmed; in byte order
  [[nodiscard]] std::vector<StoredFile> files() const;  // all of them
  friend bool operator==(const SegmentEntry&, const SegmentEntry&) = default;
};

struct Manifest {
  std::uint64_t generation = 0;
  std::uint64_t run = 0;   // one run of a program may commit several generations
  std::uint64_t base = 0;  // the generation that run began with; 0: none
  std::string analyser;
  std::string written;  // UTC, "2024-05-06T02:00:11Z"
  std::string command;
  std::vector<SegmentEntry> segments;

  [[nodiscard]] std::uint64_t articles() const;
  [[nodiscard]] std::uint64_t bytes() const;  // of the segments' files
  friend bool operator==(const Manifest&, const Manifest&) = default;
};

std::string encode_manifest(const Manifest& manifest);

// Throws Failure: Errc::damaged if the checksum or the shape does not hold, Errc::wrong_version for another format or
// analyser. `name` is used in messages.
Manifest decode_manifest(std::string_view text, const std::string& name);

// Tombstones: "NHDEAD01", then document numbers (u32, little-endian), ascending.
std::string encode_dead(const std::vector<std::uint32_t>& documents);
std::vector<std::uint32_t> decode_dead(std::string_view bytes, const std::string& name);

// Where things stand in an archive.
class ArchivePaths {
 public:
  explicit ArchivePaths(std::filesystem::path root) : root_(std::move(root)) {}

  [[nodiscard]] const std::filesystem::path& root() const { return root_; }
  [[nodiscard]] std::filesystem::path manifest() const { return root_ / "MANIFEST"; }
  [[nodiscard]] std::filesystem::path lock() const { return root_ / "LOCK"; }
  [[nodiscard]] std::filesystem::path generations() const { return root_ / "generations"; }
  [[nodiscard]] std::filesystem::path generation(std::uint64_t number) const;
  [[nodiscard]] std::filesystem::path segments() const { return root_ / "segments"; }
  [[nodiscard]] std::filesystem::path segment(const std::string& name) const { return segments() / name; }

 private:
  std::filesystem::path root_;
};

// "00000042"
std::string eight_digits(std::uint64_t number);

// True if copies of generations are there: the directory is an archive, whatever became of its MANIFEST.
bool has_generations(const ArchivePaths& paths);

// The current generation. Throws Failure: Errc::archive_not_found if there is no archive there, Errc::io if the system
// refuses to look, and what decode_manifest throws.
Manifest read_current_manifest(const ArchivePaths& paths);

}  // namespace newshound::format

#endif
