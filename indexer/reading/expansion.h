// How much may come out of one source file, over all that is packed in it, one inside the other. Real archives of news
// shrink to a tenth; what grows a thousandfold is a bomb.
#ifndef NEWSHOUND_READING_EXPANSION_H
#define NEWSHOUND_READING_EXPANSION_H

#include <cstdint>
#include <string>

namespace newshound::reading {

struct ExpansionLimits {
  std::uint64_t ratio = 1000;          // bytes that come out for each stored one
  std::uint64_t free = 64ULL << 20;    // bytes that may come out in any case
  std::uint64_t members = 10'000'000;  // of archives, in one source file
  int layers = 6;                      // compressions and archives inside each other: a .tar.gz has two
};

class Expansion {
 public:
  Expansion() = default;
  explicit Expansion(const ExpansionLimits& limits) : limits_(limits) {}

  // Counts bytes that came out of one layer, `stored` bytes of the file having been read; false past the limit.
  bool add(std::uint64_t bytes, std::uint64_t stored) {
    bytes_ += bytes;
    exceeded_ = exceeded_ || bytes_ > limits_.free + limits_.ratio * stored;
    return !exceeded_;
  }
  bool add_member() { return ++members_ <= limits_.members; }

  [[nodiscard]] bool exceeded() const { return exceeded_; }
  [[nodiscard]] const ExpansionLimits& limits() const { return limits_; }
  [[nodiscard]] std::string fault() const {
    return "grows to more than " + std::to_string(limits_.ratio) + " times its size, as decompression bombs do";
  }

 private:
  ExpansionLimits limits_;
  std::uint64_t bytes_ = 0;
  std::uint64_t members_ = 0;
  bool exceeded_ = false;
};

}  // namespace newshound::reading

#endif
