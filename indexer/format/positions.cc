#include "indexer/format/positions.h"

#include "indexer/format/ascii.h"
#include "indexer/format/guard.h"
#include "indexer/format/schema.h"
#include "indexer/format/varint.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace newshound::format {
namespace {

constexpr std::string_view kMagic = "NHPOSITN";
constexpr std::size_t kParts = 5;
constexpr std::size_t kTrailerBytes = 4 + 4 + 8 + 8 + 8 * kParts + 8;
constexpr std::size_t kBlockEntryBytes = 16;
constexpr std::size_t kSkipBytes = 16;
constexpr std::size_t kRowBytes = 8;
constexpr std::uint64_t kTermsBetweenDrops = 16'384;

template <typename Number>
Number read_number(std::string_view bytes, std::size_t offset) {
  Number number{};
  std::memcpy(&number, bytes.data() + offset, sizeof number);
  return number;
}

WordForm read_form(VarintReader& reader) {
  WordForm form;
  form.text = reader.text(reader.number());
  form.term = reader.text(reader.number());
  if (form.term.empty()) form.term = ascii_lower_case(form.text);
  form.count = reader.number();
  return form;
}

std::uint32_t block_count(std::uint32_t documents) {
  return static_cast<std::uint32_t>((std::uint64_t{documents} + kRowsPerBlock - 1) / kRowsPerBlock);
}

std::size_t padded(std::size_t size) { return (size + 7) / 8 * 8; }

}  // namespace

Positions::Positions(const std::filesystem::path& path) : file_(path), bytes_(file_.bytes()), name_(path.string()) {
  parse();
  for (const auto part : {postings_, blocks_, row_numbers_}) file_.read_ahead(part);
}

Positions::Positions(std::string_view bytes, std::string name) : bytes_(bytes), name_(std::move(name)) { parse(); }

void Positions::damaged() const {
  throw Failure(Errc::damaged, name_ + " is damaged: a number in it is out of its bounds",
                "run newshound-index verify");
}

void Positions::parse() {
  if (bytes_.size() < kTrailerBytes || !bytes_.ends_with(kMagic))
    throw Failure(Errc::damaged, name_ + " is damaged: it does not end as a positions file",
                  "run newshound-index verify");
  const auto trailer = bytes_.substr(bytes_.size() - kTrailerBytes);
  rows_ = read_number<std::uint32_t>(trailer, 0);
  if (const auto version = read_number<std::uint32_t>(trailer, 4); version != kPositionsVersion)
    throw Failure(Errc::wrong_version, name_ + " has positions of version " + std::to_string(version),
                  "rebuild the archive with newshound-index rebuild");
  terms_ = read_number<std::uint64_t>(trailer, 8);
  total_length_ = read_number<std::uint64_t>(trailer, 16);
  std::size_t begin = 0;
  std::size_t which = 0;
  for (auto* part : {&postings_, &dictionary_, &blocks_, &row_numbers_, &sentences_}) {
    const auto end = read_number<std::uint64_t>(trailer, 24 + 8 * which++);
    if (end < begin || end > bytes_.size() - kTrailerBytes) damaged();
    *part = bytes_.substr(begin, end - begin);
    begin = padded(end);
  }
  const auto entry_blocks = terms_ / kEntriesPerBlock + (terms_ % kEntriesPerBlock == 0 ? 0 : 1);
  if (row_numbers_.size() != std::size_t{rows_} * kRowBytes || sentences_.size() / 8 < rows_ ||
      blocks_.size() % kBlockEntryBytes != 0 || blocks() != entry_blocks)
    damaged();
}

std::string_view Positions::sentence_bytes(std::uint32_t row) const {
  if (row >= rows_) damaged();
  const auto all = sentences_.substr(std::size_t{rows_} * 8);
  const auto begin = row == 0 ? 0 : read_number<std::uint64_t>(sentences_, std::size_t{row - 1} * 8);
  const auto end = read_number<std::uint64_t>(sentences_, std::size_t{row} * 8);
  if (begin > end || end > all.size()) damaged();
  return all.substr(begin, end - begin);
}

std::vector<SentenceLength> Positions::sentences(std::uint32_t row) const {
  std::vector<SentenceLength> sentences;
  VarintReader reader(sentence_bytes(row));
  while (!reader.at_end()) {
    const auto number = reader.number();
    if (reader.failed() || number >> 33U != 0) damaged();
    sentences.push_back({static_cast<std::uint32_t>(number >> 1U), (number & 1U) != 0});
  }
  return sentences;
}

std::uint64_t Positions::block_number(std::size_t block, std::size_t which) const {
  return read_number<std::uint64_t>(blocks_, block * kBlockEntryBytes + which * 8);
}

