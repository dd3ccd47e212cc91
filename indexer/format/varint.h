// Unsigned numbers in as few bytes as they need: seven bits a byte, the least significant first, the top bit set on all
// but the last byte (LEB128).
#ifndef NEWSHOUND_FORMAT_VARINT_H
#define NEWSHOUND_FORMAT_VARINT_H

#include <cstdint>
#include <string>
#include <string_view>

namespace newshound::format {

inline void append_varint(std::string& bytes, std::uint64_t number) {
  while (number >= 0x80) {
    bytes.push_back(static_cast<char>(number | 0x80U));
    number >>= 7U;
  }
  bytes.push_back(static_cast<char>(number));
}

// Takes numbers and texts from the front of bytes that may be damaged: past the end, or over 64 bits, failed() is true
// and everything taken is 0 or empty.
class VarintReader {
 public:
  explicit VarintReader(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  std::uint64_t number() {
    // Most numbers are of one byte.
    if (at_ != end_ && static_cast<unsigned char>(*at_) < 0x80) return static_cast<unsigned char>(*at_++);
    return long_number();
  }

  // A number that fits 32 bits.
  std::uint32_t small() {
    const auto value = number();
    if (value > UINT32_MAX) failed_ = true;
    return static_cast<std::uint32_t>(value);
  }

  std::string_view text(std::uint64_t length) {
    if (length > static_cast<std::uint64_t>(end_ - at_)) {
      failed_ = true;
      at_ = end_;
      return {};
    }
    const std::string_view taken(at_, length);
    at_ += length;
    return taken;
  }

  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] bool at_end() const { return at_ == end_; }
  [[nodiscard]] const char* place() const { return at_; }
  [[nodiscard]] std::string_view rest() const { return {at_, static_cast<std::size_t>(end_ - at_)}; }

 private:
  std::uint64_t long_number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; at_ != end_ && shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(*at_++);
      value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if (byte < 0x80) return value;
    }
    failed_ = true;
    at_ = end_;
    return 0;
  }

  const char* at_;
  const char* end_;
  bool failed_ = false;
};

}  // namespace newshound::format

#endif
