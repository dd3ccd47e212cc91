// The public acts on a whole archive: list generations, go back, merge.
#include <newshound/indexer.h>

#include "indexer/format/guard.h"
#include "indexer/writing/archive.h"
#include "indexer/writing/commit.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace newshound {
namespace {

Generation describe(const format::Manifest& manifest, std::uint64_t current) {
  return {manifest.generation,           manifest.written,         manifest.command,
          manifest.articles(),           manifest.segments.size(), manifest.bytes(),
          manifest.generation == current};
}

// The lock makes the archive if it is missing; these acts must not.
void require_archive(const std::string& path) { (void)format::read_current_manifest(format::ArchivePaths(path)); }

void require_directory(const std::string& path) {
  const format::ArchivePaths paths(path);
  if (!std::filesystem::exists(paths.manifest()) && !std::filesystem::exists(paths.generations()))
    require_archive(path);
}

// Those to go back to, the best first: what the current generation's run was built on, then the newest; of a damaged
// current one (number 0) the newest of all.
std::vector<std::uint64_t> earlier_generations(const writing::Archive& writer) {
  const auto& current = writer.current();
  std::vector<std::uint64_t> earlier;
  for (const auto& manifest : writing::readable_generations(writer.paths()))
    if (current.generation == 0 || manifest.generation < current.generation) earlier.push_back(manifest.generation);
  std::reverse(earlier.begin(), earlier.end());
  std::stable_partition(earlier.begin(), earlier.end(), [&](auto number) { return number == current.base; });
  return earlier;
}

// The first of them that is sound. Throws what is wrong with the first if none is.
void go_back(writing::Archive& writer, const std::vector<std::uint64_t>& targets) {
  std::optional<Error> fault;
  for (const auto target : targets) {
    const auto gone = format::guard("go back", [&] { writer.go_back_to(target); });
    if (gone) return;
    if (gone.error().code != Errc::damaged) throw format::Failure(gone.error());
    if (!fault) fault = gone.error();
  }
  throw format::Failure(*fault);
}

}  // namespace

Result<std::vector<Generation>> generations(const std::string& archive) {
  return format::guard("list the generations of " + archive, [&] {
    const format::ArchivePaths paths(archive);
    const auto current = format::read_current_manifest(paths).generation;
    std::vector<Generation> list;
    for (const auto& manifest : writing::kept_generations(paths)) list.push_back(describe(manifest, current));
    std::reverse(list.begin(), list.end());
    return list;
  });
}

Result<Generation> rollback(const std::string& archive, std::optional<std::uint64_t> number,
                            std::chrono::milliseconds lock_wait) {
  return format::guard("roll back " + archive, [&] {
    require_directory(archive);
    writing::Archive writer(archive, lock_wait, true);
    const auto targets = number ? std::vector{*number} : earlier_generations(writer);
    if (targets.empty())
      throw format::Failure(Errc::usage, archive + " keeps no earlier generation",
                            "how many runs are kept is said when one is committed (--keep)");
    go_back(writer, targets);
    return describe(writer.current(), writer.current().generation);
  });
}

Result<Generation> compact(const std::string& archive, IndexOptions options) {
  return format::guard("compact " + archive, [&] {
    require_archive(archive);
    writing::Archive writer(archive, options.lock_wait, false, options.stop_waiting);
    const auto& entries = writer.current().segments;
    const bool nothing_to_do = entries.empty() || (entries.size() == 1 && !entries.front().dead);
    if (nothing_to_do) {
      writer.keep_only(options.keep);
    } else {
      const auto go_on_or_stop = [&] {
        if (options.stop && options.stop())
          throw format::Failure(Errc::stopped, "compacting " + archive + " was given up");
      };
      writing::GenerationWriter generation(writer.paths(), writer.next_generation(), options, go_on_or_stop);
      std::vector<format::SegmentEntry> merged;
      if (auto entry = generation.compacted(entries)) merged.push_back(std::move(*entry));
      writer.publish(writer.next_manifest(std::move(merged), "compact"), options.keep);
    }
    return describe(writer.current(), writer.current().generation);
  });
}

}  // namespace newshound
