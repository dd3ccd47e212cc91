#include "indexer/writing/pipeline.h"

#include "indexer/understanding/understand.h"

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <utility>

namespace newshound::writing {
namespace {

constexpr std::uint64_t kMiB = 1 << 20;
constexpr auto kCheckpointInterval = std::chrono::milliseconds(50);

// 2 MiB of text, some 300 articles, builds fastest: measured with tests/bench/index_bench. Xapian holds about twenty
// times the text in memory until it is flushed, so less memory means smaller segments and more merging.
std::uint64_t segment_text(std::uint64_t memory, unsigned threads) {
  return std::clamp<std::uint64_t>(memory / (std::uint64_t{64} * threads), kMiB / 4, 2 * kMiB);
}

unsigned worker_count(unsigned threads) {
  return threads != 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
}

// Where most words come once a builder takes far more for the same text. Of usual news it is full before.
std::uint64_t segment_memory(std::uint64_t memory, unsigned threads) {
  return std::max<std::uint64_t>(memory / (std::uint64_t{6} * threads), 2 * kMiB);
}

}  // namespace

Pipeline::Pipeline(std::filesystem::path scratch, unsigned threads, std::uint64_t memory)
    : scratch_(std::move(scratch)),
      segment_text_(segment_text(memory, worker_count(threads))),
      segment_memory_(segment_memory(memory, worker_count(threads))),
      queue_text_(std::clamp<std::uint64_t>(memory / 32, kMiB, 16 * kMiB)) {
  try {
    for (unsigned i = 0; i < worker_count(threads); ++i) workers_.emplace_back([this] { run_worker(); });
  } catch (...) {  // the system gives no more threads
    stop();
    throw;
  }
}

Pipeline::~Pipeline() { stop(); }

void Pipeline::stop() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  work_.notify_all();
  for (auto& worker : workers_) worker.join();
}

void Pipeline::throw_failure(std::unique_lock<std::mutex>& lock) {
  if (!failure_) return;
  const auto failure = failure_;
  lock.unlock();
  std::rethrow_exception(failure);
}

void Pipeline::put(Article article, std::uint64_t content_hash, Day added, std::uint64_t arrival) {
  put({std::move(article), content_hash, added, arrival, false});
}

void Pipeline::put_understood(Article article, std::uint64_t content_hash, Day added) {
  put({std::move(article), content_hash, added, 0, true});
}

void Pipeline::put(Item item) {
  const auto size = text_bytes(item.article);
  std::unique_lock lock(mutex_);
  room_.wait(lock, [&] { return failure_ || queue_.empty() || queued_text_ + size <= queue_text_; });
  throw_failure(lock);
  queued_text_ += size;
  queue_.push_back(std::move(item));
  lock.unlock();
  work_.notify_one();
}

std::vector<BuiltSegment> Pipeline::drain(const Checkpoint& checkpoint) {
  std::unique_lock lock(mutex_);
  ++drains_;
  workers_drained_ = 0;
  work_.notify_all();
  while (
      !drained_.wait_for(lock, kCheckpointInterval, [&] { return failure_ || workers_drained_ == workers_.size(); })) {
    lock.unlock();
    checkpoint();
    lock.lock();
  }
  throw_failure(lock);
  return std::exchange(built_, {});
}

std::filesystem::path Pipeline::next_directory() {
  const std::lock_guard lock(mutex_);
  return scratch_ / std::to_string(directories_++);
}

// One that is more than a segment by itself. Only one is in work at a time, because each takes much memory.
bool Pipeline::is_long(const Item& item) const { return text_bytes(item.article) > segment_text_; }

bool Pipeline::has_item() const { return !queue_.empty() && !(long_in_work_ && is_long(queue_.front())); }

// What was freed goes back to the system: the next long one may be another worker's, whose memory is another arena's.
void Pipeline::end_long() {
  ::malloc_trim(0);
  {
    const std::lock_guard lock(mutex_);
    long_in_work_ = false;
  }
  work_.notify_all();
}

void Pipeline::end_drain() {
  const std::lock_guard lock(mutex_);
  ++workers_drained_;
  drained_.notify_all();
}

Pipeline::Work Pipeline::wait_for_work(Item& item, std::uint64_t& drains_seen) {
  std::unique_lock lock(mutex_);
  work_.wait(lock, [&] { return stop_ || failure_ || has_item() || (queue_.empty() && drains_seen != drains_); });
  if (stop_ || failure_) return Work::stop;
  if (queue_.empty()) {
    drains_seen = drains_;
    return Work::finish_segment;
  }
  item = std::move(queue_.front());
  queue_.pop_front();
  queued_text_ -= text_bytes(item.article);
  long_in_work_ = long_in_work_ || is_long(item);
  lock.unlock();
  room_.notify_one();
  return Work::item;
}

// What one thread builds with.
struct Pipeline::Building {
  DocumentMaker maker;
  std::optional<SegmentBuilder> builder;  // of the segment begun; it uses the maker
  std::uint64_t cut_seen = 0;
};

void Pipeline::finish(Building& building) {
  auto& [maker, builder, cut_seen] = building;
  if (!builder) return;
  auto segment = builder->finish();
  builder.reset();
  const std::lock_guard lock(mutex_);
  built_.push_back(std::move(segment));
  cut_tokens_ += maker.cut_tokens() - std::exchange(cut_seen, maker.cut_tokens());
}

void Pipeline::index(Building& building, Item& item) {
  if (!item.is_understood) understanding::understand(item.article);
  if (!building.builder) building.builder.emplace(next_directory(), building.maker);
  auto& builder = *building.builder;
  builder.add(item.article, item.content_hash, item.added, item.arrival);
  if (builder.text_bytes() >= segment_text_ || builder.memory() >= segment_memory_) finish(building);
}

// In a segment of its own, and nothing of it stays behind: the words that the maker knows take as much again.
void Pipeline::index_long(Building& building, Item& item) {
  finish(building);
  index(building, item);
  building.maker = DocumentMaker();
  building.cut_seen = 0;
  end_long();
}

void Pipeline::run_worker() {
  try {
    Building building;
    Item item{};
    std::uint64_t drains_seen = 0;
    for (;;) {
      switch (wait_for_work(item, drains_seen)) {
        case Work::stop:
          return;
        case Work::finish_segment:
          finish(building);
          end_drain();
          break;
        case Work::item:
          if (is_long(item))
            index_long(building, item);
          else
            index(building, item);
          break;
      }
    }
  } catch (...) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::current_exception();
    room_.notify_all();
    drained_.notify_all();
    work_.notify_all();
  }
}

}  // namespace newshound::writing
