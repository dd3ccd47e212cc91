// Files of an archive as the operating system sees them: mapped to read, written so that they survive a power loss, and
// their checksums (XXH3, 64 bits, seed 0, as 16 lower-case hexadecimal digits).
// Everything here throws Failure with Errc::io and the file's name.
#ifndef NEWSHOUND_FORMAT_STORED_FILE_H
#define NEWSHOUND_FORMAT_STORED_FILE_H

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace newshound::format {

// A file's bytes, read-only and shared with the page cache. The file may be deleted meanwhile; it must not be cut.
class MappedFile {
 public:
  MappedFile() = default;
  explicit MappedFile(const std::filesystem::path& path);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  [[nodiscard]] std::string_view bytes() const { return {data_, size_}; }

  // `part` of bytes() is read in long runs: fetch more than the page that is asked for. Elsewhere one page is fetched
  // at a time, because a first search that looks here and there must not wait for megabytes around each place.
  void read_ahead(std::string_view part) const;

  // Gives back the memory of what was read so far; the bytes stay readable. For who reads a large file once, so that
  // the process does not seem to hold all of it.
  void drop_pages() const;

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

std::string checksum(std::string_view bytes);
std::string checksum_of_file(const std::filesystem::path& path);

// The checksum of the first and the last 4096 bytes of a file, or of all of it twice if it has no more. Headers,
// trailers and the tree that a database begins with lie there, so that whoever opens a file can trust them without
// reading it all.
std::string checksum_of_ends(const std::filesystem::path& path);

// The whole of a small file.
std::string read_file(const std::filesystem::path& path);

// A file that is written from its beginning to its end.
class NewFile {
 public:
  explicit NewFile(std::filesystem::path path);
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile();

  void append(std::string_view bytes);
  // A part of another file, copied in blocks. Throws Failure (Errc::damaged) if that ends before.
  void append_part(const std::filesystem::path& other, std::uint64_t offset, std::uint64_t bytes);
  // Another descriptor of it, to read and write, at its beginning; the caller's to close.
  [[nodiscard]] int open_again() const;
  // What was written survives a power loss, whoever wrote it. The directory entry is safe only after sync_directory.
  void sync();

 private:
  std::filesystem::path path_;
  int descriptor_;
};

// Writes a new file and syncs it.
void write_new_file(const std::filesystem::path& path, std::string_view bytes);

// Replaces `path` at once: temporary file beside it, sync, rename, sync of the directory.
void replace_file(const std::filesystem::path& path, std::string_view bytes);

void sync_file(const std::filesystem::path& path);
void sync_directory(const std::filesystem::path& path);

}  // namespace newshound::format

#endif
