// newshound: searches a news archive. Everything it does is in run.cc; here are the two things only a process has:
// its streams, and exceptions that nobody was ready for.
#include "indexer/format/program/error_line.h"
#include "indexer/format/program/exit_codes.h"
#include "searcher/cli/run.h"

#include <exception>
#include <iostream>

int main(int count, char** values) {
  using namespace newshound;
  std::ios::sync_with_stdio(false);
  std::cin.tie(nullptr);
  try {
    const std::vector<std::string> arguments(values + (count > 0 ? 1 : 0), values + count);
    const int code = search_cli::run(arguments, search_cli::read_environment(), {std::cin, std::cout, std::cerr});
    if (std::cout.flush()) return code;
    std::cerr << program::error_line("newshound",
                                     {Errc::io, "standard output: cannot be written", "is the disk full?", {}})
              << '\n';
    return program::kInputOutput;
  } catch (const std::exception& fault) {
    std::cerr << program::error_line(
                     "newshound",
                     {Errc::internal, std::string("internal error: ") + fault.what(), "please report this", {}})
              << '\n';
    return program::kBug;
  }
}
