#include "indexer/cli/help.h"

#include "indexer/cli/option_table.h"
#include "indexer/format/program/exit_codes.h"

#include <algorithm>
#include <sstream>

namespace newshound::index_cli {

std::string program_help() {
  std::string text =
      "newshound-index: write a news archive\n\n"
      "Usage: newshound-index COMMAND [OPTION]... [OPERAND]...\n\nCommands:\n";
  for (const auto& spec : commands()) {
    std::string usage = std::string(spec.name) + " " + std::string(spec.operands);
    usage.resize(std::max<std::size_t>(usage.size() + 2, 26), ' ');
    text += "  " + usage + std::string(spec.summary) + "\n";
  }
  text +=
      "\nSOURCE is a file, a folder, or - for standard input. The archive is named by -i DIR or the environment\n"
      "variable NEWSHOUND_INDEX; else it is ./news.idx. newshound-index COMMAND --help shows the options of a "
      "command.\n"
      "\nExample:\n  newshound-index add -i news.idx samples/articles\n\nExit codes:\n";
  for (const auto& code : program::kExitCodes) {
    const std::string number = std::to_string(code.number);
    text += "  " + std::string(number.size() < 3 ? 3 - number.size() : 0, ' ') + number + "  ";
    text += std::string(code.meaning) + "\n";
  }
  return text;
}

std::string command_help(const CommandSpec& spec) {
  std::ostringstream text;
  text << "newshound-index " << spec.name << ": " << spec.summary << "\n\nUsage: newshound-index " << spec.name
       << " [OPTION]..." << (spec.operands.empty() ? "" : " ") << spec.operands << "\n\n"
       << option_table(spec) << "\nExample:\n  " << spec.example << "\n";
  return text.str();
}

std::string version_text() { return "newshound-index " NEWSHOUND_VERSION "\n"; }

}  // namespace newshound::index_cli
