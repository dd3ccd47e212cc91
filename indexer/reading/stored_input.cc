#include "indexer/reading/stored_input.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace newshound::reading {
namespace {

constexpr std::size_t kBlockBytes = 128 << 10;
constexpr std::size_t kPeekBytes = 6;
constexpr int kAskEvery = 100;  // milliseconds

std::string system_reason(int code) { return std::generic_category().message(code); }

// A pipe that nobody writes to would hold open() until somebody does, deaf to a request to stop. What was opened is
// read in the ordinary way again: before each block poll() has waited.
int open_without_waiting(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (descriptor >= 0) ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) & ~O_NONBLOCK);
  return descriptor;
}

}  // namespace

Result<StoredInput> StoredInput::open(const std::string& path, std::function<bool()> stop) {
  if (path == "-") return StoredInput(STDIN_FILENO, false, std::move(stop));
  const int descriptor = open_without_waiting(path);
  if (descriptor < 0) return Error{Errc::io, system_reason(errno), {}, {}};
  return StoredInput(descriptor, true, std::move(stop));
}

StoredInput::StoredInput(int descriptor, bool owned, std::function<bool()> stop)
    : descriptor_(descriptor), owned_(owned), stop_(std::move(stop)), block_(kBlockBytes) {}

StoredInput::StoredInput(StoredInput&& other) noexcept
    : descriptor_(other.descriptor_),
      owned_(std::exchange(other.owned_, false)),
      stop_(std::move(other.stop_)),
      block_(std::move(other.block_)),
      peeked_(other.peeked_),
      taken_(other.taken_),
      fault_(std::move(other.fault_)) {}

StoredInput& StoredInput::operator=(StoredInput&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(owned_, other.owned_);
  std::swap(stop_, other.stop_);
  std::swap(block_, other.block_);
  std::swap(peeked_, other.peeked_);
  std::swap(taken_, other.taken_);
  std::swap(fault_, other.fault_);
  return *this;
}

StoredInput::~StoredInput() {
  if (owned_) ::close(descriptor_);
}

// Returns when there is something to read; false if that is no longer wanted. read() would wait on through a signal
// whose handler restarts it, so the waiting is done by poll(), which no handler restarts.
bool StoredInput::wait_unless_stopped() const {
  pollfd waiting{descriptor_, POLLIN, 0};
  while (!stop_ || !stop_()) {
    const int ready = ::poll(&waiting, 1, kAskEvery);
    if (ready > 0 || (ready < 0 && errno != EINTR)) return true;  // what is wrong, read() says better
  }
  return false;
}

std::size_t StoredInput::fill_from(std::size_t begin) {
  if (!wait_unless_stopped()) {
    fault_ = "stopped";
    return 0;
  }
  while (true) {
    const auto count = ::read(descriptor_, block_.data() + begin, block_.size() - begin);
    if (count >= 0) {
      taken_ += static_cast<std::uint64_t>(count);
      return static_cast<std::size_t>(count);
    }
    if (errno != EINTR) {
      fault_ = system_reason(errno);
      return 0;
    }
  }
}

std::string_view StoredInput::peek() {
  while (peeked_ < kPeekBytes) {
    const auto count = fill_from(peeked_);
    if (count == 0) break;
    peeked_ += count;
  }
  return {block_.data(), peeked_};
}

std::string_view StoredInput::next_block() {
  if (peeked_ > 0) return {block_.data(), std::exchange(peeked_, 0)};
  if (!fault_.empty()) return {};
  return {block_.data(), fill_from(0)};
}

}  // namespace newshound::reading
