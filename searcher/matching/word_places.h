// Where the words of a phrase may stand, as the planner says it, and where they do stand in one segment.
#ifndef NEWSHOUND_MATCHING_WORD_PLACES_H
#define NEWSHOUND_MATCHING_WORD_PLACES_H

#include "indexer/format/positions.h"
#include "searcher/matching/acronyms.h"
#include "searcher/matching/bm25.h"

#include <newshound/result.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace newshound::matching {

// A way in which a word may be there: a key of the positions file, what is asked of the form that stands there, and the
// inverse document frequency with which the key scores, in whatever forms it is there (0: it does not score).
struct WordPlace {
  std::string key;
  std::vector<std::string> terms = {};  // folded forms it may have; empty: any
  std::string letters = {};             // what it must be but for dots, as written; empty: anything
  Acronym acronym = Acronym::maybe;
  double weight = 0;
  friend bool operator==(const WordPlace&, const WordPlace&) = default;
};

// Any of these; an article has keys of one language only, so that in most articles just one of them can occur.
struct Slot {
  std::vector<WordPlace> alternatives;
  std::size_t offset = 0;  // positions after the first slot of its sequence
};

// The part of an article in which words must stand. The lead is the first two paragraphs of the body.
enum class Region { article, title, lead, body, byline };

// Slots in order; between two of them any words may stand, as many as their offsets leave room for.
struct Sequence {
  std::vector<Slot> slots;  // one at least
  Region region = Region::article;
  unsigned others = 0;  // not 0: in any order, wherever, with at most this many other words among them
};

// True for the rows of a segment that have `least` of the slot's alternatives, wherever. For thousands of them.
std::vector<bool> rows_with(const format::Positions& positions, const Slot& slot, std::uint32_t least);

bool scores(const Sequence& sequence);
std::string to_string(const Slot& slot);
std::string to_string(const Sequence& sequence);

// The rows of a segment in which a slot may be filled, in order. Moves forward only; the Positions outlive it.
class SlotCursor {
 public:
  SlotCursor(const format::Positions& positions, const Slot& slot, double average_length);

  [[nodiscard]] std::uint32_t most_documents() const { return most_documents_; }
  [[nodiscard]] bool at_end() const { return row_ == kEnd; }
  [[nodiscard]] std::uint32_t row() const { return row_; }
  void skip_to(std::uint32_t row);

  // What it adds to the score of this row, and the most that it adds to any.
  [[nodiscard]] double score() const;
  [[nodiscard]] double most_score() const { return most_score_; }
  // The most that it can add to the score of `row`, which it has not passed.
  [[nodiscard]] double most_score_at(std::uint32_t row) const;

  // Its positions in this row, ascending. None if the word is there in other forms only.
  void read(std::vector<std::uint32_t>& positions);

 private:
  static constexpr std::uint32_t kEnd = UINT32_MAX;
  struct Alternative {
    format::PostingsCursor cursor;
    std::vector<char> allowed;  // by form, 1 or 0; empty: all
    std::optional<Bm25> bm25;   // if it scores
  };
  void add(const WordPlace& place, double average_length);
  void find_row();

  const format::Positions& positions_;

  std::vector<Alternative> alternatives_;
  // Numbers of alternatives: those at the row in hand, and the others that are not at their end, as a heap with the
  // first row on top, because a wildcard may have thousands.
  std::vector<std::uint32_t> here_;
  std::vector<std::uint32_t> further_;
  std::uint32_t most_documents_ = 0;
  double most_score_ = 0;
  std::uint32_t row_ = kEnd;
};

// Where a sequence stands in the rows of a segment.
class SequenceCursor {
 public:
  SequenceCursor(const format::Positions& positions, const Sequence& sequence, double average_length);

  [[nodiscard]] std::vector<SlotCursor>& slots() { return slots_; }

  // Positions of its first and its last word in `row`, both ascending; every slot is at that row. Valid until the next
  // call.
  const std::vector<Span>& read(std::uint32_t row);

 private:
  void read_in_order();
  void read_in_any_order();
  void keep_region(std::uint32_t row);

  const format::Positions& positions_;
  Region region_;
  unsigned others_;
  std::vector<SlotCursor> slots_;
  std::vector<std::size_t> offsets_;     // of each slot
  std::vector<std::size_t> same_slots_;  // of each slot, the first that is the same: "the * the"
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> positions_of_slot_;
  std::vector<Span> spans_;
};

}  // namespace newshound::matching

#endif
