#include "indexer/writing/writer_lock.h"

#include "indexer/format/guard.h"
#include "indexer/format/stored_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

namespace newshound::writing {
namespace {

using Clock = std::chrono::steady_clock;

// flock belongs to the open file, so that two Indexers in one process exclude each other too.
bool take(int descriptor) { return ::flock(descriptor, LOCK_EX | LOCK_NB) == 0; }

[[noreturn]] void fail(const std::filesystem::path& path, int reason) {
  throw format::Failure(Errc::io, "cannot write " + path.string() + ": " + std::generic_category().message(reason),
                        format::hint_for(reason));
}

std::string holder(const std::filesystem::path& path) {
  const std::string process = format::read_file(path);
  return process.empty() ? "another process" : "process " + process.substr(0, process.find('\n'));
}

}  // namespace

// A link in its place would have the file it leads to cut.
WriterLock::WriterLock(const std::filesystem::path& path, std::chrono::milliseconds wait,
                       const std::function<bool()>& stop)
    : descriptor_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK,
                         0666)) {  // NOLINT(cppcoreguidelines-pro-type-vararg)
  if (descriptor_ < 0) fail(path, errno);
  const auto start = Clock::now();
  while (!take(descriptor_)) {
    // Not a deadline: the longest wait added to now would overflow.
    if (std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start) >= wait) {
      ::close(std::exchange(descriptor_, -1));
      throw format::Failure(Errc::locked, path.parent_path().string() + " is being written by " + holder(path),
                            "try again later, or allow some time to wait for it");
    }
    if (stop && stop()) {
      ::close(std::exchange(descriptor_, -1));
      throw format::Failure(Errc::stopped, "waiting for " + holder(path) + " to finish was given up");
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  const std::string process = std::to_string(::getpid()) + "\n";
  if (::ftruncate(descriptor_, 0) != 0 || ::pwrite(descriptor_, process.data(), process.size(), 0) < 0) {
    const int reason = errno;
    ::close(std::exchange(descriptor_, -1));
    fail(path, reason);
  }
}

WriterLock::WriterLock(WriterLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

WriterLock& WriterLock::operator=(WriterLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

WriterLock::~WriterLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace newshound::writing
