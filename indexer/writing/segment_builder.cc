#include "indexer/writing/segment_builder.h"

#include "indexer/format/stored_file.h"
#include "indexer/writing/index_errors.h"

#include <utility>

namespace newshound::writing {
namespace {

std::filesystem::path index_of(const std::filesystem::path& directory) { return directory / "index"; }

// Nothing of a small segment has to survive a crash, so Xapian need neither sync nor keep its old blocks. No document
// is ever deleted or asked for its terms, so none needs a list of them.
Xapian::WritableDatabase create_database(const std::filesystem::path& directory) {
  std::filesystem::create_directories(directory);
  constexpr int kFlags =
      Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS | Xapian::DB_NO_TERMLIST;
  const auto path = index_of(directory);
  return make_index(path, [&] { return Xapian::WritableDatabase(path.string(), kFlags); });
}

}  // namespace

std::uint64_t text_bytes(const Article& article) { return article.title.size() + article.body.size() + 1024; }

SegmentBuilder::SegmentBuilder(std::filesystem::path directory, DocumentMaker& maker)
    : directory_(std::move(directory)), maker_(maker), database_(create_database(directory_)) {
  maker_.begin_segment(positions_);
}

void SegmentBuilder::add(const Article& article, std::uint64_t content_hash, Day added, std::uint64_t arrival) {
  const Document document = maker_.make(article, content_hash, added);
  make_index(index_of(directory_), [&] { database_.add_document(document.xapian); });
  columns_.add(document.row);
  store_.add(article);
  arrivals_.push_back(arrival);
  stemmers_.insert(document.stemmer);
  text_bytes_ += writing::text_bytes(article);
}

BuiltSegment SegmentBuilder::finish() {
  make_index(index_of(directory_), [&] {
    database_.commit();
    database_.close();
  });
  SegmentFiles files{index_of(directory_), directory_ / "columns", directory_ / "positions", directory_ / "articles"};
  format::NewFile(files.columns).append(columns_.bytes());
  positions_.write(files.positions);
  format::NewFile(files.store).append(store_.bytes());
  return {std::move(files), std::move(arrivals_), std::move(stemmers_)};
}

}  // namespace newshound::writing
