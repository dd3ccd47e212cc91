// Cuts a stream into lines. Done by us and not by simdjson's iterate_many, which loses a whole batch to one bad byte.
#ifndef NEWSHOUND_READING_LINE_READER_H
#define NEWSHOUND_READING_LINE_READER_H

#include <cstdint>
#include <optional>
#include <string_view>

#include "indexer/reading/input_buffer.h"

namespace newshound::reading {

struct Line {
  std::string_view text;     // without its line feed; InputBuffer::kPadding readable bytes follow; empty if too long
  std::uint64_t number = 0;  // 1-based
  std::uint64_t offset = 0;  // of its first byte
  bool too_long = false;
};

class LineReader {
 public:
  LineReader(InputBuffer& buffer, std::uint64_t max_bytes) : buffer_(buffer), max_bytes_(max_bytes) {}

  // The next line; its text lives until the next call. Empty at the end, and at a fault of the stream: an unfinished
  // line before a fault is left in the buffer, since nobody knows how it goes on.
  std::optional<Line> next();

 private:
  Line skip_long_line();

  InputBuffer& buffer_;
  std::uint64_t max_bytes_;
  std::size_t given_ = 0;  // bytes of the window that the line given last takes
};

}  // namespace newshound::reading

#endif
