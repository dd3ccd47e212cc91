// Positions: per segment one file that tells which articles have a word, how often, where, and in which form. Words,
// phrases, proximity and the vocabulary are read from here. It is laid out term by term, as textbooks lay out a
// positional inverted index (Manning, Raghavan and Schuetze, Introduction to Information Retrieval, 2.4.2 and 5.3), so
// that one term's places in all articles lie together.
//
//   file       := postings dictionary blocks rows sentences trailer      each begins at a multiple of 8
//   postings   := term-postings*                                   in the order of the dictionary
//   dictionary := entry*                                           keys ascend in byte order, none twice
//   entry      := shared length bytes documents most-frequent shortest postings-bytes forms forms-bytes form*
//   form       := length bytes term-length term count              the most frequent first, then by bytes
//   blocks     := (entry-offset u64, postings-offset u64)*         of every 32nd entry, whose `shared` is 0
//   rows       := (title-words u32, length u32)*                   of each row
//   sentences  := (end u64 of each row, from the first sentence on) sentence*
//   sentence   := words * 2 + 1 if it ends a paragraph, else + 0
//   trailer    := rows u32, version u32, terms u64, length u64 (of all rows), end u64 * 5 (of the parts above),
//                 "NHPOSITN"
//
//   term-postings := skip* block*
//   skip       := last-row u32, end u32, most-frequent u32, shortest u32   of each block; none if documents <= 128
//   block      := row* size* places           of 128 rows, the last block of fewer
//   row        := (delta * 2 + 1 if its frequency is 1, else + 0) (frequency if it is not 1)
//   places     := place*
//
// All other numbers are varints (varint.h). The key of an entry is the first `shared` bytes of the key before, then its
// own. An empty term stands for the form in ASCII lower case. A row counts from the one before in the term, the first
// from -1; its frequency is how much the term counts there in ranking; `most-frequent` and `shortest` are the greatest
// frequency and the least length of the rows of a block or term, which bound what any of them can score. `end` counts
// from the first block; `size` is the bytes of each row's places. A place is delta * R + min(form, R - 1), R =
// min(number of forms, 4); with more than R forms and R - 1 there, form - (R - 1) follows. Its delta counts from the
// place before, the first from 0.
//
// A key is that of a stem, of a character of a script without spaces, or of a byline word (terms.h). A place is the
// number of the word in its article, from 1; words of the body go on after those of the title. Positions, as readers of
// this file see them, have a gap of kFieldGap between the two.
//
// The sentences of a row are those of its body, in words, so that they say how many words the body has, too.
//
// An alias leads from the key of a word without its accents to the keys it has with them, where the stemmer makes other
// stems of these (English resume and résumé). It is an entry without documents: "@" and the key, its forms the keys it
// leads to, each with count 0.
#ifndef NEWSHOUND_FORMAT_POSITIONS_H
#define NEWSHOUND_FORMAT_POSITIONS_H

#include "indexer/format/stored_file.h"
#include "indexer/format/varint.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newshound::format {

inline constexpr std::uint32_t kPositionsVersion = 1;
inline constexpr std::uint32_t kRowsPerBlock = 128;
inline constexpr std::uint32_t kEntriesPerBlock = 32;

// Positions between the end of the title and the start of the body, so that no phrase or NEAR crosses.
inline constexpr std::uint32_t kFieldGap = 1000;

// Words of the title count as often as this many words of the body.
inline constexpr std::uint32_t kTitleWeight = 3;

// What the key of an alias begins with.
inline constexpr std::string_view kAliasPrefix = "@";

// One way a term is written.
struct WordForm {
  std::string text;         // as articles have it: "Résumés"
  std::string term;         // folded: "resumes"
  std::uint64_t count = 0;  // occurrences
  friend bool operator==(const WordForm&, const WordForm&) = default;
};

// How many forms are told apart without a second number.
constexpr std::uint32_t form_radix(std::size_t forms) { return forms < 4 ? static_cast<std::uint32_t>(forms) : 4; }

struct Occurrence {
  std::uint32_t position = 0;
  std::uint32_t form = 0;  // index into PositionsTerm::forms()
  friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

// A sentence of a body.
struct SentenceLength {
  std::uint32_t words = 0;
  bool ends_paragraph = false;
  friend bool operator==(const SentenceLength&, const SentenceLength&) = default;
};

// What bounds the score of a term in some rows.
struct ScoreBounds {
  std::uint32_t most_frequent = 0;
  std::uint32_t shortest = 0;
};

// Views in it live as long as its Positions.
struct PositionsTerm {
  std::string key;
  std::uint32_t documents = 0;
  ScoreBounds bounds;
  std::uint32_t form_count = 0;
  std::string_view form_bytes;
  std::string_view postings;

