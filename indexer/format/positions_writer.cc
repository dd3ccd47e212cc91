#include "indexer/format/positions_writer.h"

#include "indexer/format/guard.h"
#include "indexer/format/varint.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <utility>

namespace newshound::format {
namespace {

static_assert(std::endian::native == std::endian::little, "positions are little-endian and mapped as they are");

constexpr ScoreBounds kNoBounds{0, std::numeric_limits<std::uint32_t>::max()};

template <typename Number>
void append(std::string& bytes, Number number) {
  bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void append_text(std::string& bytes, std::string_view text) {
  append_varint(bytes, text.size());
  bytes.append(text);
}

std::size_t shared_beginning(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.begin() + std::min(a.size(), b.size()), b.begin()).first -
                                  a.begin());
}

bool is_ascii_lower_case_of(std::string_view term, std::string_view text) {
  return std::equal(term.begin(), term.end(), text.begin(), text.end(), [](char lower, char c) {
    return lower == (c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c);
  });
}

std::string encode_forms(std::span<const WordForm> forms) {
  std::string bytes;
  for (const auto& form : forms) {
    append_text(bytes, form.text);
    append_text(bytes, is_ascii_lower_case_of(form.term, form.text) ? std::string_view() : std::string_view(form.term));
    append_varint(bytes, form.count);
  }
  return bytes;
}

}  // namespace

void SentenceTable::add(std::span<const SentenceLength> sentences) {
  for (const auto& [words, ends_paragraph] : sentences)
    append_varint(bytes_, std::uint64_t{words} * 2 + (ends_paragraph ? 1 : 0));
  ends_.push_back(bytes_.size());
}

void SentenceTable::add(std::string_view bytes) {
  bytes_.append(bytes);
  ends_.push_back(bytes_.size());
}

WaitingBytes::~WaitingBytes() {
  std::error_code ignored;  // a later writer removes what is left over
  if (file_) std::filesystem::remove(path_, ignored);
}

std::string& WaitingBytes::end() {
  constexpr std::size_t kMostInMemory = std::size_t{4} << 20;
  if (bytes_.size() >= kMostInMemory) {
    if (!file_) file_.emplace(path_);
    file_->append(bytes_);
    in_file_ += bytes_.size();
    bytes_.clear();
  }
  return bytes_;
}

void WaitingBytes::write_to(NewFile& file) const {
  if (file_) file.append_part(path_, 0, in_file_);
  file.append(bytes_);
}

PositionsWriter::PositionsWriter(const std::filesystem::path& path)
    : file_(path), dictionary_(std::filesystem::path(path) += ".dictionary") {}

void PositionsWriter::write(std::string_view bytes) {
  constexpr std::size_t kMostUnwritten = std::size_t{1} << 16;
  unwritten_.append(bytes);
  written_ += bytes.size();
  if (unwritten_.size() >= kMostUnwritten) flush();
}

void PositionsWriter::flush() {
  file_.append(unwritten_);
  unwritten_.clear();
}

void PositionsWriter::pad() {
  constexpr std::array<char, 8> kZeros{};
  write({kZeros.data(), (8 - written_ % 8) % 8});
}

void PositionsWriter::begin_term(std::string_view key, std::span<const WordForm> forms) {
  key_ = key;
  forms_ = forms;
  documents_ = 0;
  next_row_ = 0;
  bounds_of_term_ = kNoBounds;
  bounds_of_block_ = kNoBounds;
  blocks_of_term_.clear();
  skips_.clear();
}

