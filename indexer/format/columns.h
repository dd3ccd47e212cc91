// Columns: per segment one file of arrays from document to facet values and dates, mapped into memory. Facets,
// histograms, date filters and the order of equal scores are read from here, not from Xapian.
//
//   file     := magic version rows sections unused section-entry* section*
//   magic    := "NHCOLUMN"                 version, rows, sections, unused: u32
//   section-entry := column kind offset bytes      column, kind: u32; offset (from the start of the file), bytes: u64
//   section  begins at a multiple of 8; its grammar follows from its kind:
//     hashes := u64 * rows
//     days   := i32 * rows                                     kNoDay: undated; so for the days they were added
//     single := D u32, u32 0, ordinal u32 * rows, dictionary   ordinal 0: no value, else 1..D
//     multi  := D u32, N u32, start u32 * (rows + 1), ordinal u32 * N, dictionary
//                                                               row r has ordinals [start[r], start[r+1]), ascending
//     names  := end u32 * (rows + 1), bytes                    row r has bytes [end[r], end[r+1])
//     dictionary := end u32 * (D + 1), bytes                   value of ordinal o is bytes [end[o-1], end[o]);
//     ascending
//
// All numbers little-endian; row r is Xapian document r + 1. The manifest holds the file's checksum.
#ifndef NEWSHOUND_FORMAT_COLUMNS_H
#define NEWSHOUND_FORMAT_COLUMNS_H

#include "indexer/format/dates.h"
#include "indexer/format/schema.h"
#include "indexer/format/stored_file.h"

#include <newshound/article.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace newshound::format {

inline constexpr std::uint32_t kColumnsVersion = 2;
inline constexpr Day kNoDay = std::numeric_limits<Day>::min();

// Columns that hold facet values, in the order in which they are written.
inline constexpr std::array kFacetColumns = {ColumnId::outlet,       ColumnId::entity, ColumnId::person,
                                             ColumnId::organization, ColumnId::place,  ColumnId::section,
                                             ColumnId::language,     ColumnId::byline};

constexpr Cardinality cardinality_of(ColumnId column) {
  for (const auto& field : kFields)
    if (field.column == column) return field.cardinality;
  return Cardinality::one;
}

// What one article contributes.
struct ColumnRow {
  std::string id;
  std::uint64_t content_hash = 0;
  Day day = kNoDay;
  Day added = kNoDay;  // in UTC, when the archive first had the id
  std::array<std::vector<std::string>, kFacetColumns.size()>
      values;  // by kFacetColumns; at most one where Cardinality::one
};

// Collects rows in memory and writes them as one file. Values are kept once each.
class ColumnsBuilder {
 public:
  void add(const ColumnRow& row);

  [[nodiscard]] std::uint32_t rows() const { return static_cast<std::uint32_t>(hashes_.size()); }
  // Hands the file over in parts, one at a time in memory.
  void write(const std::function<void(std::string_view)>& take) const;
  [[nodiscard]] std::string bytes() const;

 private:
  // Values in order of arrival; renumbered by value when written.
  struct ValueColumn {
    std::unordered_map<std::string, std::uint32_t> numbers;
    std::size_t value_bytes = 0;  // of all of them
    std::vector<std::uint32_t> starts{0};
    std::vector<std::uint32_t> entries;

    // Its section of the file, and how long that is.
    [[nodiscard]] std::string section(bool many) const;
    [[nodiscard]] std::size_t bytes(bool many) const;
  };
  [[nodiscard]] std::string header() const;

  std::vector<std::uint64_t> hashes_;
  std::vector<Day> days_;
  std::vector<Day> added_;
  std::string ids_;
  std::vector<std::uint32_t> id_ends_{0};
  std::array<ValueColumn, kFacetColumns.size()> columns_;
};

// One facet column of a segment. A view into the mapped file.
class FacetColumn {
 public:
  [[nodiscard]] std::uint32_t distinct() const { return distinct_; }
  [[nodiscard]] std::string_view value(std::uint32_t ordinal) const;  // 1..distinct()

  // Ordinals of a row; throws Failure (Errc::damaged) if the file is not sound there.
  [[nodiscard]] std::span<const std::uint32_t> ordinals(std::uint32_t row) const;

 private:
  friend class Columns;
  std::string name_;  // of the file
  std::uint32_t distinct_ = 0;
  Cardinality cardinality_ = Cardinality::one;
  std::span<const std::uint32_t> starts_;
  std::span<const std::uint32_t> ordinals_;
  std::span<const std::uint32_t> ends_;
  std::string_view bytes_;
};

class Columns {
 public:
  // Checks the header and the bounds of every section; throws Failure (Errc::damaged, Errc::wrong_version).
  explicit Columns(const std::filesystem::path& path);
  // The same over bytes that outlive the object; `name` is used in messages. For tests and fuzzers.
  Columns(std::string_view bytes, std::string name);

  [[nodiscard]] std::uint32_t rows() const { return rows_; }
  [[nodiscard]] std::uint64_t content_hash(std::uint32_t row) const { return hashes_[row]; }
  // kNoDay or one that has a date; throws Failure (Errc::damaged) for any other.
  [[nodiscard]] Day day(std::uint32_t row) const {
    require_date(days_[row]);
    return days_[row];
  }
  // As they stand in the file.
  [[nodiscard]] std::span<const Day> days() const { return days_; }
  void require_date(Day day) const {
    if (day != kNoDay && (day < kFirstDay || day > kLastDay)) damaged("a day lies outside the years 1 to 9999");
  }
  [[nodiscard]] Day added(std::uint32_t row) const { return added_[row]; }
  [[nodiscard]] std::span<const Day> days_added() const { return added_; }
  [[nodiscard]] std::string_view id(std::uint32_t row) const;
  [[nodiscard]] const FacetColumn& facet(ColumnId column) const;

  // All of one row, to write it again.
  [[nodiscard]] ColumnRow row(std::uint32_t row) const;

  // MappedFile::drop_pages().
  void drop_pages() const { file_.drop_pages(); }

  // Reads everything; throws Failure (Errc::damaged) at the first number out of its bounds.
  void check_all() const;

 private:
  void parse();
  void read_ahead() const;
  void parse_section(ColumnId column, std::uint32_t kind, std::string_view bytes);
  [[noreturn]] void damaged(const std::string& why) const;

  MappedFile file_;
  std::string_view bytes_;
  std::string name_;
  std::uint32_t rows_ = 0;
  std::span<const std::uint64_t> hashes_;
  std::span<const Day> days_;
  std::span<const Day> added_;
  std::span<const std::uint32_t> id_ends_;
  std::string_view id_bytes_;
  std::array<FacetColumn, kFacetColumns.size()> facets_;
};

}  // namespace newshound::format

#endif
