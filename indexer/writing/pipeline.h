// Articles in, small segments out, on worker threads. Each worker understands, analyses and writes whole articles into
// a segment builder of its own; nothing is shared but the queue.
#ifndef NEWSHOUND_WRITING_PIPELINE_H
#define NEWSHOUND_WRITING_PIPELINE_H

#include "indexer/writing/checkpoint.h"
#include "indexer/writing/segment_builder.h"

#include <newshound/article.h>

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <filesystem>
#include <mutex>
#include <thread>
#include <vector>

namespace newshound::writing {

class Pipeline {
 public:
  // Builds below `scratch`, with a worker for each core if `threads` is 0. `memory` in bytes bounds the queue and the
  // builders together, if no article is longer than longest_article(memory).
  Pipeline(std::filesystem::path scratch, unsigned threads, std::uint64_t memory);
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;
  ~Pipeline();  // drops what was not drained

  // Waits while the queue is full. Throws what a worker threw, if one did.
  void put(Article article, std::uint64_t content_hash, Day added, std::uint64_t arrival);

  // An article that is in the archive and is indexed again, as it was understood once; it has no arrival.
  void put_understood(Article article, std::uint64_t content_hash, Day added);

  // Waits until everything put so far is on disk; the segments since the last drain. Throws what a worker threw, and
  // what `checkpoint` throws: then only destruction makes sense.
  std::vector<BuiltSegment> drain(const Checkpoint& checkpoint = [] {});

  // Words cut so far; exact after drain().
  [[nodiscard]] std::uint64_t cut_tokens() const { return cut_tokens_; }

 private:
  struct Item {
    Article article;
    std::uint64_t content_hash;
    Day added;
    std::uint64_t arrival;
    bool is_understood;
  };
  struct Building;
  enum class Work { item, finish_segment, stop };

  void put(Item item);
  void run_worker();
  void stop();
  Work wait_for_work(Item& item, std::uint64_t& drains_seen);
  [[nodiscard]] bool is_long(const Item& item) const;
  [[nodiscard]] bool has_item() const;
  void end_long();
  void end_drain();
  void finish(Building& building);
  void index(Building& building, Item& item);
  void index_long(Building& building, Item& item);
  void throw_failure(std::unique_lock<std::mutex>& lock);
  std::filesystem::path next_directory();

  const std::filesystem::path scratch_;
  const std::uint64_t segment_text_;    // bytes of text in a small segment
  const std::uint64_t segment_memory_;  // bytes that its builder may take
  const std::uint64_t queue_text_;      // bytes of text in the queue

  std::mutex mutex_;  // over all below
  std::condition_variable work_;
  std::condition_variable room_;
  std::condition_variable drained_;
  std::deque<Item> queue_;
  std::uint64_t queued_text_ = 0;
  std::uint64_t drains_ = 0;         // asked for
  std::size_t workers_drained_ = 0;  // that have answered the last one
  std::uint64_t directories_ = 0;
  std::uint64_t cut_tokens_ = 0;
  bool long_in_work_ = false;
  bool stop_ = false;
  std::exception_ptr failure_;
  std::vector<BuiltSegment> built_;

  std::vector<std::thread> workers_;
};

}  // namespace newshound::writing

#endif
