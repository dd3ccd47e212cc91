#include "indexer/format/columns.h"

#include "indexer/format/guard.h"

#include <cstring>
#include <utility>

namespace newshound::format {
namespace {

// Takes numbers from the front of a section; empty spans when it is too short are reported by the caller.
class Cutter {
 public:
  explicit Cutter(std::string_view bytes) : bytes_(bytes) {}

  template <typename Number>
  std::span<const Number> take(std::uint64_t count) {
    if (count > bytes_.size() / sizeof(Number)) {
      short_ = true;
      return {};
    }
    // Sections begin at multiples of 8 in a mapped file and 8-byte numbers come first, so this is aligned.
    const std::span<const Number> numbers(reinterpret_cast<const Number*>(bytes_.data()), count);
    bytes_.remove_prefix(count * sizeof(Number));
    return numbers;
  }

  [[nodiscard]] bool too_short() const { return short_; }
  [[nodiscard]] std::string_view rest() const { return bytes_; }

 private:
  std::string_view bytes_;
  bool short_ = false;
};

[[noreturn]] void out_of_bounds(const std::string& name) {
  throw Failure(Errc::damaged, name + " is damaged: a number in it is out of its bounds", "run newshound-index verify");
}

std::string_view slice(std::string_view bytes, std::uint32_t begin, std::uint32_t end, const std::string& name) {
  if (begin > end || end > bytes.size()) out_of_bounds(name);
  return bytes.substr(begin, end - begin);
}

bool ends_are_sound(std::span<const std::uint32_t> ends, std::size_t bytes) {
  for (std::size_t i = 1; i < ends.size(); ++i)
    if (ends[i - 1] > ends[i]) return false;
  return ends.empty() || (ends.front() == 0 && ends.back() <= bytes);
}

}  // namespace

std::string_view FacetColumn::value(std::uint32_t ordinal) const {
  if (ordinal == 0 || ordinal > distinct_) out_of_bounds(name_);
  return slice(bytes_, ends_[ordinal - 1], ends_[ordinal], name_);
}

std::span<const std::uint32_t> FacetColumn::ordinals(std::uint32_t row) const {
  std::span<const std::uint32_t> found;
  if (cardinality_ == Cardinality::many) {
    const auto begin = starts_[row];
    const auto end = starts_[row + 1];
    if (begin > end || end > ordinals_.size()) out_of_bounds(name_);
    found = ordinals_.subspan(begin, end - begin);
  } else if (ordinals_[row] != 0) {
    found = ordinals_.subspan(row, 1);
  }
  for (auto ordinal : found)
    if (ordinal == 0 || ordinal > distinct_) out_of_bounds(name_);
  return found;
}

Columns::Columns(const std::filesystem::path& path) : file_(path), bytes_(file_.bytes()), name_(path.string()) {
  parse();
}

Columns::Columns(std::string_view bytes, std::string name) : bytes_(bytes), name_(std::move(name)) { parse(); }

void Columns::damaged(const std::string& why) const {
  throw Failure(Errc::damaged, name_ + " is damaged: " + why, "run newshound-index verify");
}

void Columns::parse() {
  Cutter header(bytes_);
  const auto magic = header.take<char>(8);
  if (header.too_short() || std::memcmp(magic.data(), "NHCOLUMN", 8) != 0)
    damaged("it does not begin as a columns file");
  const auto numbers = header.take<std::uint32_t>(4);
  if (header.too_short()) damaged("the header is cut short");
  if (numbers[0] != kColumnsVersion)
    throw Failure(Errc::wrong_version, name_ + " has columns of version " + std::to_string(numbers[0]),
                  "rebuild the archive with newshound-index rebuild");
  rows_ = numbers[1];
  for (std::uint32_t i = 0; i < numbers[2]; ++i) {
    const auto ids = header.take<std::uint32_t>(2);
    const auto range = header.take<std::uint64_t>(2);
    if (header.too_short()) damaged("the header is cut short");
    if (range[0] % 8 != 0 || range[0] > bytes_.size() || range[1] > bytes_.size() - range[0])
      damaged("a section lies outside the file");
    parse_section(static_cast<ColumnId>(ids[0]), ids[1], bytes_.substr(range[0], range[1]));
  }
  if (hashes_.size() != rows_ || days_.size() != rows_ || added_.size() != rows_ ||
      id_ends_.size() != rows_ + std::size_t{1})
    damaged("a section is missing");
  for (const auto& facet : facets_)
    if (facet.ends_.empty()) damaged("a facet column is missing");
  read_ahead();
}

// Of what is read row by row, which leaves the ids of hits.
void Columns::read_ahead() const {
  const auto bytes_of = [](const auto& numbers) {
    return std::string_view(reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes());
  };
  file_.read_ahead(bytes_of(hashes_));
  file_.read_ahead(bytes_of(days_));
  file_.read_ahead(bytes_of(added_));
  for (const auto& facet : facets_) {
    file_.read_ahead(bytes_of(facet.starts_));
    file_.read_ahead(bytes_of(facet.ordinals_));
  }
}

void Columns::parse_section(ColumnId column, std::uint32_t kind, std::string_view bytes) {
  Cutter cutter(bytes);
  if (column == ColumnId::content_hash && kind == 1) {
    hashes_ = cutter.take<std::uint64_t>(rows_);
  } else if (column == ColumnId::day && kind == 2) {
    days_ = cutter.take<Day>(rows_);
  } else if (column == ColumnId::added && kind == 2) {
    added_ = cutter.take<Day>(rows_);
  } else if (column == ColumnId::id && kind == 5) {
    id_ends_ = cutter.take<std::uint32_t>(rows_ + std::uint64_t{1});
    id_bytes_ = cutter.rest();
  } else {
    for (std::size_t i = 0; i < kFacetColumns.size(); ++i) {
      if (kFacetColumns.at(i) != column) continue;
      auto& facet = facets_.at(i);
      facet.name_ = name_;
      facet.cardinality_ = cardinality_of(column);
      if (kind != (facet.cardinality_ == Cardinality::many ? 4U : 3U)) damaged("a facet column is of the wrong kind");
      const auto sizes = cutter.take<std::uint32_t>(2);
      if (cutter.too_short()) damaged("a facet column is cut short");
      facet.distinct_ = sizes[0];
      if (facet.cardinality_ == Cardinality::many) facet.starts_ = cutter.take<std::uint32_t>(rows_ + std::uint64_t{1});
      facet.ordinals_ = cutter.take<std::uint32_t>(facet.cardinality_ == Cardinality::many ? sizes[1] : rows_);
      facet.ends_ = cutter.take<std::uint32_t>(facet.distinct_ + std::uint64_t{1});
      facet.bytes_ = cutter.rest();
    }
  }
  if (cutter.too_short()) damaged("a section is cut short");
}

std::string_view Columns::id(std::uint32_t row) const {
  return slice(id_bytes_, id_ends_[row], id_ends_[row + 1], name_);
}

const FacetColumn& Columns::facet(ColumnId column) const {
  for (std::size_t i = 0; i < kFacetColumns.size(); ++i)
    if (kFacetColumns.at(i) == column) return facets_.at(i);
  throw Failure(Errc::internal, "there is no facet column of that number");
}

ColumnRow Columns::row(std::uint32_t row) const {
  ColumnRow copy;
  copy.id = id(row);
  copy.content_hash = content_hash(row);
  copy.day = day(row);
  copy.added = added(row);
  for (std::size_t i = 0; i < facets_.size(); ++i)
    for (auto ordinal : facets_.at(i).ordinals(row)) copy.values.at(i).emplace_back(facets_.at(i).value(ordinal));
  return copy;
}

void Columns::check_all() const {
  if (!ends_are_sound(id_ends_, id_bytes_.size())) damaged("the ids overlap");
  for (const auto day : days_) require_date(day);
  for (const auto& facet : facets_) {
    if (!ends_are_sound(facet.ends_, facet.bytes_.size())) damaged("a dictionary overlaps");
    for (std::uint32_t ordinal = 2; ordinal <= facet.distinct(); ++ordinal)
      if (facet.value(ordinal - 1) >= facet.value(ordinal)) damaged("a dictionary is out of order");
    for (std::uint32_t row = 0; row < rows_; ++row) {
      const auto ordinals = facet.ordinals(row);
      for (std::size_t i = 1; i < ordinals.size(); ++i)
        if (ordinals[i - 1] >= ordinals[i]) damaged("the values of a document are out of order");
    }
  }
}

}  // namespace newshound::format
