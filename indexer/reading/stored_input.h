// The bytes of a source as they are stored: a file descriptor read in blocks, with a look at the first bytes. Below the
// decompressing streams of byte_stream.h.
#ifndef NEWSHOUND_READING_STORED_INPUT_H
#define NEWSHOUND_READING_STORED_INPUT_H

#include <newshound/result.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace newshound::reading {

class StoredInput {
 public:
  // `path` may be "-". `stop`, if there is one, is asked before each block and while none comes; once it is true the
  // input ends with a fault. The Error's message is the system's reason alone.
  static Result<StoredInput> open(const std::string& path, std::function<bool()> stop);

  StoredInput(StoredInput&& other) noexcept;
  StoredInput& operator=(StoredInput&& other) noexcept;
  ~StoredInput();

  // The first bytes, without taking them: at least 6 unless the source is shorter. Only before the first next_block().
  std::string_view peek();

  // The next block; empty at the end or at a fault. Lives until the next call.
  std::string_view next_block();

  // The system's reason why reading stopped, or that it was asked to; empty if it did not.
  [[nodiscard]] const std::string& fault() const { return fault_; }
  [[nodiscard]] std::uint64_t bytes_taken() const { return taken_; }

 private:
  StoredInput(int descriptor, bool owned, std::function<bool()> stop);
  [[nodiscard]] bool wait_unless_stopped() const;
  std::size_t fill_from(std::size_t begin);

  int descriptor_ = -1;
  bool owned_ = false;
  std::function<bool()> stop_;  // may be empty
  std::vector<char> block_;
  std::size_t peeked_ = 0;
  std::uint64_t taken_ = 0;
  std::string fault_;
};

}  // namespace newshound::reading

#endif
