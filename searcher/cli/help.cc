#include "searcher/cli/help.h"

#include "indexer/format/program/exit_codes.h"
#include "searcher/cli/option_table.h"

#include <sstream>

namespace newshound::search_cli {

std::string program_help() {
  std::string text =
      "newshound: search a news archive\n\n"
      "Usage: newshound COMMAND [OPTION]... [OPERAND]...\n\nCommands:\n";
  for (const auto& spec : commands()) {
    std::string usage = std::string(spec.name) + " " + std::string(spec.operands);
    usage.resize(std::max<std::size_t>(usage.size() + 2, 42), ' ');
    text += "  " + usage + std::string(spec.summary) + "\n";
  }
  text +=
      "\nThe archive is named by -i DIR or the environment variable NEWSHOUND_INDEX; else it is ./news.idx.\n"
      "newshound COMMAND --help shows the options of a command, newshound info fields what a query may name.\n\n"
      "Example:\n  newshound search -i news.idx '\"harbour board\" -strike'\n\nExit codes:\n";
  for (const auto& code : program::kExitCodes) {
    const std::string number = std::to_string(code.number);
    text += "  " + std::string(number.size() < 3 ? 3 - number.size() : 0, ' ') + number + "  ";
    text += std::string(code.meaning) + "\n";
  }
  return text;
}

std::string command_help(const CommandSpec& spec) {
  std::ostringstream text;
  text << "newshound " << spec.name << ": " << spec.summary << "\n\nUsage: newshound " << spec.name << " [OPTION]... "
       << spec.operands << "\n\n"
       << option_table(spec);
  if (spec.takes_query)
    text << "\nShort options stand before QUERY, where -word excludes a word; -- ends the options.\n";
  text << "\nExample:\n  " << spec.example << "\n";
  return text.str();
}

std::string version_text() { return "newshound " NEWSHOUND_VERSION "\n"; }

}  // namespace newshound::search_cli
