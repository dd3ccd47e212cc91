#include "indexer/reading/archive_block_stream.h"

#include <algorithm>
#include <utility>

namespace newshound::reading {

std::string told_by(archive* reader) {
  const char* told = archive_error_string(reader);
  return told ? told : "unknown fault";
}

std::size_t ArchiveBlockStream::read(char* into, std::size_t capacity) {
  while (block_.empty() && !ended_) next_block();
  const auto length = std::min(capacity, block_.size());
  std::copy_n(block_.data(), length, into);
  block_.remove_prefix(length);
  return length;
}

void ArchiveBlockStream::next_block() {
  const void* bytes = nullptr;
  std::size_t length = 0;
  la_int64_t offset = 0;
  const int status = archive_read_data_block(reader_, &bytes, &length, &offset);
  if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return end(fault_of(status));
  block_ = {static_cast<const char*>(bytes), length};
  took_block(length);
}

void ArchiveBlockStream::end(std::string fault) {
  ended_ = true;
  fault_ = std::move(fault);
  if (!fault_.empty()) block_ = {};
}

}  // namespace newshound::reading