std::string_view Positions::first_key(std::size_t block) const {
  const auto offset = block_number(block, 0);
  if (offset > dictionary_.size()) damaged();
  VarintReader reader(dictionary_.substr(offset));
  const bool is_whole = reader.number() == 0;
  const auto key = reader.text(reader.number());
  if (reader.failed() || !is_whole) damaged();
  return key;
}

std::vector<WordForm> Positions::forms(const PositionsTerm& term) const {
  std::vector<WordForm> forms;
  VarintReader reader(term.form_bytes);
  while (!reader.at_end()) forms.push_back(read_form(reader));
  if (reader.failed() || forms.size() != term.form_count) damaged();
  return forms;
}

std::optional<PositionsTerm> Positions::Walk::next() {
  if (entry_ == positions_.dictionary_.size()) return {};
  VarintReader reader(positions_.dictionary_.substr(entry_));
  const auto shared = reader.number();
  const auto rest = reader.text(reader.number());
  if (shared > key_.size()) positions_.damaged();
  key_.resize(shared);
  key_.append(rest);
  PositionsTerm term{key_, reader.small(), {}, 0, {}, {}};
  term.bounds.most_frequent = reader.small();
  term.bounds.shortest = reader.small();
  const auto postings_bytes = reader.number();
  term.form_count = reader.small();
  term.form_bytes = reader.text(reader.number());
  if (reader.failed() || postings_bytes > positions_.postings_.size() - postings_) positions_.damaged();
  term.postings = positions_.postings_.substr(postings_, postings_bytes);
  postings_ += postings_bytes;
  entry_ = static_cast<std::size_t>(reader.place() - positions_.dictionary_.data());
  return term;
}

std::optional<PositionsTerm> Positions::find(std::string_view key) const {
  std::size_t low = 0;
  std::size_t high = blocks();
  while (high - low > 1) {
    const auto middle = low + (high - low) / 2;
    (first_key(middle) <= key ? low : high) = middle;
  }
  if (high == 0) return {};
  Walk walk(*this, block_number(low, 0), block_number(low, 1));
  if (walk.entry_ > dictionary_.size() || walk.postings_ > postings_.size()) damaged();
  for (std::uint32_t i = 0; i < kEntriesPerBlock; ++i) {
    auto term = walk.next();
    if (!term || term->key > key) return {};
    if (term->key == key) return term;
  }
  return {};
}

std::vector<std::string> Positions::aliases(std::string_view key) const {
  std::vector<std::string> targets;
  if (auto alias = find(std::string(kAliasPrefix).append(key)))
    for (auto& target : forms(*alias)) targets.push_back(std::move(target.text));
  return targets;
}

void Positions::check_all() const {
  std::uint64_t terms = 0;
  std::uint64_t length = 0;
  std::string before;
  Walk walk(*this);
  while (const auto term = walk.next()) {
    if (terms > 0 && term->key <= before) damaged();
    before = term->key;
    if (++terms % kTermsBetweenDrops == 0) drop_pages();
    length += check(*term);
  }
  std::uint64_t length_of_rows = 0;
  for (std::uint32_t row = 0; row < rows_; ++row) {
    length_of_rows += this->length(row);
    (void)sentences(row);
  }
  if (terms != terms_ || length != total_length_ || length != length_of_rows) damaged();
}

// Checks the postings of one term; the sum of its frequencies.
std::uint64_t Positions::check(const PositionsTerm& term) const {
  const auto forms = this->forms(term);
  std::vector<std::uint64_t> counts(forms.size());
  std::vector<Occurrence> occurrences;
  std::uint64_t length = 0;
  std::uint32_t documents = 0;
  for (PostingsCursor cursor(*this, term); !cursor.at_end(); cursor.next(), ++documents) {
    occurrences.clear();
    cursor.read(occurrences);
    const auto bounds = cursor.bounds(cursor.block());
    for (const auto& [most_frequent, shortest] : {bounds, term.bounds})
      if (cursor.frequency() > most_frequent || this->length(cursor.row()) < shortest) damaged();
    if (occurrences.empty()) damaged();
    for (const auto& occurrence : occurrences) ++counts[occurrence.form];
    length += cursor.frequency();
  }
  if (documents != term.documents || (documents == 0) != term.key.starts_with(kAliasPrefix)) damaged();
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] != forms[i].count) damaged();
  return length;
}

