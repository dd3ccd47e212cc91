#include "indexer/format/article_store.h"
#include "indexer/format/record.h"

#include <xxhash.h>

#include <bit>
#include <utility>

namespace newshound::format {
namespace {

static_assert(std::endian::native == std::endian::little, "stored articles are little-endian and mapped as they are");
static_assert(sizeof(ArticleStoreEntry) == 32, "entries are written as they are");

// Packs a text at the end of `frames`; its hash.
std::uint64_t pack(FramePacker& packer, std::string& frames, std::string_view text, FrameKind kind) {
  const std::size_t start = frames.size();
  packer.append_frame(frames, text, kind);
  return XXH3_64bits(frames.data() + start, frames.size() - start);
}

std::string header(std::uint32_t rows) {
  std::string bytes = "NHARTICL";
  bytes.append(reinterpret_cast<const char*>(&kArticleStoreVersion), sizeof kArticleStoreVersion);
  return bytes.append(reinterpret_cast<const char*>(&rows), sizeof rows);
}

std::string_view bytes_of(const std::vector<ArticleStoreEntry>& entries) {
  return {reinterpret_cast<const char*>(entries.data()), entries.size() * sizeof(ArticleStoreEntry)};
}

// Where the frames of a part begin and end among those of its store.
struct Range {
  ArticleStoreEntry begin;
  ArticleStoreEntry end;
};

Range range_of(const ArticleStore& store, const ArticleStorePart& part) {
  if (part.first == part.end) return {};
  return {part.first == 0 ? ArticleStoreEntry{} : store.entries()[part.first - 1], store.entries()[part.end - 1]};
}

// The entries of a part as they are after frames that end at `ends`, which moves on to the end of the part.
std::vector<ArticleStoreEntry> moved(const ArticleStorePart& part, ArticleStoreEntry& ends) {
  const ArticleStore store(part.path);
  const auto [begin, end] = range_of(store, part);
  std::vector<ArticleStoreEntry> entries(store.entries().begin() + part.first, store.entries().begin() + part.end);
  for (auto& entry : entries) {
    entry.meta_end += ends.meta_end - begin.meta_end;
    entry.body_end += ends.body_end - begin.body_end;
  }
  if (!entries.empty()) ends = entries.back();
  return entries;
}

void append_metas(NewFile& file, const ArticleStorePart& part) {
  const ArticleStore store(part.path);
  const auto [begin, end] = range_of(store, part);
  file.append_part(part.path, store.metas_offset() + begin.meta_end, end.meta_end - begin.meta_end);
}

void append_bodies(NewFile& file, const ArticleStorePart& part) {
  const ArticleStore store(part.path);
  const auto [begin, end] = range_of(store, part);
  file.append_part(part.path, store.bodies_offset() + begin.body_end, end.body_end - begin.body_end);
}

}  // namespace

void ArticleStoreBuilder::add(const Article& article) {
  ArticleStoreEntry entry;
  entry.meta_hash = pack(packer_, metas_, encode_meta(article), FrameKind::meta);
  entry.body_hash = pack(packer_, bodies_, article.body, FrameKind::body);
  entry.meta_end = metas_.size();
  entry.body_end = bodies_.size();
  entries_.push_back(entry);
}

std::string ArticleStoreBuilder::bytes() const {
  return header(static_cast<std::uint32_t>(entries_.size())).append(bytes_of(entries_)).append(metas_).append(bodies_);
}

void join_article_stores(const std::vector<ArticleStorePart>& parts, const std::filesystem::path& path) {
  NewFile file(path);
  std::uint32_t rows = 0;
  for (const auto& part : parts) rows += part.end - part.first;
  file.append(header(rows));
  ArticleStoreEntry ends;
  for (const auto& part : parts) file.append(bytes_of(moved(part, ends)));
  for (const auto& part : parts) append_metas(file, part);
  for (const auto& part : parts) append_bodies(file, part);
  file.sync();
}

}  // namespace newshound::format
