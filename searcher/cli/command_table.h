// The commands of `newshound`: their operands, the formats they write, the options they take and an example each.
// Parsing, --help and docs/commands.md follow from this table.
#ifndef NEWSHOUND_CLI_COMMAND_TABLE_H
#define NEWSHOUND_CLI_COMMAND_TABLE_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newshound::search_cli {

enum class Command : std::uint8_t { search, facet, histogram, count, show, suggest, explain, info };

// Options come in groups; a command takes one or more.
enum OptionGroup : unsigned {
  kCommonOptions = 1,       // --index, --format, --color
  kQueryOptions = 2,        // how the query is read, and filters beside it
  kPageOptions = 4,         // which hits, in which order
  kResultOptions = 8,       // what comes with the hits, and batches
  kBucketOptions = 16,      // --limit as the number of values of a facet
  kCompletionOptions = 32,  // --limit as the number of words, outlets and entities
  kTimeOptions = 64         // --timeout
};

struct CommandSpec {
  Command command;
  std::string_view name;
  std::string_view operands;
  std::string_view summary;
  std::string_view example;
  unsigned groups;
  std::string_view formats;            // comma-separated; the first is the default
  unsigned operands_before_query = 0;  // with a query: operands that stand before it
  bool takes_query = false;
};

const std::vector<CommandSpec>& commands();

// Null if there is none of that name.
const CommandSpec* find_command(std::string_view name);
const CommandSpec& spec_of(Command command);
std::vector<std::string> command_names();

}  // namespace newshound::search_cli

#endif
