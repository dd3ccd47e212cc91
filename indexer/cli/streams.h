// What a run takes from its surroundings; main fills it, tests make their own.
#ifndef NEWSHOUND_CLI_STREAMS_H
#define NEWSHOUND_CLI_STREAMS_H

#include <ostream>
#include <string>

namespace newshound::index_cli {

inline constexpr const char* kProgram = "newshound-index";

struct Streams {
  std::ostream& out;
  std::ostream& errors;
};

struct Environment {
  std::string archive;           // NEWSHOUND_INDEX
  bool errors_terminal = false;  // standard error is one
};

}  // namespace newshound::index_cli

#endif
