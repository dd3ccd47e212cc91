// How far a run is, on standard error: a bar for people, JSON lines for programs. At most ten updates a second.
#ifndef NEWSHOUND_CLI_PROGRESS_H
#define NEWSHOUND_CLI_PROGRESS_H

#include <chrono>
#include <cstdint>
#include <functional>
#include <ostream>
#include <string>

namespace newshound::index_cli {

enum class ProgressStyle : std::uint8_t { none, bar, jsonl };

struct ProgressState {
  std::uint64_t read = 0;      // articles and rejected documents
  std::uint64_t rejected = 0;  // of these
  std::uint64_t bytes = 0;
  std::uint64_t bytes_total = 0;  // 0: not known
};

class Progress {
 public:
  using Clock = std::function<std::chrono::steady_clock::time_point()>;

  Progress(ProgressStyle style, std::ostream& out, Clock clock = std::chrono::steady_clock::now);

  // True if it is time for an update: then call show(). Cheap enough for every article.
  [[nodiscard]] bool due() const;
  void show(const ProgressState& state);

  // The last state, whatever the time; takes the bar off the screen.
  void finish(const ProgressState& state);

 private:
  void write(const ProgressState& state);

  ProgressStyle style_;
  std::ostream& out_;
  Clock clock_;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point last_;
  bool shown_ = false;
};

// "[######....]  60 %  1200 articles  400/s  0:02 left": without bar and time if the whole is not known.
std::string progress_bar(const ProgressState& state, double seconds);
std::string progress_json(const ProgressState& state, double seconds);

}  // namespace newshound::index_cli

#endif
