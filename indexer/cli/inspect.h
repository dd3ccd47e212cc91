// `newshound-index inspect`: what the reader sees in a source, article by article. Writes nothing but its output.
#ifndef NEWSHOUND_CLI_INSPECT_H
#define NEWSHOUND_CLI_INSPECT_H

#include "indexer/cli/options.h"
#include "indexer/cli/streams.h"

namespace newshound::index_cli {

// The exit code.
int inspect(const Options& options, const Streams& streams);

}  // namespace newshound::index_cli

#endif
