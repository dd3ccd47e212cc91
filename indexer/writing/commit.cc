#include "indexer/writing/commit.h"

#include "indexer/format/stored_file.h"
#include "indexer/writing/merge.h"
#include "indexer/writing/pipeline.h"

#include <algorithm>
#include <map>
#include <utility>

namespace newshound::writing {

// What is to be merged, in this order.
struct Parts {
  std::vector<SegmentFiles> files;
  std::set<std::string> stemmers;
  std::vector<std::uint32_t> dead;  // document numbers of the whole
  std::uint32_t rows = 0;
};

namespace {

namespace fs = std::filesystem;
using format::SegmentEntry;

format::StoredFile describe(const fs::path& path) {
  return {path.filename().string(), fs::file_size(path), format::checksum_of_file(path),
          format::checksum_of_ends(path)};
}

std::vector<std::uint32_t> dead_of(const format::ArchivePaths& paths, const SegmentEntry& entry) {
  if (!entry.dead) return {};
  const auto path = paths.segment(entry.name) / entry.dead->name;
  return format::decode_dead(format::read_file(path), path.string());
}

Parts parts_of(const std::vector<BuiltSegment>& built, const std::unordered_set<std::uint64_t>& dead_arrivals) {
  Parts parts;
  for (const auto& segment : built) {
    parts.files.push_back(segment.files);
    parts.stemmers.insert(segment.stemmers.begin(), segment.stemmers.end());
    for (const auto arrival : segment.arrivals) {
      ++parts.rows;
      if (dead_arrivals.contains(arrival)) parts.dead.push_back(parts.rows);
    }
  }
  return parts;
}

// What is made of a damaged file would get a checksum of its own and be sound ever after: no byte is merged or indexed
// again that is not as it was written.
Parts parts_of(const format::ArchivePaths& paths, const std::vector<SegmentEntry>& entries) {
  Parts parts;
  for (const auto& entry : entries) {
    format::check_files(paths, entry);
    const auto directory = paths.segment(entry.name);
    parts.files.push_back({directory / entry.index.name, directory / entry.columns.name,
                           directory / entry.positions.name, directory / entry.store.name});
    parts.stemmers.insert(entry.stemmers.begin(), entry.stemmers.end());
    for (const auto document : dead_of(paths, entry)) parts.dead.push_back(parts.rows + document);
    parts.rows += entry.rows;
  }
  return parts;
}

// Segments within a factor of kTierWidth of each other share a tier.
unsigned tier_of(const SegmentEntry& entry) {
  unsigned tier = 0;
  for (std::uint64_t articles = entry.articles; articles >= kTierWidth; articles /= kTierWidth) ++tier;
  return tier;
}

// The lowest tier with kTierWidth members or more, taken out of the entries.
std::vector<SegmentEntry> take_full_tier(std::vector<SegmentEntry>& entries) {
  std::map<unsigned, std::size_t> members;
  for (const auto& entry : entries) ++members[tier_of(entry)];
  const auto full =
      std::find_if(members.begin(), members.end(), [](const auto& tier) { return tier.second >= kTierWidth; });
  std::vector<SegmentEntry> taken;
  if (full == members.end()) return taken;
  for (const auto& entry : entries)
    if (tier_of(entry) == full->first) taken.push_back(entry);
  std::erase_if(entries, [&](const auto& entry) { return tier_of(entry) == full->first; });
  return taken;
}

bool has_many_dead(const SegmentEntry& entry) { return entry.rows - entry.articles > entry.rows / 4; }

// The living articles of a segment, indexed from what is stored of them. Their content hashes are those of the articles
// as they were once put, which nothing stored tells.
std::vector<BuiltSegment> index_again(const format::Segment& segment, Pipeline& pipeline,
                                      const Checkpoint& checkpoint) {
  for (std::uint32_t row = 0; row < segment.entry().rows; ++row) {
    if (!segment.is_alive(row + 1)) continue;
    checkpoint();
    pipeline.put_understood(segment.store().article(row), segment.columns().content_hash(row),
                            segment.columns().added(row));
  }
  return pipeline.drain(checkpoint);
}

}  // namespace

void GenerationWriter::write_dead(SegmentEntry& entry, const std::vector<std::uint32_t>& dead) {
  const auto path = paths_.segment(entry.name) / ("dead-" + format::eight_digits(generation_));
  format::write_new_file(path, format::encode_dead(dead));
  format::sync_directory(path.parent_path());
  entry.dead = describe(path);
  entry.articles = entry.rows - static_cast<std::uint32_t>(dead.size());
}

std::optional<SegmentEntry> GenerationWriter::merged(const Parts& parts) {
  if (parts.dead.size() == parts.rows) return {};
  SegmentEntry entry;
  entry.name = "s" + format::eight_digits(generation_) + "-" + std::to_string(serial_++);
  fs::remove_all(paths_.segment(entry.name));  // a killed writer may have got as far as this
  const auto scratch = paths_.segments() / ("merging-" + entry.name);
  const auto files = merge(parts.files, paths_.segment(entry.name), scratch, checkpoint_);
  entry.index = describe(files.index);
  entry.columns = describe(files.columns);
  entry.positions = describe(files.positions);
  entry.store = describe(files.store);
  entry.rows = parts.rows;
  entry.articles = parts.rows;
  entry.stemmers.assign(parts.stemmers.begin(), parts.stemmers.end());
  if (!parts.dead.empty()) write_dead(entry, parts.dead);
  return entry;
}

std::optional<SegmentEntry> GenerationWriter::merge_built(const std::vector<BuiltSegment>& built,
                                                          const std::unordered_set<std::uint64_t>& dead_arrivals) {
  return merged(parts_of(built, dead_arrivals));
}

std::optional<SegmentEntry> GenerationWriter::with_dead(const format::Segment& segment,
                                                        const std::set<std::uint32_t>& newly_dead) {
  SegmentEntry entry = segment.entry();
  if (newly_dead.empty()) return entry;
  std::vector<std::uint32_t> dead;
  std::set_union(segment.dead().begin(), segment.dead().end(), newly_dead.begin(), newly_dead.end(),
                 std::back_inserter(dead));
  if (dead.size() == entry.rows) return {};
  write_dead(entry, dead);
  return entry;
}

std::optional<SegmentEntry> GenerationWriter::merge_entries(const std::vector<SegmentEntry>& entries) {
  return merged(parts_of(paths_, entries));
}

std::optional<SegmentEntry> GenerationWriter::without_dead(const SegmentEntry& entry) {
  format::check_files(paths_, entry);
  const auto scratch = paths_.segments() / ("rewriting-" + entry.name);
  fs::remove_all(scratch);
  std::optional<SegmentEntry> written;
  {
    Pipeline pipeline(scratch, options_.threads, options_.memory);
    written = merge_built(index_again(format::Segment(paths_, entry), pipeline, checkpoint_), {});
  }
  fs::remove_all(scratch);
  return written;
}

std::vector<SegmentEntry> GenerationWriter::keep_few(std::vector<SegmentEntry> entries) {
  for (auto& entry : entries)
    if (has_many_dead(entry)) entry = without_dead(entry).value();
  for (auto tier = take_full_tier(entries); !tier.empty(); tier = take_full_tier(entries))
    entries.push_back(merge_entries(tier).value());
  return entries;
}

std::optional<SegmentEntry> GenerationWriter::compacted(std::vector<SegmentEntry> entries) {
  for (auto& entry : entries)
    if (entry.dead) entry = without_dead(entry).value();
  if (entries.size() == 1) return entries.front();
  return merge_entries(entries);
}

}  // namespace newshound::writing
