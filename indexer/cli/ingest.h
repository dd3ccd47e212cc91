// `newshound-index add` and `rebuild`: every article of the sources into the archive, commits, and what is said about
// it at the end.
#ifndef NEWSHOUND_CLI_INGEST_H
#define NEWSHOUND_CLI_INGEST_H

#include "indexer/cli/options.h"
#include "indexer/cli/streams.h"

#include <string>

namespace newshound::index_cli {

// The exit code. Watch for stop signals before.
int ingest(const Options& options, const std::string& archive, const Environment& environment, const Streams& streams);

// The same for a run that cannot begin because of `error`: it is said, and written to the report.
int refuse_ingest(const Options& options, const Error& error, const Environment& environment, const Streams& streams);

}  // namespace newshound::index_cli

#endif
