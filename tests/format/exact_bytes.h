// Bytes to be damaged, in a block of memory of exactly their size, so that a sanitizer sees every read outside. The
// block is aligned as a mapped file is.
#ifndef NEWSHOUND_TESTS_FORMAT_EXACT_BYTES_H
#define NEWSHOUND_TESTS_FORMAT_EXACT_BYTES_H

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>

namespace newshound::format {

class ExactBytes {
 public:
  explicit ExactBytes(std::string_view bytes) : block_(new char[bytes.size()]), size_(bytes.size()) {
    if (size_ > 0) std::memcpy(block_.get(), bytes.data(), size_);
  }
  [[nodiscard]] std::string_view view() const { return {block_.get(), size_}; }
  char& operator[](std::size_t at) { return block_[at]; }

 private:
  std::unique_ptr<char[]> block_;
  std::size_t size_;
};

}  // namespace newshound::format

#endif