void PositionsWriter::add(std::uint32_t row, std::uint32_t frequency, std::uint32_t length,
                          std::span<const Occurrence> places) {
  append_varint(rows_of_block_, (row - next_row_) * 2 + (frequency == 1 ? 1 : 0));
  if (frequency != 1) append_varint(rows_of_block_, frequency);
  for (auto* bounds : {&bounds_of_term_, &bounds_of_block_}) {
    bounds->most_frequent = std::max(bounds->most_frequent, frequency);
    bounds->shortest = std::min(bounds->shortest, length);
  }
  next_row_ = std::uint64_t{row} + 1;
  const auto radix = form_radix(forms_.size());
  const auto begin = places_.size();
  std::uint32_t before = 0;
  for (const auto& [place, form] : places) {
    append_varint(places_, std::uint64_t{place - before} * radix + std::min(form, radix - 1));
    if (forms_.size() > radix && form >= radix - 1) append_varint(places_, form - (radix - 1));
    before = place;
  }
  append_varint(sizes_, places_.size() - begin);
  ++documents_;
  if (++rows_in_block_ == kRowsPerBlock) end_block();
}

void PositionsWriter::end_block() {
  if (rows_in_block_ == 0) return;
  blocks_of_term_.append(rows_of_block_).append(sizes_).append(places_);
  if (blocks_of_term_.size() > std::numeric_limits<std::uint32_t>::max())
    throw Failure(Errc::internal, "the positions of one word take more than 4 GiB in a segment");
  skips_.push_back({static_cast<std::uint32_t>(next_row_ - 1), static_cast<std::uint32_t>(blocks_of_term_.size()),
                    bounds_of_block_});
  bounds_of_block_ = kNoBounds;
  rows_of_block_.clear();
  sizes_.clear();
  places_.clear();
  rows_in_block_ = 0;
}

void PositionsWriter::append_entry(std::uint64_t postings_bytes) {
  const bool begins_block = terms_ % kEntriesPerBlock == 0;
  if (begins_block) {
    append(blocks_, dictionary_.size());
    append(blocks_, written_);
  }
  auto& entry = dictionary_.end();
  const auto shared = begins_block ? 0 : shared_beginning(key_before_, key_);
  append_varint(entry, shared);
  append_text(entry, std::string_view(key_).substr(shared));
  append_varint(entry, documents_);
  append_varint(entry, bounds_of_term_.most_frequent);
  append_varint(entry, documents_ == 0 ? 0 : bounds_of_term_.shortest);
  append_varint(entry, postings_bytes);
  append_varint(entry, forms_.size());
  append_text(entry, encode_forms(forms_));
  key_before_ = key_;
  ++terms_;
}

void PositionsWriter::end_term() {
  end_block();
  std::string skips;
  if (skips_.size() > 1)
    for (const auto& skip : skips_) {
      append(skips, skip.last_row);
      append(skips, skip.end);
      append(skips, skip.bounds.most_frequent);
      append(skips, skip.bounds.shortest);
    }
  append_entry(skips.size() + blocks_of_term_.size());
  write(skips);
  write(blocks_of_term_);
}

// Not through unwritten_, which would grow by it.
void PositionsWriter::write_part(std::string_view bytes) {
  pad();
  flush();
  file_.append(bytes);
  written_ += bytes.size();
}

void PositionsWriter::finish(const std::vector<RowNumbers>& rows, const SentenceTable& sentences) {
  std::string numbers;
  std::uint64_t length = 0;
  for (const auto& row : rows) {
    append(numbers, row.title_words);
    append(numbers, row.length);
    length += row.length;
  }
  std::string table;
  for (const auto end : sentences.ends_) append(table, end);
  table.append(sentences.bytes_);
  std::string trailer;
  append(trailer, static_cast<std::uint32_t>(rows.size()));
  append(trailer, kPositionsVersion);
  append(trailer, terms_);
  append(trailer, length);
  append(trailer, written_);
  pad();
  flush();
  dictionary_.write_to(file_);
  written_ += dictionary_.size();
  append(trailer, written_);
  for (const std::string* part : {&std::as_const(blocks_), &std::as_const(numbers), &std::as_const(table)}) {
    write_part(*part);
    append(trailer, written_);
  }
  pad();
  write(trailer.append("NHPOSITN"));
  flush();
}

}  // namespace newshound::format
