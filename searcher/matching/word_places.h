// Where the words of a phrase may stand, as the planner says it, and where they do stand in one segment.
#ifndef NEWSHOUND_MATCHING_WORD_PLACES_H
#define NEWSHOUND_MATCHING_WORD_PLACES_H

#include "indexer/format/positions.h"
#include "searcher/matching/bm25.h"

#include <newshound/result.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace newshound::matching {

// A way in which a word may be there: a key of the positions file, the folded form it must have (empty: any form), and
// the inverse document frequency with which the key scores, in whatever forms it is there (0: it does not score).
struct WordPlace {
  std::string key;
  std::string term;
  double weight = 0;
};

// Any of these; an article has keys of one language only, so that in most articles just one of them can occur.
using Slot = std::vector<WordPlace>;

// Slots at consecutive positions.
struct Sequence {
  std::vector<Slot> slots;
  bool in_title = false;  // it must end within the title
};

bool scores(const Sequence& sequence);
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
  void find_row();

  const format::Positions& positions_;

  std::vector<Alternative> alternatives_;
  std::uint32_t most_documents_ = 0;
  double most_score_ = 0;
  std::uint32_t row_ = kEnd;
};

// Where a sequence stands in the rows of a segment.
class SequenceCursor {
 public:
  SequenceCursor(const format::Positions& positions, const Sequence& sequence, double average_length);

  [[nodiscard]] std::vector<SlotCursor>& slots() { return slots_; }

  // Positions of its first and its last word in `row`, ascending; every slot is at that row. Valid until the next call.
  const std::vector<Span>& read(std::uint32_t row);

 private:
  const format::Positions& positions_;
  bool in_title_;
  std::vector<SlotCursor> slots_;
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> positions_of_slot_;
  std::vector<Span> spans_;
};

}  // namespace newshound::matching

#endif
