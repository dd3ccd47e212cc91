// The options of each command of `newshound-index` as Boost.Program_options keeps them: names, defaults, help.
#ifndef NEWSHOUND_CLI_OPTION_TABLE_H
#define NEWSHOUND_CLI_OPTION_TABLE_H

#include "indexer/cli/command_table.h"

#include <boost/program_options/options_description.hpp>

namespace newshound::index_cli {

boost::program_options::options_description option_table(const CommandSpec& spec);

}  // namespace newshound::index_cli

#endif
