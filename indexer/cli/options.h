// The command line of `newshound-index` as a struct. options.cc parses and does nothing else: it opens nothing, prints
// nothing and reads no environment.
#ifndef NEWSHOUND_CLI_OPTIONS_H
#define NEWSHOUND_CLI_OPTIONS_H

#include "indexer/cli/command_table.h"
#include "indexer/cli/option_values.h"

#include <newshound/indexer.h>
#include <newshound/reader.h>
#include <newshound/result.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace newshound::index_cli {

enum class ProgressMode : std::uint8_t { automatic, none, jsonl };
enum class InspectFormat : std::uint8_t { text, jsonl };

struct Options {
  Command command = Command::add;
  bool help = false;           // print the help of the command, or of the program
  bool whole_program = false;  // of --help: no command was named
  bool version = false;
  std::string index;                        // -i; empty: not given
  std::vector<std::string> operands;        // sources or ids
  std::optional<std::uint64_t> generation;  // of rollback
  ReadOptions read;
  IndexOptions writing;
  std::string report;  // file; empty: none
  ProgressMode progress = ProgressMode::automatic;
  ErrorLimit error_limit;  // --max-errors; --on-error stop is a limit of none
  bool dry_run = false;
  std::string gate;  // file; empty: none
  bool sync = false;
  bool swap = true;
  std::string query;  // of remove; empty: none
  InspectFormat format = InspectFormat::text;
  std::uint64_t sample = 0;  // articles; of plan
  bool json = false;         // of plan
};

// `arguments` without the program's name. Errc::usage.
Result<Options> parse_options(const std::vector<std::string>& arguments);

}  // namespace newshound::index_cli

#endif
