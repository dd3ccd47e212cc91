// What a new generation must hold before readers see it: searches that must find an article, and how far the number of
// articles may drop. A gate is a file of lines:
//
//   # a comment; blank lines are left out
//   harbour ferry<TAB>gazette-1         the article is among the first ten hits of the query
//   count-drop 10%                      the archive has lost at most so many of its articles
//   count-drop Harbour Gazette 25%      the outlet has
#ifndef NEWSHOUND_CLI_GATE_H
#define NEWSHOUND_CLI_GATE_H

#include <newshound/result.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newshound::index_cli {

struct GateLine {
  std::uint64_t line = 0;  // number, from 1
  std::string text;        // as it stands in the file
  std::string query;       // of a search; empty for a count
  std::string id;
  std::string outlet;  // of a count; empty for the whole archive
  double percent = 0;
};

struct Gate {
  std::string path;
  std::vector<GateLine> lines;
};

// A line that does not hold.
struct GateFailure {
  std::uint64_t line = 0;
  std::string text;
  std::string reason;
};

// Errc::usage with the line that is wrong; `path` is used in messages.
Result<Gate> parse_gate(std::string_view text, const std::string& path);

// The same; Errc::io if it cannot be read or is no regular file.
Result<Gate> read_gate(const std::string& path);

}  // namespace newshound::index_cli

#endif
