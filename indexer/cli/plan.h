// `newshound-index plan`: what a source will take, from a sample of it: the beginning is indexed into an archive that
// is thrown away, and the rest is taken to be like it.
#ifndef NEWSHOUND_CLI_PLAN_H
#define NEWSHOUND_CLI_PLAN_H

#include "indexer/cli/options.h"
#include "indexer/cli/streams.h"

#include <cstdint>
#include <optional>
#include <string>

namespace newshound::index_cli {

// What was measured.
struct Sample {
  std::uint64_t articles = 0;
  std::uint64_t rejected = 0;
  std::uint64_t input_bytes = 0;        // read for it, as stored
  std::uint64_t input_bytes_total = 0;  // of the source; 0: not known
  bool is_whole = false;                // the source has no more
  std::uint64_t archive_bytes = 0;
  std::uint64_t peak_rss_bytes = 0;
  double seconds = 0;
};

// What the whole source is expected to take.
struct Plan {
  std::uint64_t articles = 0;
  std::uint64_t archive_bytes = 0;
  std::uint64_t building_bytes = 0;  // free space that a rebuild needs: small segments, and what they are merged into
  std::uint64_t kept_bytes = 0;      // of the archive and the earlier rebuilds that are kept
  double seconds = 0;
};

// Empty if the size of the source is not known, or the sample has no article.
std::optional<Plan> plan_of(const Sample& sample, unsigned keep);

std::string plan_text(const Sample& sample, const std::optional<Plan>& plan, const Options& options);
std::string plan_json(const Sample& sample, const std::optional<Plan>& plan, const Options& options);

// Runs the command; the exit code.
int plan(const Options& options, const Streams& streams);

}  // namespace newshound::index_cli

#endif
