#include "indexer/format/segment.h"

#include "indexer/format/guard.h"
#include "indexer/format/schema.h"
#include "indexer/format/terms.h"

#include <filesystem>
#include <system_error>
#include <utility>

namespace newshound::format {
namespace {

std::filesystem::path checked(const std::filesystem::path& path, const StoredFile& file) {
  std::error_code error;
  if (std::filesystem::exists(path, error) && !std::filesystem::is_regular_file(path, error) && !error)
    throw Failure(Errc::damaged, path.string() + " is damaged: it is no file", "run newshound-index verify");
  const auto bytes = std::filesystem::file_size(path, error);
  if (error == std::errc::no_such_file_or_directory)
    throw Failure(Errc::damaged, path.string() + " is missing",
                  "newshound-index rollback goes to an earlier generation");
  if (error) throw Failure(Errc::io, "cannot read " + path.string() + ": " + error.message());
  if (bytes != file.bytes)
    throw Failure(
        Errc::damaged,
        path.string() + " is damaged: it has " + std::to_string(bytes) + " bytes, not " + std::to_string(file.bytes),
        "run newshound-index verify");
  if (checksum_of_ends(path) != file.ends)
    throw Failure(Errc::damaged, path.string() + " is damaged: its beginning or its end is not as it was written",
                  "run newshound-index verify");
  return path;
}

}  // namespace

void check_file(const std::filesystem::path& path, const StoredFile& file) {
  if (checksum_of_file(path) != file.checksum)
    throw Failure(Errc::damaged, path.string() + " is damaged: its checksum does not hold",
                  "run newshound-index verify");
}

void check_files(const ArchivePaths& paths, const SegmentEntry& entry) {
  for (const auto& file : entry.files()) check_file(checked(paths.segment(entry.name) / file.name, file), file);
}

Segment::Segment(const ArchivePaths& paths, SegmentEntry entry)
    : entry_(std::move(entry)),
      index_((paths.segment(entry_.name) / entry_.index.name).string()),
      columns_(checked(paths.segment(entry_.name) / entry_.columns.name, entry_.columns)),
      positions_(checked(paths.segment(entry_.name) / entry_.positions.name, entry_.positions)),
      store_(checked(paths.segment(entry_.name) / entry_.store.name, entry_.store)),
      database_(checked(paths.segment(entry_.name) / entry_.index.name, entry_.index).string()) {
  const auto directory = paths.segment(entry_.name);
  if (columns_.rows() != entry_.rows || positions_.rows() != entry_.rows || store_.rows() != entry_.rows ||
      database_.get_doccount() != entry_.rows || database_.get_lastdocid() != entry_.rows)
    throw Failure(Errc::damaged, directory.string() + " is damaged: its parts disagree on the number of documents",
                  "run newshound-index verify");
  if (!entry_.dead) return;
  const auto path = checked(directory / entry_.dead->name, *entry_.dead);
  dead_ = decode_dead(read_file(path), path.string());
  if (dead_.empty()) return;
  if (dead_.front() == 0 || dead_.back() > entry_.rows)
    throw Failure(Errc::damaged, path.string() + " is damaged: it names documents that do not exist",
                  "run newshound-index verify");
  is_dead_.resize(entry_.rows);
  for (auto document : dead_) is_dead_[document - 1] = true;
}

void Segment::throw_no_such_document() const {
  throw Failure(Errc::damaged, index_ + " is damaged: it names a document that does not exist",
                "run newshound-index verify");
}

std::optional<Xapian::docid> Segment::find(std::string_view id) const {
  return reading_index([&]() -> std::optional<Xapian::docid> {
    const std::string term = value_term(find_field("id")->prefix, id);
    const auto end = database_.postlist_end(term);
    for (auto document = database_.postlist_begin(term); document != end; ++document)
      if (is_alive(*document)) return *document;
    return {};
  });
}

void Segment::rethrow_of_index(const Xapian::DatabaseError& error) const {
  if (const char* reason = error.get_error_string())
    throw Failure(Errc::io, "cannot read " + index_ + ": " + error.get_msg() + " (" + reason + ")");
  throw Failure(Errc::damaged, index_ + " is damaged: " + error.get_msg(), "run newshound-index verify");
}

}  // namespace newshound::format
