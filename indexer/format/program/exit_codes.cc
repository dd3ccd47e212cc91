#include "indexer/format/program/exit_codes.h"

namespace newshound::program {

int exit_code(Errc code) {
  switch (code) {
    case Errc::usage:
    case Errc::query:
      return kUsage;
    case Errc::archive_not_found:
      return kArchiveNotFound;
    case Errc::wrong_version:
      return kWrongVersion;
    case Errc::damaged:
      return kDamaged;
    case Errc::rejected:
      return kRejected;
    case Errc::gate:
      return kGate;
    case Errc::io:
      return kInputOutput;
    case Errc::timeout:
      return kTimeout;
    case Errc::locked:
      return kLocked;
    case Errc::stopped:  // by a signal, whose code the program knows
      return kInterrupted;
    case Errc::internal:
      return kBug;
  }
  return kBug;
}

std::string_view error_name(Errc code) {
  switch (code) {
    case Errc::usage:
      return "usage";
    case Errc::query:
      return "query";
    case Errc::archive_not_found:
      return "archive_not_found";
    case Errc::wrong_version:
      return "wrong_version";
    case Errc::damaged:
      return "damaged";
    case Errc::rejected:
      return "rejected";
    case Errc::gate:
      return "gate";
    case Errc::io:
      return "io";
    case Errc::timeout:
      return "timeout";
    case Errc::locked:
      return "locked";
    case Errc::stopped:
      return "stopped";
    case Errc::internal:
      return "internal";
  }
  return "internal";
}

}  // namespace newshound::program
