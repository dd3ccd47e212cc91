// Bytes of one source, decompressed. Compression is recognised by content, never by a file's name: gzip (RFC 1952, many
// members, every checksum verified), Zstandard (RFC 8878), bzip2 and xz; anything else is handed on as it is.
// Entry points: open_byte_stream() for a file, decompressed() for any stream.
#ifndef NEWSHOUND_READING_BYTE_STREAM_H
#define NEWSHOUND_READING_BYTE_STREAM_H

#include <newshound/result.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "indexer/reading/expansion.h"

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

  // Bytes taken from the source file so far, as stored there.
  [[nodiscard]] virtual std::uint64_t bytes_taken() const = 0;
};

// The stored bytes of a file, read with open_byte_stream(). `path` may be "-": standard input, which is left open. Once
// `stop`, if there is one, is true the stream ends with a fault, however silent its source. The Error's message is the
// system's reason alone.
Result<std::unique_ptr<ByteStream>> open_byte_stream(const std::string& path, std::function<bool()> stop);

// Every compression taken off, one after another; each is a layer of `layers`, which is counted up. Past the limit, and
// for a form that is not read (7-Zip), the stream is nothing but a fault.
std::unique_ptr<ByteStream> decompressed(std::unique_ptr<ByteStream> stream,
                                         const std::shared_ptr<Expansion>& expansion, int& layers);

}  // namespace newshound::reading

#endif
