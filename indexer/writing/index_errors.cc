#include "indexer/writing/index_errors.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>
#include <system_error>

namespace newshound::writing {
namespace {

// Xapian has the system's reason only as text, and sometimes within its own.
std::string hint_in(const std::string& text) {
  constexpr std::array kReasons = {ENOSPC, EDQUOT, EFBIG};
  const auto found = std::find_if(kReasons.begin(), kReasons.end(), [&](int reason) {
    return text.find(std::generic_category().message(reason)) != std::string::npos;
  });
  return found == kReasons.end() ? "" : format::hint_for(*found);
}

}  // namespace

format::Failure cannot_make(const std::filesystem::path& path, const Xapian::Error& error) {
  std::string message = "cannot make " + path.string() + ": " + error.get_msg();
  if (const char* reason = error.get_error_string()) message += std::string(" (") + reason + ")";
  const auto hint = hint_in(message);
  return {Errc::io, std::move(message), hint};
}

}  // namespace newshound::writing
