// The commands of `newshound-index`: their operands, the options they take and an example each. Parsing, --help and
// docs/commands.md follow from this table.
#ifndef NEWSHOUND_CLI_COMMAND_TABLE_H
#define NEWSHOUND_CLI_COMMAND_TABLE_H

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace newshound::index_cli {

enum class Command : std::uint8_t { add, rebuild, remove, verify, generations, rollback, compact, inspect, plan };

// Options come in groups; a command takes one or more.
enum OptionGroup : unsigned {
  kArchiveOptions = 1,    // --index
  kInputOptions = 2,      // how sources are read
  kRunOptions = 4,        // report, progress, rejected documents
  kWriterOptions = 8,     // --lock-wait
  kEffortOptions = 16,    // --memory, --threads
  kShowOptions = 32,      // --format
  kAddOptions = 64,       // --sync
  kRebuildOptions = 128,  // --no-swap
  kRemoveOptions = 256,   // --query
  kPlanOptions = 512,     // --sample, --keep, --format
  kKeepOptions = 1024,    // --keep, of those that commit
};

inline constexpr std::size_t kAnyNumber = std::numeric_limits<std::size_t>::max();

struct CommandSpec {
  Command command;
  std::string_view name;
  std::string_view operands;
  std::string_view summary;
  std::string_view example;
  unsigned groups;
  std::size_t least_operands;
  std::size_t most_operands;
};

const std::vector<CommandSpec>& commands();

// Null if there is none of that name.
const CommandSpec* find_command(std::string_view name);
const CommandSpec& spec_of(Command command);
std::vector<std::string> command_names();

}  // namespace newshound::index_cli

#endif
