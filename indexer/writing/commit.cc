#include "indexer/writing/commit.h"

#include "indexer/format/stored_file.h"
#include "indexer/writing/merge.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace newshound::writing {
namespace {

namespace fs = std::filesystem;
using format::SegmentEntry;

format::StoredFile describe(const fs::path& path) {
  return {path.filename().string(), fs::file_size(path), format::checksum_of_file(path)};
}

std::vector<std::uint32_t> dead_of(const format::ArchivePaths& paths, const SegmentEntry& entry) {
  if (!entry.dead) return {};
  const auto path = paths.segment(entry.name) / entry.dead->name;
  return format::decode_dead(format::read_file(path), path.string());
}

// Segments within a factor of kTierWidth of each other share a tier.
unsigned tier_of(const SegmentEntry& entry) {
  unsigned tier = 0;
  for (std::uint64_t articles = entry.articles; articles >= kTierWidth; articles /= kTierWidth) ++tier;
  return tier;
}

bool mostly_dead(const SegmentEntry& entry) { return entry.dead && entry.articles < entry.rows / 2; }

}  // namespace

std::optional<SegmentEntry> GenerationWriter::merged(std::vector<MergeInput> inputs,
                                                     const std::set<std::string>& stemmers) {
  if (inputs.empty()) return {};
  SegmentEntry entry;
  entry.name = "s" + format::eight_digits(generation_) + "-" + std::to_string(serial_++);
  fs::remove_all(paths_.segment(entry.name));  // a killed writer may have got as far as this
  const auto scratch = paths_.segments() / ("merging-" + entry.name);
  const auto output = merge(std::move(inputs), paths_.segment(entry.name), scratch, checkpoint_);
  if (output.rows == 0) return {};
  entry.index = describe(output.index);
  entry.columns = describe(output.columns);
  entry.store = describe(output.store);
  entry.rows = output.rows;
  entry.articles = output.articles;
  entry.stemmers.assign(stemmers.begin(), stemmers.end());
  return entry;
}

std::optional<SegmentEntry> GenerationWriter::merge_built(const std::vector<BuiltSegment>& built,
                                                          const std::unordered_set<std::uint64_t>& dead_arrivals) {
  std::vector<MergeInput> inputs;
  std::set<std::string> stemmers;
  for (const auto& segment : built) {
    MergeInput input{segment.index, segment.columns, segment.store, {}};
    for (std::size_t row = 0; row < segment.arrivals.size(); ++row)
      if (dead_arrivals.contains(segment.arrivals[row])) input.dead.push_back(static_cast<std::uint32_t>(row + 1));
    inputs.push_back(std::move(input));
    stemmers.insert(segment.stemmers.begin(), segment.stemmers.end());
  }
  return merged(std::move(inputs), stemmers);
}

std::optional<SegmentEntry> GenerationWriter::with_dead(const format::Segment& segment,
                                                        const std::set<std::uint32_t>& newly_dead) {
  if (newly_dead.empty()) return segment.entry();
  SegmentEntry entry = segment.entry();
  std::vector<std::uint32_t> dead;
  std::set_union(segment.dead().begin(), segment.dead().end(), newly_dead.begin(), newly_dead.end(),
                 std::back_inserter(dead));
  entry.articles -= static_cast<std::uint32_t>(dead.size() - segment.dead().size());
  if (entry.articles == 0) return {};
  const auto path = paths_.segment(entry.name) / ("dead-" + format::eight_digits(generation_));
  format::write_new_file(path, format::encode_dead(dead));
  format::sync_directory(path.parent_path());
  entry.dead = describe(path);
  return entry;
}

std::optional<SegmentEntry> GenerationWriter::merge_entries(const std::vector<SegmentEntry>& entries) {
  std::vector<MergeInput> inputs;
  std::set<std::string> stemmers;
  for (const auto& entry : entries) {
    const auto directory = paths_.segment(entry.name);
    inputs.push_back({directory / entry.index.name, directory / entry.columns.name, directory / entry.store.name,
                      dead_of(paths_, entry)});
    stemmers.insert(entry.stemmers.begin(), entry.stemmers.end());
  }
  return merged(std::move(inputs), stemmers);
}

std::vector<SegmentEntry> GenerationWriter::keep_few(std::vector<SegmentEntry> entries) {
  for (;;) {
    std::map<unsigned, std::vector<SegmentEntry>> tiers;
    for (const auto& entry : entries) tiers[tier_of(entry)].push_back(entry);
    std::vector<SegmentEntry> chosen;
    for (const auto& [tier, members] : tiers)
      if (members.size() >= kTierWidth && chosen.empty()) chosen = members;
    if (chosen.empty()) std::copy_if(entries.begin(), entries.end(), std::back_inserter(chosen), mostly_dead);
    if (chosen.empty()) return entries;
    std::erase_if(entries,
                  [&](const auto& entry) { return std::find(chosen.begin(), chosen.end(), entry) != chosen.end(); });
    if (auto joined = merge_entries(chosen)) entries.push_back(std::move(*joined));
  }
}

}  // namespace newshound::writing
