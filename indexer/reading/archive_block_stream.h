// The bytes of the entry that a reader of libarchive stands at, block by block: archive_read_data() would lose what it
// has copied when it comes to a fault.
#ifndef NEWSHOUND_READING_ARCHIVE_BLOCK_STREAM_H
#define NEWSHOUND_READING_ARCHIVE_BLOCK_STREAM_H

#include <archive.h>

#include <string>
#include <string_view>

#include "indexer/reading/byte_stream.h"

namespace newshound::reading {

// What libarchive says of its last fault.
std::string told_by(archive* reader);

class ArchiveBlockStream : public ByteStream {
 public:
  std::size_t read(char* into, std::size_t capacity) final;
  [[nodiscard]] const std::string& fault() const final { return fault_; }

 protected:
  // `reader` outlives the stream, or is its owner's to free.
  explicit ArchiveBlockStream(archive* reader) : reader_(reader) {}

  // Told of each block before it is given; may end the stream instead.
  virtual void took_block(std::size_t /*length*/) {}
  // The fault that a status stands for which is no block; empty at the end.
  [[nodiscard]] virtual std::string fault_of(int status) = 0;

  [[nodiscard]] archive* reader() const { return reader_; }
  // With a fault, what is left of the block in hand is not given.
  void end(std::string fault);

 private:
  void next_block();

  archive* reader_;
  std::string_view block_;  // not read yet
  bool ended_ = false;
  std::string fault_;
};

}  // namespace newshound::reading

#endif
