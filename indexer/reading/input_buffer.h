// A sliding window over a ByteStream, from which the formats cut their lines and records. Holds what is not consumed
// yet and nothing else; knows the offset and the line where the window begins.
#ifndef NEWSHOUND_READING_INPUT_BUFFER_H
#define NEWSHOUND_READING_INPUT_BUFFER_H

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "indexer/reading/byte_stream.h"

namespace newshound::reading {

class InputBuffer {
 public:
  explicit InputBuffer(std::unique_ptr<ByteStream> stream);

  // Bytes read and not consumed. kPadding bytes that may be read (not used) follow it. A view lives until fill().
  [[nodiscard]] std::string_view window() const { return {buffer_.data() + begin_, end_ - begin_}; }
  static constexpr std::size_t kPadding = 64;

  // Makes the window longer; false at the end of the stream or at a fault.
  bool fill();

  // Drops the first `count` bytes of the window.
  void consume(std::size_t count);

  [[nodiscard]] std::uint64_t offset() const { return offset_; }  // of the window's first byte, from 0
  [[nodiscard]] std::uint64_t line() const { return line_; }      // of the window's first byte, from 1
  [[nodiscard]] const ByteStream& stream() const { return *stream_; }

 private:
  void make_room();

  std::unique_ptr<ByteStream> stream_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t offset_ = 0;
  std::uint64_t line_ = 1;
};

}  // namespace newshound::reading

#endif
