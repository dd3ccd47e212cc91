// --help and --version of `newshound-index`.
#ifndef NEWSHOUND_CLI_HELP_H
#define NEWSHOUND_CLI_HELP_H

#include "indexer/cli/command_table.h"

#include <string>

namespace newshound::index_cli {

std::string program_help();
std::string command_help(const CommandSpec& spec);
std::string version_text();

}  // namespace newshound::index_cli

#endif
