#include "indexer/format/stored_file.h"

#include "indexer/format/guard.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <new>
#include <system_error>
#include <utility>

namespace newshound::format {
namespace {

[[noreturn]] void fail(const char* verb, const std::filesystem::path& path) {
  const int reason = errno;
  throw Failure(Errc::io,
                std::string("cannot ") + verb + " " + path.string() + ": " + std::generic_category().message(reason),
                reason == ENOSPC ? "free some space and run again; the archive is unchanged" : "");
}

class Descriptor {
 public:
  Descriptor(const std::filesystem::path& path, int flags, const char* verb)
      : number_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {  // NOLINT(cppcoreguidelines-pro-type-vararg)
    if (number_ < 0) fail(verb, path);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { ::close(number_); }

  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

void write_all(int descriptor, std::string_view bytes, const std::filesystem::path& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("write", path);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

// Hands the bytes of a file over in blocks. Not through a mapping: a sector that cannot be read must become an error
// and not a signal, and a large file must not count as memory of the process.
template <typename Take>
void read_blocks(const std::filesystem::path& path, Take&& take) {
  constexpr std::size_t kBlockBytes = std::size_t{1} << 18;
  const Descriptor file(path, O_RDONLY, "read");
  std::string block(kBlockBytes, '\0');
  for (;;) {
    const ssize_t bytes = ::read(file.number(), block.data(), block.size());
    if (bytes < 0 && errno == EINTR) continue;
    if (bytes < 0) fail("read", path);
    if (bytes == 0) return;
    take(std::string_view(block.data(), static_cast<std::size_t>(bytes)));
  }
}

std::string hexadecimal(XXH64_hash_t hash) {
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(hash));
  return digits.data();
}

}  // namespace

MappedFile::MappedFile(const std::filesystem::path& path) {
  const Descriptor file(path, O_RDONLY, "read");
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) fail("read", path);
  size_ = static_cast<std::size_t>(status.st_size);
  if (size_ == 0) return;
  void* mapped = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, file.number(), 0);
  if (mapped == MAP_FAILED) fail("map", path);
  data_ = static_cast<const char*>(mapped);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

std::string checksum(std::string_view bytes) { return hexadecimal(XXH3_64bits(bytes.data(), bytes.size())); }

std::string checksum_of_file(const std::filesystem::path& path) {
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
  if (!state || XXH3_64bits_reset(state.get()) != XXH_OK) throw std::bad_alloc();
  read_blocks(path, [&](std::string_view block) { XXH3_64bits_update(state.get(), block.data(), block.size()); });
  return hexadecimal(XXH3_64bits_digest(state.get()));
}

std::string read_file(const std::filesystem::path& path) {
  std::string bytes;
  read_blocks(path, [&](std::string_view block) { bytes.append(block); });
  return bytes;
}

void write_new_file(const std::filesystem::path& path, std::string_view bytes) {
  const Descriptor file(path, O_WRONLY | O_CREAT | O_TRUNC, "write");
  write_all(file.number(), bytes, path);
  if (::fsync(file.number()) != 0) fail("sync", path);
}

void replace_file(const std::filesystem::path& path, std::string_view bytes) {
  auto beside = path;
  beside += ".new";
  write_new_file(beside, bytes);
  if (::rename(beside.c_str(), path.c_str()) != 0) fail("replace", path);
  sync_directory(path.parent_path());
}

void sync_file(const std::filesystem::path& path) {
  const Descriptor file(path, O_RDONLY, "sync");
  if (::fsync(file.number()) != 0) fail("sync", path);
}

void sync_directory(const std::filesystem::path& path) {
  const Descriptor directory(path, O_RDONLY | O_DIRECTORY, "sync");
  if (::fsync(directory.number()) != 0) fail("sync", path);
}

}  // namespace newshound::format
