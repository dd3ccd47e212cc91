// A whole run of `newshound-index`, from arguments to exit code.
#ifndef NEWSHOUND_CLI_RUN_H
#define NEWSHOUND_CLI_RUN_H

#include "indexer/cli/streams.h"

#include <string>
#include <vector>

namespace newshound::index_cli {

// `arguments` without the program's name.
int run(const std::vector<std::string>& arguments, const Environment& environment, const Streams& streams);

}  // namespace newshound::index_cli

#endif
