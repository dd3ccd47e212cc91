// Where --report goes. Whether it can go there is told before a run reads anything, and afterwards it is there whole or
// not at all.
#ifndef NEWSHOUND_CLI_REPORT_FILE_H
#define NEWSHOUND_CLI_REPORT_FILE_H

#include "indexer/cli/run_report.h"

#include <newshound/result.h>

#include <string>
#include <vector>

namespace newshound::index_cli {

// What a run reads and writes besides its report. Empty: none.
struct RunPlaces {
  std::vector<std::string> sources;
  std::string gate;
  std::string archive;
};

// Errc::usage if the report is one of them, or lies in one.
Result<void> require_report_apart(const std::string& path, const RunPlaces& places);

// Errc::io if no report can be written there, as far as can be told before a run: it is a file, or a device like
// /dev/stdout. An empty path is none.
Result<void> require_report_place(const std::string& path);

// Beside, then renamed, so that who reads the report meanwhile sees the old one or the new one. Errc::io.
Result<void> write_report(const std::string& path, const RunReport& report);

}  // namespace newshound::index_cli

#endif
