// Rows of a table in text (RFC 4180) by libcsv: quoted cells with delimiters, line feeds and doubled quotes in them. A
// quote within a cell that does not begin with one is a character like others.
#ifndef NEWSHOUND_READING_CSV_ROWS_H
#define NEWSHOUND_READING_CSV_ROWS_H

#include <csv.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/reading/input_buffer.h"

namespace newshound::reading {

using Cells = std::vector<std::string>;

struct CsvRow {
  Cells cells;
  std::uint64_t line = 0;    // where it begins
  std::uint64_t offset = 0;  // where it begins
  std::string fault;         // why it cannot be used; empty if it can
};

class CsvRows {
 public:
  CsvRows(InputBuffer& buffer, char delimiter, std::uint64_t max_bytes);
  CsvRows(const CsvRows&) = delete;
  CsvRows& operator=(const CsvRows&) = delete;
  ~CsvRows();

  // The next row, blank lines left out; empty at the end and at a fault of the stream. After a row whose quote is not
  // closed, or that is too long, the line after its first one is the next row; past a hundred megabytes read again
  // for that, what was read in vain is left out.
  std::optional<CsvRow> next();

 private:
  void start();
  void feed(std::size_t end);
  CsvRow give(std::size_t length);
  CsvRow fault(std::string reason);
  std::size_t drop_to_last_piece_of_line();
  std::optional<CsvRow> end();

  InputBuffer& buffer_;
  char delimiter_;
  std::uint64_t max_bytes_;
  csv_parser parser_{};
  std::uint64_t read_in_vain_ = 0;
  std::size_t fed_ = 0;    // bytes of the window that the parser has seen
  std::size_t given_ = 0;  // bytes of the window that the row given last takes
  Cells cells_;
  bool whole_ = false;  // the row has ended
};

// The cells of the first row of `text`; no row is longer than `text`. Empty if it does not end there.
Cells first_row(std::string_view text, char delimiter);

}  // namespace newshound::reading

#endif
