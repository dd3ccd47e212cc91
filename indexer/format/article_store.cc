#include "indexer/format/article_store.h"

#include "indexer/format/guard.h"
#include "indexer/format/record.h"

#include <xxhash.h>

#include <cstring>
#include <utility>

namespace newshound::format {
namespace {

constexpr std::size_t kHeaderBytes = 16;

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  std::memcpy(&number, bytes.data() + at, sizeof number);
  return number;
}

}  // namespace

ArticleStore::ArticleStore(const std::filesystem::path& path)
    : file_(path), bytes_(file_.bytes()), name_(path.string()) {
  parse();
}

ArticleStore::ArticleStore(std::string_view bytes, std::string name) : bytes_(bytes), name_(std::move(name)) {
  parse();
}

void ArticleStore::damaged(const std::string& why) const {
  throw Failure(Errc::damaged, name_ + " is damaged: " + why, "run newshound-index verify");
}

std::uint64_t ArticleStore::metas_offset() const { return kHeaderBytes + entries_.size_bytes(); }

void ArticleStore::parse() {
  if (bytes_.size() < kHeaderBytes || bytes_.substr(0, 8) != "NHARTICL")
    damaged("it does not begin as stored articles");
  if (const auto version = number_at(bytes_, 8); version != kArticleStoreVersion)
    throw Failure(Errc::wrong_version, name_ + " has stored articles of version " + std::to_string(version),
                  "rebuild the archive with newshound-index rebuild");
  const std::size_t rows = number_at(bytes_, 12);
  if (rows > (bytes_.size() - kHeaderBytes) / sizeof(ArticleStoreEntry)) damaged("its table is cut short");
  // Mapped files and the header are multiples of 8, so this is aligned.
  entries_ = {reinterpret_cast<const ArticleStoreEntry*>(bytes_.data() + kHeaderBytes), rows};
  const auto frames = bytes_.substr(metas_offset());
  const auto ends = rows == 0 ? ArticleStoreEntry{} : entries_.back();
  if (ends.meta_end > frames.size() || ends.body_end != frames.size() - ends.meta_end)
    damaged("it does not end with the last article");
  metas_ = frames.substr(0, ends.meta_end);
  bodies_ = frames.substr(ends.meta_end);
}

std::string_view ArticleStore::frame(std::string_view all, std::uint64_t begin, std::uint64_t end,
                                     std::uint64_t hash) const {
  if (begin > end || end > all.size()) damaged("an article lies outside the file");
  const auto bytes = all.substr(begin, end - begin);
  if (XXH3_64bits(bytes.data(), bytes.size()) != hash) damaged("an article is not as it was written");
  return bytes;
}

std::string_view ArticleStore::meta_frame(std::uint32_t row) const {
  const auto& entry = entries_[row];
  return frame(metas_, row == 0 ? 0 : entries_[row - 1].meta_end, entry.meta_end, entry.meta_hash);
}

std::string_view ArticleStore::body_frame(std::uint32_t row) const {
  const auto& entry = entries_[row];
  return frame(bodies_, row == 0 ? 0 : entries_[row - 1].body_end, entry.body_end, entry.body_hash);
}

Article ArticleStore::without_body(std::uint32_t row) const {
  return decode_meta(unpack_frame(meta_frame(row), FrameKind::meta));
}

Article ArticleStore::article(std::uint32_t row) const {
  Article article = without_body(row);
  article.body = unpack_frame(body_frame(row), FrameKind::body);
  return article;
}

void ArticleStore::check_all() const {
  constexpr std::uint32_t kRowsBetweenDrops = 16'384;
  for (std::uint32_t row = 0; row < rows(); ++row) {
    (void)meta_frame(row);
    (void)body_frame(row);
    if (row % kRowsBetweenDrops == 0) file_.drop_pages();
  }
}

}  // namespace newshound::format
