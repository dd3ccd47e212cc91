// What a renderer may know of the place it writes to. The one file that asks the terminal is style.cc.
#ifndef NEWSHOUND_CLI_STYLE_H
#define NEWSHOUND_CLI_STYLE_H

#include "searcher/cli/options.h"

#include <string>
#include <string_view>

namespace newshound::search_cli {

struct Style {
  bool color = false;     // escape sequences of our own
  bool terminal = false;  // a person looks at it: long lines are wrapped and cut
  unsigned width = 80;    // columns
  bool stats = false;     // time and generation, which differ from run to run
};

// What the programs take from their surroundings; main fills it, tests make their own.
struct Environment {
  std::string archive;    // NEWSHOUND_INDEX
  bool no_color = false;  // NO_COLOR is set and not empty, or the terminal is dumb
  bool terminal = false;  // standard output is one
  unsigned width = 80;
};

Environment read_environment();

Style style_of(const Options& options, const Environment& environment);

// The text between the escape sequences, or plain.
std::string bold(std::string_view text, const Style& style);
std::string marked(std::string_view text, const Style& style);
std::string dim(std::string_view text, const Style& style);

}  // namespace newshound::search_cli

#endif