PostingsCursor::PostingsCursor(const Positions& positions, const PositionsTerm& term)
    : positions_(positions),
      bounds_(term.bounds),
      documents_(term.documents),
      forms_(term.form_count),
      has_gap_(!term.key.starts_with(find_field("byline")->prefix)),
      blocks_(block_count(term.documents)) {
  const std::size_t skip_bytes = blocks_ > 1 ? std::size_t{blocks_} * kSkipBytes : 0;
  if (skip_bytes > term.postings.size() || forms_ == 0 || documents_ > positions_.rows()) positions_.damaged();
  skips_ = term.postings.substr(0, skip_bytes);
  data_ = term.postings.substr(skip_bytes);
  if (documents_ > 0) load(0);
}

std::uint32_t PostingsCursor::skip_number(std::uint32_t block, std::size_t which) const {
  return read_number<std::uint32_t>(skips_, std::size_t{block} * kSkipBytes + which * 4);
}

ScoreBounds PostingsCursor::bounds(std::uint32_t block) const {
  return blocks_ == 1 ? bounds_ : ScoreBounds{skip_number(block, 2), skip_number(block, 3)};
}

void PostingsCursor::load(std::uint32_t block) {
  const std::size_t begin = block == 0 ? 0 : skip_number(block - 1, 1);
  const std::size_t end = blocks_ == 1 ? data_.size() : skip_number(block, 1);
  if (begin > end || end > data_.size()) positions_.damaged();
  VarintReader reader(data_.substr(begin, end - begin));
  rows_in_block_ = std::min(kRowsPerBlock, documents_ - block * kRowsPerBlock);
  std::uint64_t row = block == 0 ? 0 : std::uint64_t{last_row(block - 1)} + 1;
  for (std::uint32_t i = 0; i < rows_in_block_; ++i) {
    const auto number = reader.number();
    row += number >> 1U;
    if (row >= positions_.rows() || number >> 33U != 0) positions_.damaged();
    row_[i] = static_cast<std::uint32_t>(row++);
    frequency_[i] = (number & 1U) != 0 ? 1 : reader.small();
  }
  // Else rows would not ascend from block to block, and who skips would never come to an end.
  const bool is_where_skip_says = blocks_ == 1 || row_[rows_in_block_ - 1] == last_row(block);
  if (reader.failed() || !is_where_skip_says) positions_.damaged();
  after_rows_ = reader.rest();
  has_sizes_ = false;
  block_ = block;
  at_ = 0;
}

void PostingsCursor::load_sizes() {
  VarintReader reader(after_rows_);
  std::uint64_t place = 0;
  for (std::uint32_t i = 0; i < rows_in_block_; ++i) {
    begin_[i] = static_cast<std::uint32_t>(place);
    place += reader.small();
    if (place > data_.size()) positions_.damaged();
  }
  begin_[rows_in_block_] = static_cast<std::uint32_t>(place);
  block_places_ = reader.rest();
  if (reader.failed() || place != block_places_.size()) positions_.damaged();
  has_sizes_ = true;
}

void PostingsCursor::next() {
  if (++at_ == rows_in_block_) skip_to_block(block_ + 1);
}

void PostingsCursor::skip_to_block(std::uint32_t block) {
  if (block < blocks_)
    load(block);
  else
    at_ = rows_in_block_;
}

std::uint32_t PostingsCursor::block_with(std::uint32_t row) const {
  if (at_end() || row_[rows_in_block_ - 1] >= row) return block_;
  std::uint32_t low = block_ + 1;
  std::uint32_t high = blocks_;
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    if (last_row(middle) < row)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

void PostingsCursor::skip_to(std::uint32_t row) {
  if (at_end() || row_[at_] >= row) return;
  if (const auto block = block_with(row); block != block_) {
    skip_to_block(block);
    if (block == blocks_) return;
  }
  at_ = first_from(row);
  if (at_ == rows_in_block_) positions_.damaged();  // the skip promised one
}

// In the block in hand. What is asked for is mostly near, so steps grow from there until they are past it.
std::uint32_t PostingsCursor::first_from(std::uint32_t row) const {
  std::uint32_t step = 1;
  std::uint32_t low = at_;
  while (low + step < rows_in_block_ && row_[low + step] < row) {
    low += step;
    step *= 2;
  }
  const auto high = std::min(low + step, rows_in_block_);
  return static_cast<std::uint32_t>(std::lower_bound(row_.data() + low, row_.data() + high, row) - row_.data());
}

void PostingsCursor::read(std::vector<Occurrence>& occurrences) {
  for_each_position([&](std::uint32_t position, std::uint32_t form) { occurrences.push_back({position, form}); });
}

void PostingsCursor::read_places(std::vector<Occurrence>& places) {
  for_each_place([&](std::uint32_t place, std::uint32_t form) { places.push_back({place, form}); });
}

}  // namespace newshound::format
