// The words of an archive as they are written, folded: what wildcards and fuzzy words stand for, what completes the
// beginning of a word, and what a misspelled one may have been.
#ifndef NEWSHOUND_MATCHING_VOCABULARY_H
#define NEWSHOUND_MATCHING_VOCABULARY_H

#include "searcher/matching/snapshot.h"
#include "searcher/matching/word_places.h"
#include "searcher/query/word_pattern.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace newshound::matching {

// More is an error, never a cut.
inline constexpr std::size_t kMaxExpansion = 10'000;

struct Expansion {
  Slot slot;                    // by key, ascending; they do not score
  std::set<std::string> words;  // folded
};

// Every word and the key that it has in the positions, one after the other in memory, because what is asked of them is
// asked of all. Characters of scripts without spaces are not among them. Words that only dead articles have may be.
class Vocabulary {
 public:
  // Of keys that begin with `prefix`. Reads the dictionary of every segment: 8 ms for 20,000 articles.
  Vocabulary(const Snapshot& snapshot, std::string_view prefix);

  // Calls take(word, key, occurrences); a word may come several times, by key and segment.
  template <typename Take>
  void for_each(Take&& take) const {
    std::size_t at = 0;
    for (const auto& [key, occurrences] : entries_) {
      const auto length = static_cast<unsigned char>(words_[at]);
      take(std::string_view(words_).substr(at + 1, length), std::string_view(keys_[key]), occurrences);
      at += length + std::size_t{1};
    }
  }

  // The words that pass the test.
  [[nodiscard]] Expansion expand(const query::WordTest& is_meant) const;

 private:
  struct Entry {
    std::uint32_t key;
    std::uint32_t occurrences;
  };
  void add(std::string_view word, std::uint64_t occurrences);

  std::string words_;  // each after its length in one byte
  std::vector<Entry> entries_;
  std::vector<std::string> keys_;
};

// The vocabularies of a snapshot, each read when it is first asked for. The snapshot outlives it.
class Vocabularies {
 public:
  explicit Vocabularies(const Snapshot& snapshot) : snapshot_(snapshot) {}

  const Vocabulary& of_text();  // title and body
  const Vocabulary& of_bylines();

 private:
  const Snapshot& snapshot_;
  std::optional<Vocabulary> text_;
  std::optional<Vocabulary> bylines_;
};

}  // namespace newshound::matching

#endif
