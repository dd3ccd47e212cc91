// The article store: per segment one file of the articles as they were indexed, mapped into memory. A hit needs an
// article's meta only; its body is unpacked for snippets and to be shown.
//
//   file  := magic version rows entry* meta* body*
//   magic := "NHARTICL"                version, rows: u32
//   entry := meta-end body-end meta-hash body-hash    u64 each, one entry for each row
//   meta  := Zstandard frame of the article's meta (record.h), packed with kMetaDictionary
//   body  := Zstandard frame of the article's body
//
// The meta of row r has the bytes from the meta-end of row r - 1 (0 for the first row) to before its own, counted from
// the first meta; the bodies likewise, counted from the first body. Nothing follows the last body. A hash is XXH3 of
// the frame, so that a flipped bit is met when the article is read, and a merge copies frames without unpacking one.
//
// All numbers little-endian; row r is Xapian document r + 1. The manifest holds the file's checksum.
#ifndef NEWSHOUND_FORMAT_ARTICLE_STORE_H
#define NEWSHOUND_FORMAT_ARTICLE_STORE_H

#include "indexer/format/frame.h"
#include "indexer/format/stored_file.h"

#include <newshound/article.h>

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newshound::format {

inline constexpr std::uint32_t kArticleStoreVersion = 1;

// As in the file.
struct ArticleStoreEntry {
  std::uint64_t meta_end = 0;
  std::uint64_t body_end = 0;
  std::uint64_t meta_hash = 0;
  std::uint64_t body_hash = 0;
};

class ArticleStore {
 public:
  // Checks the header and that the file ends with the last body; throws Failure (Errc::damaged, Errc::wrong_version).
  explicit ArticleStore(const std::filesystem::path& path);
  // The same over bytes that outlive the object; `name` is used in messages. For tests and fuzzers.
  ArticleStore(std::string_view bytes, std::string name);

  [[nodiscard]] std::uint32_t rows() const { return static_cast<std::uint32_t>(entries_.size()); }

  // Rows are below rows(). Each throws Failure (Errc::damaged) if the article is not as it was written.
  [[nodiscard]] Article article(std::uint32_t row) const;
  [[nodiscard]] Article without_body(std::uint32_t row) const;

  // Compares every frame with its hash and unpacks none; throws Failure (Errc::damaged) at the first that differs.
  void check_all() const;

  // Where things stand in the file, to copy them.
  [[nodiscard]] std::span<const ArticleStoreEntry> entries() const { return entries_; }
  [[nodiscard]] std::uint64_t metas_offset() const;
  [[nodiscard]] std::uint64_t bodies_offset() const { return metas_offset() + metas_.size(); }
  [[nodiscard]] std::uint64_t metas_bytes() const { return metas_.size(); }
  [[nodiscard]] std::uint64_t bodies_bytes() const { return bodies_.size(); }

 private:
  void parse();
  [[nodiscard]] std::string_view meta_frame(std::uint32_t row) const;
  [[nodiscard]] std::string_view body_frame(std::uint32_t row) const;
  [[nodiscard]] std::string_view frame(std::string_view all, std::uint64_t begin, std::uint64_t end,
                                       std::uint64_t hash) const;
  [[noreturn]] void damaged(const std::string& why) const;

  MappedFile file_;
  std::string_view bytes_;
  std::string name_;
  std::span<const ArticleStoreEntry> entries_;
  std::string_view metas_;
  std::string_view bodies_;
};

// Packs articles in memory.
class ArticleStoreBuilder {
 public:
  void add(const Article& article);
  [[nodiscard]] std::string bytes() const;

 private:
  FramePacker packer_;
  std::vector<ArticleStoreEntry> entries_;
  std::string metas_;
  std::string bodies_;
};

// Writes and syncs a new store of all articles of these stores in their order. Only tables are held in memory, one at a
// time.
void join_article_stores(const std::vector<std::filesystem::path>& stores, const std::filesystem::path& path);

}  // namespace newshound::format

#endif
