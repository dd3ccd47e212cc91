#include "indexer/format/columns.h"

#include "indexer/format/guard.h"

#include <algorithm>
#include <bit>
#include <initializer_list>
#include <limits>
#include <tuple>
#include <utility>

namespace newshound::format {
namespace {

static_assert(std::endian::native == std::endian::little, "columns are little-endian and mapped as they are");

template <typename Number>
void append(std::string& bytes, Number number) {
  bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

template <typename Number>
std::string_view bytes_of(const std::vector<Number>& numbers) {
  return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(Number)};
}

// What `end` u32 numbers can point to.
std::uint32_t checked_end(std::uint64_t end) {
  if (end > std::numeric_limits<std::uint32_t>::max())
    throw Failure(Errc::internal, "a segment has more than 4 GiB of ids or of values of one field");
  return static_cast<std::uint32_t>(end);
}

constexpr std::size_t kHeaderBytes = 24;
constexpr std::size_t kEntryBytes = 24;

std::size_t padded(std::size_t size) { return (size + 7) / 8 * 8; }

// The kinds of sections, as the grammar in columns.h numbers them.
enum class Kind : std::uint32_t { hashes = 1, days = 2, single = 3, multi = 4, names = 5 };

Kind kind_of_facet(ColumnId column) { return cardinality_of(column) == Cardinality::many ? Kind::multi : Kind::single; }

}  // namespace

void ColumnsBuilder::add(const ColumnRow& row) {
  hashes_.push_back(row.content_hash);
  days_.push_back(row.day);
  added_.push_back(row.added);
  ids_.append(row.id);
  id_ends_.push_back(checked_end(ids_.size()));
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    auto& column = columns_[i];
    for (const auto& value : row.values[i]) {
      const auto next = static_cast<std::uint32_t>(column.numbers.size());
      const auto [at, is_new] = column.numbers.try_emplace(value, next);
      if (is_new) column.value_bytes += value.size();
      column.entries.push_back(at->second);
    }
    column.starts.push_back(static_cast<std::uint32_t>(column.entries.size()));
  }
}

std::size_t ColumnsBuilder::ValueColumn::bytes(bool many) const {
  const auto rows = starts.size() - 1;
  const auto words = 2 + (many ? starts.size() + entries.size() : rows) + numbers.size() + 1;
  return words * sizeof(std::uint32_t) + value_bytes;
}

std::string ColumnsBuilder::ValueColumn::section(bool many) const {
  std::vector<std::pair<std::string_view, std::uint32_t>> sorted(numbers.begin(), numbers.end());
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::uint32_t> ordinal(sorted.size());
  for (std::size_t i = 0; i < sorted.size(); ++i) ordinal[sorted[i].second] = static_cast<std::uint32_t>(i + 1);
  std::string section;
  section.reserve(bytes(many));
  append(section, static_cast<std::uint32_t>(sorted.size()));
  append(section, many ? static_cast<std::uint32_t>(entries.size()) : std::uint32_t{0});
  if (many) section.append(bytes_of(starts));
  std::vector<std::uint32_t> ordinals;
  for (std::size_t row = 0; row + 1 < starts.size(); ++row) {
    ordinals.clear();
    for (auto at = starts[row]; at < starts[row + 1]; ++at) ordinals.push_back(ordinal[entries[at]]);
    std::sort(ordinals.begin(), ordinals.end());
    if (many)
      section.append(bytes_of(ordinals));
    else
      append(section, ordinals.empty() ? std::uint32_t{0} : ordinals.front());
  }
  std::uint64_t end = 0;
  append(section, std::uint32_t{0});
  for (const auto& [value, number] : sorted) append(section, checked_end(end += value.size()));
  for (const auto& [value, number] : sorted) section.append(value);
  return section;
}

std::string ColumnsBuilder::header() const {
  std::vector<std::tuple<ColumnId, Kind, std::size_t>> sections = {
      {ColumnId::content_hash, Kind::hashes, hashes_.size() * sizeof(std::uint64_t)},
      {ColumnId::day, Kind::days, days_.size() * sizeof(Day)},
      {ColumnId::added, Kind::days, added_.size() * sizeof(Day)},
      {ColumnId::id, Kind::names, id_ends_.size() * sizeof(std::uint32_t) + ids_.size()}};
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const auto kind = kind_of_facet(kFacetColumns[i]);
    sections.emplace_back(kFacetColumns[i], kind, columns_[i].bytes(kind == Kind::multi));
  }
  std::string header = "NHCOLUMN";
  append(header, kColumnsVersion);
  append(header, rows());
  append(header, static_cast<std::uint32_t>(sections.size()));
  append(header, std::uint32_t{0});
  std::size_t offset = kHeaderBytes + kEntryBytes * sections.size();
  for (const auto& [column, kind, size] : sections) {
    append(header, static_cast<std::uint32_t>(column));
    append(header, static_cast<std::uint32_t>(kind));
    append(header, static_cast<std::uint64_t>(offset));
    append(header, static_cast<std::uint64_t>(size));
    offset = padded(offset + size);
  }
  return header;
}

void ColumnsBuilder::write(const std::function<void(std::string_view)>& take) const {
  const auto take_section = [&](std::initializer_list<std::string_view> parts) {
    std::size_t size = 0;
    for (const auto part : parts) {
      take(part);
      size += part.size();
    }
    take(std::string_view("\0\0\0\0\0\0\0", padded(size) - size));
  };
  take(header());
  take_section({bytes_of(hashes_)});
  take_section({bytes_of(days_)});
  take_section({bytes_of(added_)});
  take_section({bytes_of(id_ends_), ids_});
  for (std::size_t i = 0; i < columns_.size(); ++i)
    take_section({columns_[i].section(kind_of_facet(kFacetColumns[i]) == Kind::multi)});
}

std::string ColumnsBuilder::bytes() const {
  std::string file;
  write([&](std::string_view part) { file.append(part); });
  return file;
}

}  // namespace newshound::format
