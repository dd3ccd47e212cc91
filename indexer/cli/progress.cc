#include "indexer/cli/progress.h"

#include "indexer/format/program/counted.h"
#include "indexer/format/program/json_text.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

namespace newshound::index_cli {
namespace {

constexpr auto kInterval = std::chrono::milliseconds(100);

std::uint64_t rate(const ProgressState& state, double seconds) {
  return seconds > 0 ? static_cast<std::uint64_t>(static_cast<double>(state.read) / seconds) : 0;
}

std::string minutes(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::ceil(seconds));
  const std::string rest = std::to_string(whole % 60);
  return std::to_string(whole / 60) + ":" + (rest.size() < 2 ? "0" : "") + rest;
}

}  // namespace

Progress::Progress(ProgressStyle style, std::ostream& out, Clock clock)
    : style_(style), out_(out), clock_(std::move(clock)), start_(clock_()), last_(start_) {}

bool Progress::due() const { return style_ != ProgressStyle::none && clock_() - last_ >= kInterval; }

void Progress::show(const ProgressState& state) {
  last_ = clock_();
  write(state);
  shown_ = true;
}

void Progress::finish(const ProgressState& state) {
  if (style_ == ProgressStyle::jsonl) write(state);
  if (style_ == ProgressStyle::bar && shown_) out_ << "\r\x1b[K" << std::flush;
}

void Progress::write(const ProgressState& state) {
  const double seconds = std::chrono::duration<double>(clock_() - start_).count();
  if (style_ == ProgressStyle::bar) out_ << '\r' << progress_bar(state, seconds) << "\x1b[K" << std::flush;
  if (style_ == ProgressStyle::jsonl) out_ << progress_json(state, seconds) << '\n' << std::flush;
}

std::string progress_bar(const ProgressState& state, double seconds) {
  constexpr std::size_t kColumns = 24;
  const std::string counts =
      program::counted(state.read, "article") + "  " + std::to_string(rate(state, seconds)) + "/s";
  if (state.bytes_total == 0) return counts;
  const double share = std::min(1.0, static_cast<double>(state.bytes) / static_cast<double>(state.bytes_total));
  const auto filled = static_cast<std::size_t>(share * kColumns);
  char percent[16];
  std::snprintf(percent, sizeof percent, "%3.0f %%", share * 100);
  std::string line =
      "[" + std::string(filled, '#') + std::string(kColumns - filled, '.') + "]  " + percent + "  " + counts;
  if (share > 0) line += "  " + minutes(seconds / share - seconds) + " left";
  return line;
}

std::string progress_json(const ProgressState& state, double seconds) {
  using program::Json;
  const Json total = state.bytes_total > 0 ? Json(state.bytes_total) : Json(nullptr);
  return program::json_text(Json{{"version", 1},
                                 {"read", state.read},
                                 {"rejected", state.rejected},
                                 {"input_bytes", state.bytes},
                                 {"input_bytes_total", total},
                                 {"seconds", std::round(seconds * 1e3) / 1e3},
                                 {"articles_per_second", rate(state, seconds)}});
}

}  // namespace newshound::index_cli
