// Cuts a stream of markup into its records, "<item>" to "</item>", without parsing it: memory holds one record, and a
// broken one costs no other. Comments, CDATA sections and processing instructions are stepped over.
#ifndef NEWSHOUND_READING_RECORD_CUTTER_H
#define NEWSHOUND_READING_RECORD_CUTTER_H

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/reading/input_buffer.h"

namespace newshound::reading {

struct Record {
  std::string_view text;     // from the opening tag to the end of the closing one; empty at a fault
  std::string_view name;     // of its element, as written
  std::uint64_t line = 0;    // where it begins
  std::uint64_t offset = 0;  // where it begins
  std::string fault;         // why it cannot be used; empty if it can
};

class RecordCutter {
 public:
  // `names` as they are written in the tags, prefix included; `outer` is the element around the records, empty if there
  // is none. A record longer than `max_bytes` is a fault.
  RecordCutter(InputBuffer& buffer, std::vector<std::string> names, std::string outer, std::uint64_t max_bytes);

  // The next record; its text lives until the next call. Empty at the end, and at a fault of the stream.
  std::optional<Record> next();

  // At the end: whether the closing tag of the outer element is missing.
  [[nodiscard]] bool outer_is_open() const { return has_outer_ && !outer_closed_; }

 private:
  struct Piece {
    enum class Kind { other, opening, closing, empty_element, unfinished } kind = Kind::other;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t name = 0;  // index into names_
  };

  bool skip_to_opening(Piece& opening);
  [[nodiscard]] Piece piece_at(std::size_t begin, bool marks_count) const;
  [[nodiscard]] Piece tag_at(std::size_t begin) const;
  [[nodiscard]] Piece next_piece(std::size_t from, bool marks_count) const;
  bool fill_for(const Piece& unfinished);
  bool fill_between_records(const Piece& unfinished);
  Record give(const Piece& opening, std::size_t length);
  Record fault(const Piece& opening, std::size_t length, std::string reason);
  Record fault_of_long(const Piece& opening, std::size_t looked_at);

  InputBuffer& buffer_;
  std::vector<std::string> names_;  // the outer one last
  bool has_outer_;
  bool outer_closed_ = false;
  std::uint64_t max_bytes_;
  bool marks_count_ = true;  // false once one between the records did not close
  std::size_t given_ = 0;    // bytes of the window that the record given last takes
};

bool ends_element_name(char c);

}  // namespace newshound::reading

#endif
