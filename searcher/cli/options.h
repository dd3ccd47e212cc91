// The command line of `newshound` as a struct. options.cc parses and does nothing else: it opens nothing, prints
// nothing and reads no environment.
#ifndef NEWSHOUND_CLI_OPTIONS_H
#define NEWSHOUND_CLI_OPTIONS_H

#include "searcher/cli/command_table.h"

#include <newshound/result.h>
#include <newshound/searcher.h>

#include <cstdint>
#include <string>
#include <vector>

namespace newshound::search_cli {

enum class Format : std::uint8_t { text, json, jsonl, csv, ids, trec };
enum class ColorMode : std::uint8_t { automatic, always, never };
enum class InfoTopic : std::uint8_t { index, fields, outlets, coverage };

struct Options {
  Command command = Command::search;
  bool help = false;           // print the help of the command, or of the program
  bool whole_program = false;  // of --help: no command was named
  bool version = false;
  std::string index;      // -i; empty: not given
  SearchRequest request;  // everything but `today`, which needs a clock
  std::string zone;       // --tz; empty: the machine's
  std::string now;        // --now; empty: the clock
  Format format = Format::text;
  ColorMode color = ColorMode::automatic;
  bool explain = false;
  bool stats = false;
  bool skip_damaged = false;
  std::string batch;  // file of queries; empty: none
  std::string run = "newshound";
  std::string id;      // of `show`
  std::string prefix;  // of `suggest`
  InfoTopic topic = InfoTopic::index;
  std::vector<std::string> warnings;  // about the command line
};

// `arguments` without the program's name. Errc::usage.
Result<Options> parse_options(const std::vector<std::string>& arguments);

// True if the arguments ask for JSON, even if they cannot be parsed: then errors are JSON too.
bool asks_for_json(const std::vector<std::string>& arguments);

}  // namespace newshound::search_cli

#endif
