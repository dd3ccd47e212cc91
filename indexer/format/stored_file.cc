#include "indexer/format/stored_file.h"

#include "indexer/format/guard.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <limits>
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
                hint_for(reason));
}

int open_or_fail(const std::filesystem::path& path, int flags, const char* verb) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC, 0666);  // NOLINT(cppcoreguidelines-pro-type-vararg)
  if (descriptor < 0) fail(verb, path);
  return descriptor;
}

class Descriptor {
 public:
  Descriptor(const std::filesystem::path& path, int flags, const char* verb)
      : number_(open_or_fail(path, flags, verb)) {}

  // A file of an archive, to be read. A pipe in its place would let whoever opens it wait for ever.
  explicit Descriptor(const std::filesystem::path& path) : Descriptor(path, O_RDONLY | O_NONBLOCK, "read") {
    struct stat status {};
    if (::fstat(number_, &status) != 0) fail("read", path);
    if (!S_ISREG(status.st_mode))
      throw Failure(Errc::damaged, path.string() + " is damaged: it is no file", "run newshound-index verify");
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

// Hands at most `most` bytes of a file from `offset` on over in blocks; how many there were. Not through a mapping: a
// sector that cannot be read must become an error and not a signal, and a large file must not count as memory of the
// process.
template <typename Take>
std::uint64_t read_blocks(const std::filesystem::path& path, std::uint64_t offset, std::uint64_t most, Take&& take) {
  constexpr std::size_t kBlockBytes = std::size_t{1} << 18;
  const Descriptor file(path);
  std::string block(kBlockBytes, '\0');
  std::uint64_t taken = 0;
  while (taken < most) {
    const std::size_t wanted = std::min<std::uint64_t>(block.size(), most - taken);
    const ssize_t bytes = ::pread(file.number(), block.data(), wanted, static_cast<off_t>(offset + taken));
    if (bytes < 0 && errno == EINTR) continue;
    if (bytes < 0) fail("read", path);
    if (bytes == 0) break;
    take(std::string_view(block.data(), static_cast<std::size_t>(bytes)));
    taken += static_cast<std::uint64_t>(bytes);
  }
  return taken;
}

template <typename Take>
void read_blocks(const std::filesystem::path& path, Take&& take) {
  read_blocks(path, 0, std::numeric_limits<std::uint64_t>::max(), std::forward<Take>(take));
}

std::string hexadecimal(XXH64_hash_t hash) {
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(hash));
  return digits.data();
}

}  // namespace

MappedFile::MappedFile(const std::filesystem::path& path) {
  const Descriptor file(path);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) fail("read", path);
  size_ = static_cast<std::size_t>(status.st_size);
  if (size_ == 0) return;
  void* mapped = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, file.number(), 0);
  if (mapped == MAP_FAILED) fail("map", path);
  data_ = static_cast<const char*>(mapped);
  (void)::madvise(mapped, size_, MADV_RANDOM);
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

// Advice, so that failing would change nothing; so below.
void MappedFile::read_ahead(std::string_view part) const {
  if (data_ == nullptr || part.empty()) return;
  const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  const auto offset = static_cast<std::size_t>(part.data() - data_);
  const auto begin = offset / page * page;
  (void)::madvise(const_cast<char*>(data_) + begin, offset + part.size() - begin, MADV_NORMAL);
}

void MappedFile::drop_pages() const {
  if (data_ != nullptr) (void)::madvise(const_cast<char*>(data_), size_, MADV_DONTNEED);
}

std::string checksum(std::string_view bytes) { return hexadecimal(XXH3_64bits(bytes.data(), bytes.size())); }

std::string checksum_of_file(const std::filesystem::path& path) {
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
  if (!state || XXH3_64bits_reset(state.get()) != XXH_OK) throw std::bad_alloc();
  read_blocks(path, [&](std::string_view block) { XXH3_64bits_update(state.get(), block.data(), block.size()); });
  return hexadecimal(XXH3_64bits_digest(state.get()));
}

std::string checksum_of_ends(const std::filesystem::path& path) {
  constexpr std::uint64_t kEndBytes = 4096;
  std::error_code error;
  const std::uint64_t size = std::filesystem::file_size(path, error);
  if (error) throw Failure(Errc::io, "cannot read " + path.string() + ": " + error.message(), hint_for(error.value()));
  std::string bytes;
  const auto append = [&](std::string_view block) { bytes.append(block); };
  read_blocks(path, 0, kEndBytes, append);
  read_blocks(path, size - std::min(size, kEndBytes), kEndBytes, append);
  return checksum(bytes);
}

std::string read_file(const std::filesystem::path& path) {
  std::string bytes;
  read_blocks(path, [&](std::string_view block) { bytes.append(block); });
  return bytes;
}

NewFile::NewFile(std::filesystem::path path)
    : path_(std::move(path)), descriptor_(open_or_fail(path_, O_WRONLY | O_CREAT | O_TRUNC, "write")) {}

NewFile::~NewFile() { ::close(descriptor_); }

void NewFile::append(std::string_view bytes) { write_all(descriptor_, bytes, path_); }

void NewFile::append_part(const std::filesystem::path& other, std::uint64_t offset, std::uint64_t bytes) {
  if (read_blocks(other, offset, bytes, [this](std::string_view block) { append(block); }) != bytes)
    throw Failure(Errc::damaged, other.string() + " is damaged: it is cut short", "run newshound-index verify");
}

int NewFile::open_again() const { return open_or_fail(path_, O_RDWR, "write"); }

void NewFile::sync() {
  if (::fsync(descriptor_) != 0) fail("sync", path_);
}

void write_new_file(const std::filesystem::path& path, std::string_view bytes) {
  NewFile file(path);
  file.append(bytes);
  file.sync();
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
