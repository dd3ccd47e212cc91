#include "indexer/format/columns.h"

#include "indexer/format/guard.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>
#include <utility>

namespace newshound::format {
namespace {

static_assert(std::endian::native == std::endian::little, "columns are little-endian and mapped as they are");

template <typename Number>
void append(std::string& bytes, Number number) {
  bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

template <typename Number>
void append_all(std::string& bytes, const std::vector<Number>& numbers) {
  bytes.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(Number));
}

// end * (n + 1), bytes
template <typename Strings>
void append_strings(std::string& bytes, const Strings& strings) {
  std::uint64_t end = 0;
  append(bytes, std::uint32_t{0});
  for (const auto& string : strings) {
    end += string.size();
    if (end > std::numeric_limits<std::uint32_t>::max())
      throw Failure(Errc::internal, "a segment has more than 4 GiB of ids or of values of one field");
    append(bytes, static_cast<std::uint32_t>(end));
  }
  for (const auto& string : strings) bytes.append(string);
}

struct Section {
  ColumnId column;
  std::uint32_t kind;
  std::string bytes;
};

constexpr std::size_t kHeaderBytes = 24;
constexpr std::size_t kEntryBytes = 24;

std::size_t padded(std::size_t size) { return (size + 7) / 8 * 8; }

std::string assemble(std::uint32_t rows, const std::vector<Section>& sections) {
  std::string file = "NHCOLUMN";
  append(file, kColumnsVersion);
  append(file, rows);
  append(file, static_cast<std::uint32_t>(sections.size()));
  append(file, std::uint32_t{0});
  std::size_t offset = kHeaderBytes + kEntryBytes * sections.size();
  for (const auto& section : sections) {
    append(file, static_cast<std::uint32_t>(section.column));
    append(file, section.kind);
    append(file, static_cast<std::uint64_t>(offset));
    append(file, static_cast<std::uint64_t>(section.bytes.size()));
    offset = padded(offset + section.bytes.size());
  }
  for (const auto& section : sections) {
    file.append(section.bytes);
    file.resize(padded(file.size()), '\0');
  }
  return file;
}

}  // namespace

void ColumnsBuilder::add(const ColumnRow& row) {
  hashes_.push_back(row.content_hash);
  days_.push_back(row.day);
  ids_.push_back(row.id);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    auto& column = columns_[i];
    for (const auto& value : row.values[i]) {
      const auto next = static_cast<std::uint32_t>(column.numbers.size());
      column.entries.push_back(column.numbers.try_emplace(value, next).first->second);
    }
    column.starts.push_back(static_cast<std::uint32_t>(column.entries.size()));
  }
}

std::string ColumnsBuilder::bytes() const {
  std::vector<Section> sections;
  std::string hashes;
  append_all(hashes, hashes_);
  sections.push_back({ColumnId::content_hash, 1, std::move(hashes)});
  std::string days;
  append_all(days, days_);
  sections.push_back({ColumnId::day, 2, std::move(days)});
  std::string names;
  append_strings(names, ids_);
  sections.push_back({ColumnId::id, 5, std::move(names)});

  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const auto& column = columns_[i];
    std::vector<std::pair<std::string_view, std::uint32_t>> sorted(column.numbers.begin(), column.numbers.end());
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::uint32_t> ordinal(sorted.size());
    std::vector<std::string_view> dictionary;
    for (const auto& [value, number] : sorted) {
      dictionary.push_back(value);
      ordinal[number] = static_cast<std::uint32_t>(dictionary.size());
    }
    std::string section;
    append(section, static_cast<std::uint32_t>(dictionary.size()));
    const bool many = cardinality_of(kFacetColumns[i]) == Cardinality::many;
    append(section, many ? static_cast<std::uint32_t>(column.entries.size()) : std::uint32_t{0});
    if (many) append_all(section, column.starts);
    for (std::uint32_t row = 0; row < rows(); ++row) {
      std::vector<std::uint32_t> ordinals;
      for (auto at = column.starts[row]; at < column.starts[row + 1]; ++at)
        ordinals.push_back(ordinal[column.entries[at]]);
      std::sort(ordinals.begin(), ordinals.end());
      if (many)
        append_all(section, ordinals);
      else
        append(section, ordinals.empty() ? std::uint32_t{0} : ordinals.front());
    }
    append_strings(section, dictionary);
    sections.push_back({kFacetColumns[i], many ? 4U : 3U, std::move(section)});
  }
  return assemble(rows(), sections);
}

}  // namespace newshound::format
