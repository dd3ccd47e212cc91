// The commands of `newshound-index` that work on an archive without reading a source. Each returns the exit code.
#ifndef NEWSHOUND_CLI_MAINTENANCE_H
#define NEWSHOUND_CLI_MAINTENANCE_H

#include "indexer/cli/options.h"
#include "indexer/cli/streams.h"

#include <string>

namespace newshound::index_cli {

int remove_articles(const Options& options, const std::string& archive, const Streams& streams);
int verify_archive(const std::string& archive, const Streams& streams);
int list_generations(const std::string& archive, const Streams& streams);
int roll_back(const Options& options, const std::string& archive, const Streams& streams);
int compact_archive(const Options& options, const std::string& archive, const Streams& streams);

// One line for each, newest first, the current one marked.
std::string generation_table(const std::vector<Generation>& kept);

}  // namespace newshound::index_cli

#endif
