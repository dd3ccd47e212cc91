#include "indexer/reading/stored_input.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace newshound::reading {
namespace {

constexpr std::size_t kBlockBytes = 128 << 10;
constexpr std::size_t kPeekBytes = 6;

std::string system_reason(int code) { return std::generic_category().message(code); }

}  // namespace

Result<StoredInput> StoredInput::open(const std::string& path) {
  if (path == "-") return StoredInput(STDIN_FILENO, false);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) return Error{Errc::io, system_reason(errno), {}, {}};
  return StoredInput(descriptor, true);
}

StoredInput::StoredInput(int descriptor, bool owned) : descriptor_(descriptor), owned_(owned), block_(kBlockBytes) {}

StoredInput::StoredInput(StoredInput&& other) noexcept
    : descriptor_(other.descriptor_),
      owned_(std::exchange(other.owned_, false)),
      block_(std::move(other.block_)),
      peeked_(other.peeked_),
      taken_(other.taken_),
      fault_(std::move(other.fault_)) {}

StoredInput& StoredInput::operator=(StoredInput&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(owned_, other.owned_);
  std::swap(block_, other.block_);
  std::swap(peeked_, other.peeked_);
  std::swap(taken_, other.taken_);
  std::swap(fault_, other.fault_);
  return *this;
}

StoredInput::~StoredInput() {
  if (owned_) ::close(descriptor_);
}

std::size_t StoredInput::fill_from(std::size_t begin) {
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
