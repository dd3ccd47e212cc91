// Writing an archive. An archive is a directory; it is created when missing. Nothing that is put or removed is visible
// to any reader before commit(), and a commit is all or nothing. Without a commit everything since the last is dropped.
//
//   auto indexer = newshound::Indexer::open("news.idx");
//   indexer->put(article);
//   indexer->remove("gazette-7");
//   auto report = indexer->commit();
//
// Thread rule: one Indexer, one thread at a time (it runs worker threads of its own). One writer per archive; readers
// are never disturbed.
#ifndef NEWSHOUND_INDEXER_H
#define NEWSHOUND_INDEXER_H

#include <newshound/article.h>
#include <newshound/reader.h>
#include <newshound/result.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace newshound {

enum class IndexMode {
  update,   // keep what is there; put replaces the article with the same id
  rebuild,  // a fresh set of articles; what is there stays until commit and is then left out
};

struct IndexOptions {
  IndexMode mode = IndexMode::update;
  std::uint64_t memory = 512ULL << 20;     // bytes the process may use while indexing; at least 64 MiB
  unsigned threads = 0;                    // analysing and writing; 0: one per core
  std::chrono::milliseconds lock_wait{0};  // how long to wait for another writer
  // Asked while waiting for it; true: Errc::stopped.
  std::function<bool()> stop_waiting = {};
  unsigned keep = 2;              // earlier runs kept for rollback
  std::optional<Day> today = {};  // on which new articles are added; absent: the clock's, in UTC
  // Files, and folders with all below them, that remove_missing() compares the archive with, as Article::source has
  // them. Needs IndexMode::update.
  std::vector<std::string> sync = {};
  // Asked now and then during a commit, from the thread that commits. True: the commit is given up with Errc::stopped
  // and nothing of it becomes visible.
  std::function<bool()> stop = {};
  // Asked once before a commit becomes visible, with the path of an archive that holds what would: a Searcher may open
  // it until the call returns. An error refuses the commit; it comes out of commit(), and nothing becomes visible.
  std::function<Result<void>(const std::string& candidate)> accept = {};
  // False: a commit makes its generation, and readers stay with the current one until rollback() to its number. Needs
  // IndexMode::rebuild.
  bool swap = true;
};

// The longest article that put() takes with so much memory, in bytes of title and body: indexing one of words that come
// once takes about 80 times as much.
std::uint64_t longest_article(std::uint64_t memory);

// What remove_missing() did.
struct SyncReport {
  std::uint64_t removed = 0;
  std::vector<std::string> kept;  // why articles of some sources were not removed, one sentence each
};

// What a run did. read = indexed + replaced + unchanged + rejected, always.
struct IndexReport {
  std::uint64_t read = 0;
  std::uint64_t indexed = 0;                  // new articles
  std::uint64_t replaced = 0;                 // an id that was there with other content, and stayed replaced
  std::uint64_t replaced_across_sources = 0;  // of these, within this run and from another source
  std::uint64_t unchanged = 0;                // an id that was there with the same content
  std::uint64_t removed = 0;
  std::vector<Rejection> rejected;
  std::uint64_t articles = 0;       // alive in the archive after the commit
  std::uint64_t generation = 0;     // that the commit made; the old one if nothing changed
  std::uint64_t archive_bytes = 0;  // of the files of this generation
  std::uint64_t cut_tokens = 0;     // words longer than 64 bytes, cut there
  bool verified = false;            // every checksum and count was checked before the commit; so for a rebuild
};

enum class PutOutcome { indexed, replaced, unchanged };

// The article as the indexer completes it before it writes it: the day from `published`, the language as a code,
// detected where it was not given. put() does the same; this is for showing what would be indexed.
Result<Article> understood(Article article);

class Indexer {
 public:
  // Errc::locked names the process that holds the archive; Errc::wrong_version and Errc::damaged name the file;
  // Errc::archive_not_found if `path` is something else than an archive or an empty or missing directory.
  static Result<Indexer> open(const std::string& path, IndexOptions options = {});

  Indexer(Indexer&&) noexcept;
  Indexer& operator=(Indexer&&) noexcept;
  ~Indexer();  // drops what was not committed

  // Errc::rejected if the article has no id, neither title nor body, or text that is not UTF-8; it is counted in the
  // report. Errc::io if the disk is full or cannot be written: then only destruction makes sense.
  Result<PutOutcome> put(Article article);

  // Notes a document that could not become an article, for the report.
  Result<void> reject(Rejection rejection);

  // True if an article with that id was there.
  Result<bool> remove(const std::string& id);

  // Removes the articles that came from one of IndexOptions::sync and were neither put nor rejected since open(). All
  // are kept of a source that gave no article at all, and of a file of which a document was rejected whose id is not
  // known. What another source has under the same id counts as put only if it was put in this run.
  // Errc::usage without IndexOptions::sync.
  Result<SyncReport> remove_missing();

  // Makes everything since the last commit visible at once. A rebuild is verified before. The report counts from open()
  // on. After an error only destruction makes sense: the archive is at the old generation, or at the new one if what
  // failed came after the swap.
  Result<IndexReport> commit();

  // The same report so far; what only a commit can tell is as the last one left it.
  [[nodiscard]] const IndexReport& report() const;

 private:
  struct State;
  explicit Indexer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// One published state of an archive that can be gone back to.
struct Generation {
  std::uint64_t number = 0;
  std::string written;  // UTC, "2024-05-06T02:00:11Z"
  std::string command;  // "add", "rebuild", "remove", "compact"
  std::uint64_t articles = 0;
  std::uint64_t segments = 0;
  std::uint64_t bytes = 0;
  bool current = false;
};

// Kept generations, newest first.
Result<std::vector<Generation>> generations(const std::string& archive);

// Makes an earlier generation the current one: `number`, or the newest kept one before the current. Errc::usage if
// there is none such.
Result<Generation> rollback(const std::string& archive, std::optional<std::uint64_t> number = {},
                            std::chrono::milliseconds lock_wait = {});

// Merges all segments into one and folds the removed articles away: a segment with removed ones is indexed again from
// what is stored of the others, with the threads and the memory of `options`. Drops earlier runs but the last `keep`,
// also where nothing is to be merged.
Result<Generation> compact(const std::string& archive, IndexOptions options = {});

struct VerifyReport {
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;
  std::uint64_t articles = 0;
  std::vector<std::string> faults;     // each names the file and what is wrong with it; empty: the archive is sound
  std::vector<std::string> leftovers;  // files no kept generation names; the next writer removes them
};

// Reads every byte of every kept generation: checksums, structure, counts. An archive that cannot be read at all is an
// error; one that can but does not hold what it promises has faults.
Result<VerifyReport> verify(const std::string& archive);

}  // namespace newshound

#endif
