// --help and --version of `newshound`.
#ifndef NEWSHOUND_CLI_HELP_H
#define NEWSHOUND_CLI_HELP_H

#include "searcher/cli/command_table.h"

#include <string>

namespace newshound::search_cli {

std::string program_help();
std::string command_help(const CommandSpec& spec);
std::string version_text();

}  // namespace newshound::search_cli

#endif
