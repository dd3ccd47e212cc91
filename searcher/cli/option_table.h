// The options of each command of `newshound` as Boost.Program_options keeps them: names, value names, defaults, help.
#ifndef NEWSHOUND_CLI_OPTION_TABLE_H
#define NEWSHOUND_CLI_OPTION_TABLE_H

#include "searcher/cli/command_table.h"

#include <boost/program_options/options_description.hpp>

namespace newshound::search_cli {

boost::program_options::options_description option_table(const CommandSpec& spec);

}  // namespace newshound::search_cli

#endif