  // Calls take(text, term, count) for each form, without a copy of it: the views live as long as the call.
  template <typename Take>
  void for_each_form(Take&& take) const;
};

class Positions {
 public:
  // Checks the trailer and the bounds of every part; throws Failure (Errc::damaged, Errc::wrong_version).
  explicit Positions(const std::filesystem::path& path);
  // The same over bytes that outlive the object; `name` is used in messages. For tests and fuzzers.
  Positions(std::string_view bytes, std::string name);

  [[nodiscard]] std::uint32_t rows() const { return rows_; }
  [[nodiscard]] std::uint64_t terms() const { return terms_; }
  [[nodiscard]] std::uint32_t title_words(std::uint32_t row) const { return row_number(row, 0); }
  // The sum of the frequencies of its terms.
  [[nodiscard]] std::uint32_t length(std::uint32_t row) const { return row_number(row, 1); }
  [[nodiscard]] std::uint32_t body_words(std::uint32_t row) const {
    return length(row) - kTitleWeight * title_words(row);
  }
  [[nodiscard]] std::uint64_t total_length() const { return total_length_; }

  // Throws Failure (Errc::damaged), as everything below.
  [[nodiscard]] std::vector<SentenceLength> sentences(std::uint32_t row) const;
  // As the file has them, to write them again.
  [[nodiscard]] std::string_view sentence_bytes(std::uint32_t row) const;

  [[nodiscard]] std::optional<PositionsTerm> find(std::string_view key) const;

  // The ways its word is written. Throws Failure (Errc::damaged).
  [[nodiscard]] std::vector<WordForm> forms(const PositionsTerm& term) const;

  // Keys that the key of a word without accents leads to.
  [[nodiscard]] std::vector<std::string> aliases(std::string_view key) const;

  // All terms in order, aliases among them.
  class Walk {
   public:
    explicit Walk(const Positions& positions) : Walk(positions, 0, 0) { positions.file_.read_ahead(positions.bytes_); }
    // Empty at the end.
    std::optional<PositionsTerm> next();

   private:
    friend class Positions;
    Walk(const Positions& positions, std::size_t entry, std::size_t postings)
        : positions_(positions), entry_(entry), postings_(postings) {}
    const Positions& positions_;
    std::size_t entry_;     // offset in the dictionary
    std::size_t postings_;  // offset in the postings
    std::string key_;
  };

  // Reads everything.
  void check_all() const;

  // MappedFile::drop_pages().
  void drop_pages() const { file_.drop_pages(); }

 private:
  friend class PostingsCursor;
  void parse();
  std::uint64_t check(const PositionsTerm& term) const;
  [[nodiscard]] std::size_t blocks() const { return blocks_.size() / 16; }
  [[nodiscard]] std::uint32_t row_number(std::uint32_t row, std::size_t which) const {
    std::uint32_t number = 0;
    if (row >= rows_) damaged();
    std::memcpy(&number, row_numbers_.data() + (std::size_t{row} * 2 + which) * sizeof number, sizeof number);
    return number;
  }
  [[nodiscard]] std::uint64_t block_number(std::size_t block, std::size_t which) const;
  [[nodiscard]] std::string_view first_key(std::size_t block) const;
  [[noreturn]] void damaged() const;

  MappedFile file_;
  std::string_view bytes_;
  std::string name_;
  std::uint32_t rows_ = 0;
  std::uint64_t terms_ = 0;
  std::uint64_t total_length_ = 0;
  std::string_view postings_;
  std::string_view dictionary_;
  std::string_view blocks_;
  std::string_view row_numbers_;
  std::string_view sentences_;
};

// The rows that hold a term, in order, and where it stands in each. Moves forward only. The Positions outlive it.
class PostingsCursor {
 public:
  PostingsCursor(const Positions& positions, const PositionsTerm& term);

  [[nodiscard]] std::uint32_t documents() const { return documents_; }
  [[nodiscard]] bool at_end() const { return at_ == rows_in_block_; }
  [[nodiscard]] std::uint32_t row() const { return row_[at_]; }
  [[nodiscard]] std::uint32_t frequency() const { return frequency_[at_]; }
  void next();
  // To the first row that is not before `row`; stays if it is there already.
  void skip_to(std::uint32_t row);

