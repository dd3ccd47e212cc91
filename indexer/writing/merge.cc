#include "indexer/writing/merge.h"

#include "indexer/format/article_store.h"
#include "indexer/format/columns.h"
#include "indexer/format/guard.h"
#include "indexer/format/positions.h"
#include "indexer/format/stored_file.h"
#include "indexer/writing/index_errors.h"
#include "indexer/writing/positions_merge.h"

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

namespace newshound::writing {
namespace {

namespace fs = std::filesystem;

// Xapian's compaction would tell how far it is, but what it holds is lost if an exception takes it from there. It takes
// its last sync for one that went well even if that failed, of which the system tells each open file once: `file` is
// opened before, so that its own sync will tell.
void merge_indexes(const std::vector<SegmentFiles>& inputs, const fs::path& path, const Checkpoint& checkpoint) {
  checkpoint();
  Xapian::Database all;
  for (const auto& input : inputs) all.add_database(Xapian::Database(input.index.string()));
  format::NewFile file(path);
  try {
    all.compact(file.open_again(), Xapian::DBCOMPACT_SINGLE_FILE);
  } catch (const Xapian::DatabaseError& error) {
    if (error.get_error_string() == nullptr) throw;  // an input is damaged
    throw cannot_make(path, error);
  }
  file.sync();
}

void merge_columns(const std::vector<SegmentFiles>& inputs, const fs::path& path, const Checkpoint& checkpoint) {
  format::ColumnsBuilder builder;
  for (const auto& input : inputs) {
    checkpoint();
    const format::Columns columns(input.columns);
    for (std::uint32_t row = 0; row < columns.rows(); ++row) builder.add(columns.row(row));
    columns.drop_pages();
  }
  format::NewFile file(path);
  builder.write([&](std::string_view part) { file.append(part); });
  file.sync();
}

void merge_all_positions(const std::vector<SegmentFiles>& inputs, const fs::path& path, const Checkpoint& checkpoint) {
  std::vector<fs::path> positions;
  for (const auto& input : inputs) positions.push_back(input.positions);
  merge_positions(positions, path, checkpoint);
  format::sync_file(path);
}

void merge_stores(const std::vector<SegmentFiles>& inputs, const fs::path& path, const Checkpoint& checkpoint) {
  checkpoint();
  std::vector<fs::path> stores;
  for (const auto& input : inputs) stores.push_back(input.store);
  format::join_article_stores(stores, path);
}

// Xapian leaves out leading and trailing numbers without a document; there are none, and a fault here must never reach
// a manifest.
void check_rows(const SegmentFiles& files) {
  const Xapian::Database database(files.index.string());
  const auto rows = format::Columns(files.columns).rows();
  if (database.get_doccount() != rows || database.get_lastdocid() != rows ||
      format::Positions(files.positions).rows() != rows || format::ArticleStore(files.store).rows() != rows)
    throw format::Failure(Errc::internal, "a merge lost documents");
}

SegmentFiles merge_at_once(const std::vector<SegmentFiles>& inputs, const fs::path& directory,
                           const Checkpoint& checkpoint) {
  fs::create_directories(directory);
  SegmentFiles files{directory / "index.glass", directory / "columns", directory / "positions", directory / "articles"};
  merge_indexes(inputs, files.index, checkpoint);
  merge_columns(inputs, files.columns, checkpoint);
  merge_all_positions(inputs, files.positions, checkpoint);
  merge_stores(inputs, files.store, checkpoint);
  check_rows(files);
  format::sync_directory(directory);
  return files;
}

// Groups of kMergeWidth joined, each in a directory of its own that begins with `name`.
std::vector<SegmentFiles> next_tier(const std::vector<SegmentFiles>& inputs, const fs::path& name,
                                    const Checkpoint& checkpoint) {
  std::vector<SegmentFiles> joined;
  for (std::size_t begin = 0; begin < inputs.size(); begin += kMergeWidth) {
    const auto first = inputs.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto count = static_cast<std::ptrdiff_t>(std::min(kMergeWidth, inputs.size() - begin));
    const auto directory = name.string() + "-" + std::to_string(joined.size());
    joined.push_back(merge_at_once({first, first + count}, directory, checkpoint));
  }
  return joined;
}

}  // namespace

SegmentFiles merge(std::vector<SegmentFiles> inputs, const fs::path& directory, const fs::path& scratch,
                   const Checkpoint& checkpoint) {
  fs::create_directories(scratch);
  for (int tier = 0; inputs.size() > kMergeWidth; ++tier)
    inputs = next_tier(inputs, scratch / ("tier-" + std::to_string(tier)), checkpoint);
  auto files = merge_at_once(inputs, directory, checkpoint);
  fs::remove_all(scratch);
  return files;
}

}  // namespace newshound::writing
