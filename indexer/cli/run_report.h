// What a run of `add` or `rebuild` did, as the summary for people, as lines for rejected documents, and as the JSON of
// --report.
#ifndef NEWSHOUND_CLI_RUN_REPORT_H
#define NEWSHOUND_CLI_RUN_REPORT_H

#include "indexer/cli/gate.h"

#include <newshound/indexer.h>
#include <newshound/reader.h>
#include <newshound/result.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newshound::index_cli {

// How a run ended, in one word.
enum class RunOutcome : std::uint8_t {
  swapped,    // readers see what it made
  set_aside,  // it made a generation that waits for rollback
  unchanged,  // there was nothing to change
  dry_run,
  gate,      // refused by the gate
  rejected,  // too many documents were rejected: nothing was committed
  stopped,   // by a signal; `swapped` says whether what was read until then is kept
  error,     // by what `error` says
};

struct RunReport {
  std::string archive;  // path
  IndexReport counts;
  double seconds = 0;
  std::uint64_t input_bytes = 0;
  std::uint64_t peak_rss_bytes = 0;
  std::string analyser;    // empty: not known
  bool committed = false;  // else nothing of the run is in the archive, or only what was committed before it was cut
  bool swapped = false;    // the archive has another generation than before
  bool set_aside = false;  // it has a new generation, and readers stay with the old one
  bool dry_run = false;
  std::vector<GateFailure> gate_failures = {};
  RunOutcome outcome = RunOutcome::error;
  int exit_code = 0;
  std::optional<Error> error = {};  // why nothing was committed, or not all
};

// "set_aside"
std::string_view name_of(RunOutcome outcome);

// Three lines, each with its line feed.
std::string summary(const RunReport& report);

// "news.jsonl:3: byte 120: not a JSON object", made printable; without a line feed.
std::string rejection_line(const Rejection& rejection);

// At most 20 lines, then how many more there are.
std::string rejection_lines(const std::vector<Rejection>& rejected);

// "gate.tsv:3: ferry: gazette-1 is not ...", one for each line that does not hold, each with its line feed.
std::string gate_lines(const std::string& path, const std::vector<GateFailure>& failures);

// One line without a line feed.
std::string report_json(const RunReport& report);

// The most memory this process has had, in bytes.
std::uint64_t peak_resident_bytes();

// "1.5 MB"
std::string readable_size(std::uint64_t bytes);

}  // namespace newshound::index_cli

#endif