  // Blocks of up to kRowsPerBlock rows: the one in hand, the first from there on that may hold `row` or later ones
  // (blocks() if none), what bounds scores in each, and a step to a later one, or to the end for blocks().
  [[nodiscard]] std::uint32_t block() const { return block_; }
  [[nodiscard]] std::uint32_t blocks() const { return blocks_; }
  [[nodiscard]] std::uint32_t block_with(std::uint32_t row) const;
  [[nodiscard]] bool is_last_of_block() const { return at_ + 1 == rows_in_block_; }
  [[nodiscard]] ScoreBounds bounds(std::uint32_t block) const;
  void skip_to_block(std::uint32_t block);

  // Calls take(position, form) for each occurrence in this row, ascending.
  template <typename Take>
  void for_each_position(Take&& take) {
    const auto title_words = has_gap_ ? positions_.title_words(row()) : UINT32_MAX;
    for_each_place(
        [&](std::uint32_t place, std::uint32_t form) { take(place > title_words ? place + kFieldGap : place, form); });
  }

  // Adds the occurrences in this row, ascending: as positions, or as the places that the file has, without the gap.
  void read(std::vector<Occurrence>& occurrences);
  void read_places(std::vector<Occurrence>& places);

 private:
  void load(std::uint32_t block);
  void load_sizes();
  template <typename Take>
  void for_each_place(Take&& take);
  template <std::uint32_t radix, typename Take>
  void decode_places(std::string_view bytes, Take&& take) const;
  [[nodiscard]] std::uint32_t first_from(std::uint32_t row) const;
  [[nodiscard]] std::uint32_t skip_number(std::uint32_t block, std::size_t which) const;
  [[nodiscard]] std::uint32_t last_row(std::uint32_t block) const { return skip_number(block, 0); }

  const Positions& positions_;
  std::string_view skips_;
  std::string_view data_;  // all blocks
  ScoreBounds bounds_;     // of the term
  std::uint32_t documents_;
  std::uint32_t forms_;
  bool has_gap_;
  std::uint32_t blocks_;
  std::uint32_t block_ = 0;
  std::uint32_t at_ = 0;
  std::uint32_t rows_in_block_ = 0;
  std::array<std::uint32_t, kRowsPerBlock> row_{};
  std::array<std::uint32_t, kRowsPerBlock> frequency_{};
  std::string_view after_rows_;  // of the block; what is read of it only when places are asked for
  bool has_sizes_ = false;
  std::array<std::uint32_t, kRowsPerBlock + 1> begin_{};  // of each row's places, in block_places_
  std::string_view block_places_;
};

template <typename Take>
void PositionsTerm::for_each_form(Take&& take) const {
  std::string lower;
  VarintReader reader(form_bytes);
  while (!reader.at_end()) {
    const auto text = reader.text(reader.number());
    auto term = reader.text(reader.number());
    const auto count = reader.number();
    if (term.empty()) {
      lower.assign(text);
      for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
      term = lower;
    }
    take(text, term, count);
  }
}

template <typename Take>
void PostingsCursor::for_each_place(Take&& take) {
  if (!has_sizes_) load_sizes();
  const auto bytes = block_places_.substr(begin_[at_], begin_[at_ + 1] - begin_[at_]);
  switch (form_radix(forms_)) {  // known when compiled, because dividing by a variable takes longer than all the rest
    case 1:
      return decode_places<1>(bytes, take);
    case 2:
      return decode_places<2>(bytes, take);
    case 3:
      return decode_places<3>(bytes, take);
    default:
      return decode_places<4>(bytes, take);
  }
}

template <std::uint32_t radix, typename Take>
void PostingsCursor::decode_places(std::string_view bytes, Take&& take) const {
  VarintReader reader(bytes);
  std::uint64_t place = 0;
  while (!reader.at_end()) {
    const auto number = reader.number();
    std::uint64_t form = number % radix;
    if (forms_ > radix && form == radix - 1) form += reader.number();
    place += number / radix;
    if (reader.failed() || form >= forms_ || place == 0 || place > UINT32_MAX - kFieldGap) positions_.damaged();
    take(static_cast<std::uint32_t>(place), static_cast<std::uint32_t>(form));
  }
}

}  // namespace newshound::format

#endif
