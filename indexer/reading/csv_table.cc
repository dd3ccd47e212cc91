#include "indexer/reading/csv_table.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/reading/csv_rows.h"
#include "indexer/reading/finishing.h"
#include "indexer/reading/table_article.h"
#include "indexer/reading/text_decoder.h"
#include "indexer/reading/utf8.h"

namespace newshound::reading {
namespace {

constexpr std::array<char, 3> kDelimiters = {',', '\t', ';'};
constexpr std::size_t kMaxHeader = 64 << 10;

std::string_view without_mark(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return text;
}

// The one that makes most names we know, then most columns, out of the first row.
char choose_delimiter(std::string_view text, const std::vector<Key>& keys) {
  char best = ',';
  std::pair<std::size_t, std::size_t> most{0, 0};
  for (const char delimiter : kDelimiters) {
    const auto names = first_row(text, delimiter);
    const std::pair found{NamedParts(names, keys).known(), names.size()};
    if (found <= most) continue;
    most = found;
    best = delimiter;
  }
  return best;
}

std::string listed(const Cells& names) {
  std::string list;
  for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
  return list.substr(0, 200);
}

class CsvTable final : public ArticleSource {
 public:
  CsvTable(InputBuffer& buffer, SourceInfo info, const std::vector<Key>& keys)
      : buffer_(buffer),
        info_(std::move(info)),
        keys_(keys),
        decoder_(info_.path, info_.character_set, info_.warnings) {}

  std::optional<Item> next() override {
    if (ended_) return {};
    if (!rows_) {
      if (auto fault = read_header()) return fault;
    }
    if (auto row = rows_->next()) return read(*row);
    ended_ = true;
    return stream_fault(buffer_, info_);
  }

 private:
  // Empty, or the rejection of the table.
  std::optional<Item> read_header() {
    while (buffer_.window().size() < kMaxHeader && buffer_.fill()) {
    }
    if (buffer_.window().starts_with(kByteOrderMark)) buffer_.consume(kByteOrderMark.size());
    const auto delimiter = choose_delimiter(buffer_.window().substr(0, kMaxHeader), keys_);
    rows_.emplace(buffer_, delimiter, info_.options.max_document);
    auto header = rows_->next();
    if (header && header->fault.empty() && decode(header->cells)) {
      columns_ = header->cells.size();
      parts_.emplace(header->cells, keys_);
      if (parts_->has_text()) return {};
    }
    ended_ = true;
    if (!header) return stream_fault(buffer_, info_);
    return reject(*header, header->fault.empty()
                               ? "no column is a title or a body: the first row is " + listed(header->cells)
                               : header->fault);
  }

  Item read(CsvRow& row) {
    if (!row.fault.empty()) return reject(row, row.fault);
    if (row.cells.size() != columns_)
      return reject(row,
                    std::to_string(row.cells.size()) + " cells where the first row has " + std::to_string(columns_));
    if (!decode(row.cells)) return reject(row, "not a text, neither in UTF-8 nor in another character set");
    auto article = parts_->article(row.cells);
    article.source = info_.path;
    article.line = row.line;
    return finish(std::move(article), row.offset, {}, info_.options);
  }

  bool decode(Cells& cells) {
    for (auto& cell : cells) {
      if (!first_bad_byte(cell)) continue;
      auto text = decoder_.decode(cell);
      if (!text) return false;
      cell = std::move(*text);
    }
    return true;
  }

  [[nodiscard]] Item reject(const CsvRow& row, std::string reason) const {
    return Rejection{info_.path, row.line, row.offset, {}, std::move(reason)};
  }

  InputBuffer& buffer_;
  SourceInfo info_;
  const std::vector<Key>& keys_;
  TextDecoder decoder_;
  std::optional<CsvRows> rows_;
  std::optional<NamedParts> parts_;
  std::size_t columns_ = 0;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<ArticleSource> make_csv_table(InputBuffer& buffer, SourceInfo info, const std::vector<Key>& keys) {
  return std::make_unique<CsvTable>(buffer, std::move(info), keys);
}

bool looks_like_csv(std::string_view text, const std::vector<Key>& keys) {
  text = without_mark(text).substr(0, kMaxHeader);
  const auto line = text.substr(0, text.find_first_of("\r\n"));
  if (line.find_first_of(",\t;") == std::string_view::npos) return false;
  const auto names = first_row(text, choose_delimiter(text, keys));
  const NamedParts parts(names, keys);
  return parts.known() >= 2 && parts.has_text();
}

}  // namespace newshound::reading
