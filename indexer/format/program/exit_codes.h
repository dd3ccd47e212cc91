// The one table of exit codes, for both programs. docs/commands.md prints it and a test compares the two. Never change
// a number: scripts depend on them.
#ifndef NEWSHOUND_FORMAT_PROGRAM_EXIT_CODES_H
#define NEWSHOUND_FORMAT_PROGRAM_EXIT_CODES_H

#include <newshound/result.h>

#include <array>
#include <string_view>

namespace newshound::program {

inline constexpr int kDone = 0;
inline constexpr int kNothing = 1;
inline constexpr int kUsage = 2;
inline constexpr int kArchiveNotFound = 3;
inline constexpr int kWrongVersion = 4;
inline constexpr int kDamaged = 5;
inline constexpr int kRejected = 6;
inline constexpr int kGate = 7;
inline constexpr int kInputOutput = 8;
inline constexpr int kTimeout = 9;
inline constexpr int kBug = 70;
inline constexpr int kLocked = 75;
inline constexpr int kInterrupted = 130;
inline constexpr int kTerminated = 143;

struct ExitCode {
  int number;
  std::string_view meaning;
};

inline constexpr std::array kExitCodes = {
    ExitCode{kDone, "done, or something matched"},
    ExitCode{kNothing, "nothing matched, shown, removed or to roll back to"},
    ExitCode{kUsage, "usage or query error"},
    ExitCode{kArchiveNotFound, "archive not found"},
    ExitCode{kWrongVersion, "archive made by another format or analyser version"},
    ExitCode{kDamaged, "archive damaged"},
    ExitCode{kRejected, "done, but some documents were rejected (past --max-errors: nothing committed)"},
    ExitCode{kGate, "the gate refused the swap"},
    ExitCode{kInputOutput, "input/output error, disk full, or no source readable"},
    ExitCode{kTimeout, "time-out, partial result marked"},
    ExitCode{kBug, "bug"},
    ExitCode{kLocked, "locked by another writer, try again"},
    ExitCode{kInterrupted, "interrupted (SIGINT)"},
    ExitCode{kTerminated, "terminated (SIGTERM)"},
};

int exit_code(Errc code);

// The name of an error code as JSON output has it: "archive_not_found".
std::string_view error_name(Errc code);

}  // namespace newshound::program

#endif
