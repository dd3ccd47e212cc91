// Bytes of one source, decompressed. Compression is recognised by content, never by a file's name: gzip (RFC 1952, many
// members, every checksum verified) and Zstandard (RFC 8878); anything else is handed on as it is.
// Entry point: open_byte_stream().
#ifndef NEWSHOUND_READING_BYTE_STREAM_H
#define NEWSHOUND_READING_BYTE_STREAM_H

#include <newshound/result.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace newshound::reading {

class ByteStream {
 public:
  ByteStream() = default;
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;
  virtual ~ByteStream() = default;

  // Up to `capacity` (at least 1) bytes; 0 at the end or at a fault.
  virtual std::size_t read(char* into, std::size_t capacity) = 0;

  // Why the stream ended too early ("gzip data ends too early"); empty if it did not. Everything read before is sound.
  [[nodiscard]] virtual const std::string& fault() const = 0;

  // Bytes taken from the source so far, as stored.
  [[nodiscard]] virtual std::uint64_t bytes_taken() const = 0;
};

// `path` may be "-": standard input, which is left open. Once `stop`, if there is one, is true the stream ends with a
// fault, however silent its source. The Error's message is the system's reason alone.
Result<std::unique_ptr<ByteStream>> open_byte_stream(const std::string& path, std::function<bool()> stop);

}  // namespace newshound::reading

#endif
