// newshound-index: writes a news archive. Everything it does is in run.cc; here are the things only a process has: its
// streams, its environment, and exceptions that nobody was ready for.
#include "indexer/cli/run.h"
#include "indexer/format/program/archive_path.h"
#include "indexer/format/program/error_line.h"
#include "indexer/format/program/exit_codes.h"

#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>

int main(int count, char** values) {
  using namespace newshound;
  const auto say = [](const Error& error) { std::cerr << program::error_line(index_cli::kProgram, error) << '\n'; };
  // A file that grows past `ulimit -f` is an error of the call that writes it, and no death by a signal.
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    index_cli::Environment environment;
    const char* archive = std::getenv(program::kArchiveVariable);
    if (archive != nullptr) environment.archive = archive;
    environment.errors_terminal = isatty(STDERR_FILENO) == 1;
    const std::vector<std::string> arguments(values + (count > 0 ? 1 : 0), values + count);
    const int code = index_cli::run(arguments, environment, {std::cout, std::cerr});
    if (std::cout.flush()) return code;
    say({Errc::io, "standard output: cannot be written", "is the disk full?", {}});
    return code > 128 ? code : program::kInputOutput;
  } catch (const std::exception& fault) {
    say({Errc::internal, std::string("internal error: ") + fault.what(), "please report this", {}});
    return program::kBug;
  }
}
