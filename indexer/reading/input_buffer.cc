#include "indexer/reading/input_buffer.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace newshound::reading {
namespace {

constexpr std::size_t kUsualBytes = 512 << 10;
constexpr std::size_t kLeastRoom = 64 << 10;

}  // namespace

InputBuffer::InputBuffer(std::unique_ptr<ByteStream> stream) : stream_(std::move(stream)), buffer_(kUsualBytes) {}

bool InputBuffer::fill() {
  if (buffer_.size() - kPadding - end_ < kLeastRoom) make_room();
  const std::size_t count = stream_->read(buffer_.data() + end_, buffer_.size() - kPadding - end_);
  end_ += count;
  return count > 0;
}

void InputBuffer::consume(std::size_t count) {
  const auto gone = window().substr(0, count);
  line_ += static_cast<std::uint64_t>(std::count(gone.begin(), gone.end(), '\n'));
  offset_ += count;
  begin_ += count;
}

// Moves the window to the front; doubles the buffer for a long document and gives the memory back after it.
void InputBuffer::make_room() {
  const std::size_t length = end_ - begin_;
  const std::size_t wanted = std::max(kUsualBytes, 2 * (length + kLeastRoom + kPadding));
  if (wanted > buffer_.size() || (buffer_.size() > kUsualBytes && length < kUsualBytes / 4)) {
    std::vector<char> other(length < kUsualBytes / 4 ? kUsualBytes : wanted);
    std::memcpy(other.data(), buffer_.data() + begin_, length);
    buffer_ = std::move(other);
  } else {
    std::memmove(buffer_.data(), buffer_.data() + begin_, length);
  }
  begin_ = 0;
  end_ = length;
}

}  // namespace newshound::reading
