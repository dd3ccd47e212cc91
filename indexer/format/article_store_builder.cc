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

// The entries of a store as they are behind frames that end at `ends`, which moves on to the end of the store's.
std::vector<ArticleStoreEntry> moved(const ArticleStore& store, ArticleStoreEntry& ends) {
  std::vector<ArticleStoreEntry> entries(store.entries().begin(), store.entries().end());
  for (auto& entry : entries) {
    entry.meta_end += ends.meta_end;
    entry.body_end += ends.body_end;
  }
  ends.meta_end += store.metas_bytes();
  ends.body_end += store.bodies_bytes();
  return entries;
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

void join_article_stores(const std::vector<std::filesystem::path>& stores, const std::filesystem::path& path) {
  NewFile file(path);
  std::uint32_t rows = 0;
  for (const auto& store : stores) rows += ArticleStore(store).rows();
  file.append(header(rows));
  ArticleStoreEntry ends;
  for (const auto& store : stores) file.append(bytes_of(moved(ArticleStore(store), ends)));
  for (const auto& name : stores) {
    const ArticleStore store(name);
    file.append_part(name, store.metas_offset(), store.metas_bytes());
  }
  for (const auto& name : stores) {
    const ArticleStore store(name);
    file.append_part(name, store.bodies_offset(), store.bodies_bytes());
  }
  file.sync();
}

}  // namespace newshound::format
