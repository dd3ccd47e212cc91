#include "indexer/reading/csv_rows.h"

#include <algorithm>
#include <new>
#include <utility>

namespace newshound::reading {
namespace {

// States of libcsv's parser, which its header does not name. Its strict mode, which would tell of an open quote,
// refuses every quote within a cell.
constexpr int kBeforeRow = 0;
constexpr int kInCell = 2;

constexpr std::uint64_t kMostInVain = 100 << 20;
constexpr std::size_t kGrowth = 16 << 10;
constexpr std::size_t kKeptBytes = 1 << 20;  // of a parser that has seen a long cell

struct Target {
  Cells* cells;
  bool* whole;
};

void add_cell(void* cell, std::size_t length, void* target) {
  static_cast<Target*>(target)->cells->emplace_back(static_cast<const char*>(cell), length);
}

void end_row(int /*terminator*/, void* target) { *static_cast<Target*>(target)->whole = true; }

void init(csv_parser& parser, char delimiter) {
  if (csv_init(&parser, 0) != 0) throw std::bad_alloc();
  csv_set_delim(&parser, static_cast<unsigned char>(delimiter));
  csv_set_blk_size(&parser, kGrowth);
}

// LF, CR, or both: whatever ends a line is fed alone with what stands before it, so that a row ends with its bytes.
std::size_t end_of_line(std::string_view text, std::size_t from) {
  const auto feed = std::min(text.find('\n', from), text.size());
  const auto carriage = text.substr(0, feed).find('\r', from);
  return carriage == std::string_view::npos ? feed : carriage;
}

}  // namespace

CsvRows::CsvRows(InputBuffer& buffer, char delimiter, std::uint64_t max_bytes)
    : buffer_(buffer), delimiter_(delimiter), max_bytes_(max_bytes) {
  init(parser_, delimiter_);
}

CsvRows::~CsvRows() { csv_free(&parser_); }

std::optional<CsvRow> CsvRows::next() {
  start();
  while (true) {
    const auto window = buffer_.window();
    const auto line_end = end_of_line(window, fed_);
    feed(std::min(line_end + 1, window.size()));
    if (fed_ > max_bytes_)
      return fault("longer than " + std::to_string(max_bytes_) + " bytes" +
                   (whole_ ? "" : ", or a quote is not closed"));
    if (whole_) return give(fed_);
    if (fed_ < window.size()) {
      if (cells_.empty() && parser_.pstate == kBeforeRow) {  // a blank line
        buffer_.consume(fed_);
        fed_ = 0;
      }
      continue;
    }
    if (!buffer_.fill()) return end();
  }
}

void CsvRows::start() {
  buffer_.consume(std::exchange(given_, 0));
  fed_ = 0;
  cells_.clear();
  whole_ = false;
  if (csv_get_buffer_size(&parser_) < kKeptBytes) return;
  csv_free(&parser_);
  init(parser_, delimiter_);
}

void CsvRows::feed(std::size_t end) {
  const auto bytes = buffer_.window().substr(fed_, end - fed_);
  Target target{&cells_, &whole_};
  if (csv_parse(&parser_, bytes.data(), bytes.size(), add_cell, end_row, &target) != bytes.size())
    throw std::bad_alloc();  // the one fault there is outside the strict mode
  fed_ = end;
}

CsvRow CsvRows::give(std::size_t length) {
  given_ = length;
  return {std::move(cells_), buffer_.line(), buffer_.offset(), {}};
}

CsvRow CsvRows::fault(std::string reason) {
  csv_free(&parser_);
  init(parser_, delimiter_);
  read_in_vain_ += fed_;
  CsvRow row{{}, buffer_.line(), buffer_.offset(), std::move(reason)};
  given_ = whole_ || read_in_vain_ > kMostInVain ? fed_ : drop_to_last_piece_of_line();
  return row;
}

// Drops the line the window begins with, but for its last piece, whose length it returns.
std::size_t CsvRows::drop_to_last_piece_of_line() {
  while (true) {
    const auto size = buffer_.window().size();
    const auto end = end_of_line(buffer_.window(), 0);
    if (end < size) return end + 1;
    buffer_.consume(size);
    if (!buffer_.fill()) return 0;
  }
}

std::optional<CsvRow> CsvRows::end() {
  if (!buffer_.stream().fault().empty()) return {};
  if (buffer_.window().empty()) return {};
  Target target{&cells_, &whole_};
  if (parser_.pstate == kInCell && parser_.quoted != 0) return fault("a quote is not closed");
  if (csv_fini(&parser_, add_cell, end_row, &target) != 0) throw std::bad_alloc();
  if (whole_) return give(buffer_.window().size());
  buffer_.consume(buffer_.window().size());
  return {};
}

Cells first_row(std::string_view text, char delimiter) {
  csv_parser parser{};
  init(parser, delimiter);
  Cells cells;
  bool whole = false;
  Target target{&cells, &whole};
  for (std::size_t at = 0; at < text.size() && !whole;) {
    const auto end = std::min(end_of_line(text, at) + 1, text.size());
    csv_parse(&parser, text.data() + at, end - at, add_cell, end_row, &target);
    at = end;
  }
  csv_free(&parser);
  return whole ? cells : Cells();
}

}  // namespace newshound::reading
