#include "searcher/cli/command_table.h"

#include <algorithm>

namespace newshound::search_cli {

const std::vector<CommandSpec>& commands() {
  static const std::vector<CommandSpec> table = {
      {Command::search, "search", "QUERY...", "find articles, best first",
       "newshound search -n 5 'harbour ferry outlet:\"Harbour Gazette\"'",
       kCommonOptions | kQueryOptions | kPageOptions | kResultOptions | kTimeOptions, "text,json,jsonl,csv,ids,trec", 0,
       true},
      {Command::facet, "facet", "FIELD [QUERY...]", "count the values of a field among the matches",
       "newshound facet outlet ferry", kCommonOptions | kQueryOptions | kBucketOptions | kTimeOptions, "text,json,csv",
       1, true},
      {Command::histogram, "histogram", "UNIT [QUERY...]", "count matches by day, week, month or year",
       "newshound histogram month ferry", kCommonOptions | kQueryOptions | kTimeOptions, "text,json,csv", 1, true},
      {Command::count, "count", "[QUERY...]", "print how many articles match",
       "newshound count --outlet 'Harbour Gazette'", kCommonOptions | kQueryOptions | kTimeOptions, "text,json,csv", 0,
       true},
      {Command::show, "show", "ID", "print one article", "newshound show gazette-1", kCommonOptions, "text,json"},
      {Command::suggest, "suggest", "PREFIX", "complete the beginning of a word, an outlet or an entity",
       "newshound suggest harb", kCommonOptions | kCompletionOptions, "text,json,csv"},
      {Command::explain, "explain", "QUERY...", "show how a query is understood and what each clause matches",
       "newshound explain '\"harbour board\" -strike'", kCommonOptions | kQueryOptions, "text,json", 0, true},
      {Command::info, "info", "[index|fields|outlets|coverage]", "describe the archive", "newshound info coverage",
       kCommonOptions, "text,json"},
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

}  // namespace newshound::search_cli
