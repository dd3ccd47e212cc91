#include "indexer/cli/command_table.h"

#include <algorithm>

namespace newshound::index_cli {

const std::vector<CommandSpec>& commands() {
  constexpr unsigned kWriting = kArchiveOptions | kWriterOptions | kKeepOptions;
  constexpr unsigned kReading = kInputOptions | kRunOptions | kEffortOptions;
  static const std::vector<CommandSpec> table = {
      {Command::add, "add", "SOURCE...", "add new, replace changed, skip unchanged articles",
       "newshound-index add -i news.idx samples/articles", kWriting | kReading | kAddOptions, 1, kAnyNumber},
      {Command::rebuild, "rebuild", "SOURCE...", "build a fresh generation beside the old one, then swap",
       "newshound-index rebuild -i news.idx samples/articles", kWriting | kReading | kRebuildOptions, 1, kAnyNumber},
      {Command::remove, "remove", "[ID...]", "remove articles by id or query",
       "newshound-index remove -i news.idx gazette-1", kWriting | kEffortOptions | kRemoveOptions, 0, kAnyNumber},
      {Command::verify, "verify", "", "check every checksum, segment and count", "newshound-index verify -i news.idx",
       kArchiveOptions, 0, 0},
      {Command::generations, "generations", "", "list the generations that can be gone back to",
       "newshound-index generations -i news.idx", kArchiveOptions, 0, 0},
      {Command::rollback, "rollback", "[GENERATION]", "make an earlier generation the current one",
       "newshound-index rollback -i news.idx", kArchiveOptions | kWriterOptions, 0, 1},
      {Command::compact, "compact", "", "merge all segments, fold removed articles away",
       "newshound-index compact -i news.idx", kWriting | kEffortOptions, 0, 0},
      {Command::inspect, "inspect", "SOURCE...", "show what is read from a source, article by article; writes nothing",
       "newshound-index inspect samples/articles", kInputOptions | kShowOptions, 1, kAnyNumber},
      {Command::plan, "plan", "SOURCE...", "say what disk, time and memory a source will take, from a sample",
       "newshound-index plan samples/articles", kInputOptions | kEffortOptions | kPlanOptions, 1, kAnyNumber},
  };
  return table;
}

const CommandSpec* find_command(std::string_view name) {
  const auto& table = commands();
  const auto found =
      std::find_if(table.begin(), table.end(), [name](const CommandSpec& spec) { return spec.name == name; });
  return found == table.end() ? nullptr : &*found;
}

const CommandSpec& spec_of(Command command) {
  const auto& table = commands();
  return *std::find_if(table.begin(), table.end(),
                       [command](const CommandSpec& spec) { return spec.command == command; });
}

std::vector<std::string> command_names() {
  std::vector<std::string> names;
  for (const auto& spec : commands()) names.emplace_back(spec.name);
  return names;
}

}  // namespace newshound::index_cli
