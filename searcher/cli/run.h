// A whole run of `newshound`, from arguments to exit code.
#ifndef NEWSHOUND_CLI_RUN_H
#define NEWSHOUND_CLI_RUN_H

#include "searcher/cli/style.h"

#include <istream>
#include <ostream>
#include <string>
#include <vector>

namespace newshound::search_cli {

struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& errors;
};

// `arguments` without the program's name.
int run(const std::vector<std::string>& arguments, const Environment& environment, const Streams& streams);

}  // namespace newshound::search_cli

#endif
