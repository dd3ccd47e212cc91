// When a search gives up. Loops ask it at every turn; it looks at the clock now and then.
#ifndef NEWSHOUND_MATCHING_DEADLINE_H
#define NEWSHOUND_MATCHING_DEADLINE_H

#include <chrono>
#include <optional>

namespace newshound::matching {

// Thrown where the time is up.
struct TimedOut {};

// A copy for each loop; each thread has its own.
class Deadline {
 public:
  using Clock = std::chrono::steady_clock;

  Deadline() = default;  // never
  explicit Deadline(std::optional<std::chrono::milliseconds> timeout) {
    if (timeout) end_ = Clock::now() + *timeout;
  }

  [[nodiscard]] bool is_set() const { return end_.has_value(); }

  [[nodiscard]] bool is_past() const { return end_ && Clock::now() >= *end_; }

  // Throws TimedOut.
  void require_time() {
    constexpr unsigned kTurns = 256;  // some microseconds
    if (end_ && turns_++ % kTurns == 0 && Clock::now() >= *end_) throw TimedOut();
  }

 private:
  std::optional<Clock::time_point> end_;
  unsigned turns_ = 0;
};

}  // namespace newshound::matching

#endif
