// What analysis made of a word, kept by the bytes of the word: in news nearly every word has been seen before, and a
// look-up costs far less than normalising and stemming it again.
#ifndef NEWSHOUND_FORMAT_WORD_CACHE_H
#define NEWSHOUND_FORMAT_WORD_CACHE_H

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string_view>
#include <vector>

namespace newshound::format {

struct AnalysedWord {
  std::string_view term;  // empty: no token
  std::string_view stem;
  std::string_view plain_stem;  // as Token has them
  std::string_view form;
  bool cut = false;
  std::uint32_t number = 0;  // of the entry, given by the cache: from 0, no other entry has it until clear()
};

// Entries and the views in them stay where they are until clear().
class WordCache {
 public:
  WordCache();

  // Null if the word was not analysed with that stemmer yet.
  [[nodiscard]] const AnalysedWord* find(std::size_t stemmer, std::string_view word) const;

  // Copies all that it is given. The word must not be there yet.
  const AnalysedWord& add(std::size_t stemmer, std::string_view word, const AnalysedWord& analysed);

  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] std::size_t bytes() const { return bytes_; }
  void clear();

 private:
  struct Entry {
    std::uint64_t hash;
    std::size_t stemmer;
    std::string_view word;
    AnalysedWord analysed;
  };

  std::string_view keep(std::string_view text);
  void grow();

  // Open addressing with linear probing: the slot of an entry is the first free one from hash % size on. A slot repeats
  // the upper half of the hash, so that another word's entry is rarely touched.
  struct Slot {
    std::uint32_t check = 0;
    std::uint32_t entry = 0;  // index into entries_ plus one; 0: free
  };
  std::vector<Slot> slots_;
  std::deque<Entry> entries_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* block_end_ = nullptr;   // of the last block
  std::size_t block_free_ = 0;  // bytes left before it
  std::size_t bytes_ = 0;       // of text kept
};

}  // namespace newshound::format

#endif
