#include "indexer/writing/merge.h"

#include "indexer/format/article_store.h"
#include "indexer/format/columns.h"
#include "indexer/format/guard.h"
#include "indexer/format/stored_file.h"

#include <xapian.h>

#include <algorithm>
#include <string>
#include <utility>

namespace newshound::writing {
namespace {

namespace fs = std::filesystem;

constexpr int kDefaultBlockBytes = 0;

// Xapian tells how far it is at the beginning and the end of each table.
class WatchedCompactor : public Xapian::Compactor {
 public:
  explicit WatchedCompactor(const Checkpoint& checkpoint) : checkpoint_(checkpoint) {}
  void set_status(const std::string&, const std::string&) override { checkpoint_(); }

 private:
  const Checkpoint& checkpoint_;
};

// A copy of the segment without its dead documents. A single-file database is read-only, so the copy is a directory.
fs::path without_dead(const MergeInput& input, const fs::path& copy) {
  fs::remove_all(copy);
  Xapian::Database(input.index.string()).compact(copy.string(), Xapian::DBCOMPACT_NO_RENUMBER);
  Xapian::WritableDatabase database(copy.string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS);
  for (auto document : input.dead) database.delete_document(document);
  database.commit();
  return copy;
}

bool dies(const MergeInput& input, std::uint32_t row) {
  return std::binary_search(input.dead.begin(), input.dead.end(), row + 1);
}

// Rows of one input from its first living document to its last, as compaction keeps them. What is stored of the dead
// between stays, where nothing finds it.
format::ArticleStorePart append_rows(const MergeInput& input, format::ColumnsBuilder& builder,
                                     std::uint32_t& articles) {
  const format::Columns columns(input.columns);
  const auto alive = [&](std::uint32_t row) { return columns.present(row) && !dies(input, row); };
  std::uint32_t first = 0;
  std::uint32_t end = columns.rows();
  while (first < end && !alive(first)) ++first;
  while (end > first && !alive(end - 1)) --end;
  for (auto row = first; row < end; ++row) {
    if (alive(row)) {
      builder.add(columns.row(row));
      ++articles;
    } else {
      builder.add_absent();
    }
  }
  return {input.store, first, end};
}

// Proof that columns and database agree on which document numbers exist; a fault here must never reach a manifest.
void check_rows(const Xapian::Database& database, const format::Columns& columns) {
  std::uint32_t row = 0;
  const auto end = database.postlist_end("");
  for (auto document = database.postlist_begin(""); document != end; ++document, ++row) {
    while (row < columns.rows() && !columns.present(row)) ++row;
    if (row >= columns.rows() || *document != row + 1)
      throw format::Failure(Errc::internal, "a merge lost the order of its documents");
  }
  for (; row < columns.rows(); ++row)
    if (columns.present(row)) throw format::Failure(Errc::internal, "a merge lost documents");
}

bool has_living(const MergeInput& input) {
  const format::Columns columns(input.columns);
  for (std::uint32_t row = 0; row < columns.rows(); ++row)
    if (columns.present(row) && !dies(input, row)) return true;
  return false;
}

MergeOutput merge_at_once(const std::vector<MergeInput>& inputs, const fs::path& directory, const fs::path& scratch,
                          const Checkpoint& checkpoint) {
  fs::create_directories(directory);
  MergeOutput output{directory / "index.glass", directory / "columns", directory / "articles"};
  format::ColumnsBuilder builder;
  std::vector<format::ArticleStorePart> stores;
  {
    Xapian::Database all;
    std::size_t copies = 0;
    for (const auto& input : inputs) {
      checkpoint();
      if (!has_living(input)) continue;
      const auto index =
          input.dead.empty() ? input.index : without_dead(input, scratch / ("copy-" + std::to_string(copies++)));
      all.add_database(Xapian::Database(index.string()));
      stores.push_back(append_rows(input, builder, output.articles));
    }
    if (builder.rows() == 0) return output;
    WatchedCompactor compactor(checkpoint);
    all.compact(output.index.string(), Xapian::DBCOMPACT_SINGLE_FILE, kDefaultBlockBytes, compactor);
  }
  output.rows = builder.rows();
  format::write_new_file(output.columns, builder.bytes());
  format::join_article_stores(stores, output.store);
  check_rows(Xapian::Database(output.index.string()), format::Columns(output.columns));
  format::sync_file(output.index);
  format::sync_directory(directory);
  return output;
}

}  // namespace

MergeOutput merge(std::vector<MergeInput> inputs, const fs::path& directory, const fs::path& scratch,
                  const Checkpoint& checkpoint) {
  fs::create_directories(scratch);
  std::size_t tier = 0;
  while (inputs.size() > kMergeWidth) {
    std::vector<MergeInput> joined;
    for (std::size_t begin = 0; begin < inputs.size(); begin += kMergeWidth) {
      const auto end = std::min(begin + kMergeWidth, inputs.size());
      const std::vector<MergeInput> part(inputs.begin() + static_cast<std::ptrdiff_t>(begin),
                                         inputs.begin() + static_cast<std::ptrdiff_t>(end));
      const auto output = merge_at_once(part, scratch / ("tier-" + std::to_string(tier++)), scratch, checkpoint);
      if (output.rows > 0) joined.push_back({output.index, output.columns, output.store, {}});
    }
    inputs = std::move(joined);
  }
  const auto output = merge_at_once(inputs, directory, scratch, checkpoint);
  fs::remove_all(scratch);
  return output;
}

}  // namespace newshound::writing
