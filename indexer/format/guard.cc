#include "indexer/format/guard.h"

#include <xapian.h>

#include <cerrno>
#include <filesystem>
#include <new>
#include <string_view>
#include <system_error>

namespace newshound::format {
namespace {

// Xapian's errors have no virtual functions: their class is known by its name. A failed system call stands in
// get_error_string().
Errc code_of(const Xapian::Error& error) {
  const std::string_view type = error.get_type();
  if (type == "DatabaseVersionError") return Errc::wrong_version;
  if (type == "DatabaseCorruptError") return Errc::damaged;
  if (error.get_error_string() != nullptr) return Errc::io;
  if (type.substr(0, 8) == "Database") return Errc::damaged;
  return Errc::internal;
}

Error from_xapian(const std::string& task, const Xapian::Error& error) {
  std::string message = "cannot " + task + ": " + error.get_msg();
  if (const char* reason = error.get_error_string()) message += std::string(" (") + reason + ")";
  const Errc code = code_of(error);
  return {code, std::move(message), code == Errc::damaged ? "run newshound-index verify" : "", {}};
}

// Its what() puts the library's own words around the path and the reason.
Error from_filesystem(const std::string& task, const std::filesystem::filesystem_error& error) {
  const std::string path = error.path1().string();
  const std::string where = path.empty() ? "" : path + ": ";
  return {Errc::io, "cannot " + task + ": " + where + error.code().message(), hint_for(error.code().value()), {}};
}

}  // namespace

std::string hint_for(int reason) {
  const std::string again = " and run again; nothing that was committed is lost";
  if (reason == ENOSPC || reason == EDQUOT) return "free some space" + again;
  if (reason == EFBIG) return "allow larger files (ulimit -f)" + again;
  return {};
}

Error current_error(const std::string& task) {
  try {
    throw;
  } catch (const Failure& failure) {
    return failure.error();
  } catch (const Xapian::Error& error) {
    return from_xapian(task, error);
  } catch (const std::filesystem::filesystem_error& error) {
    return from_filesystem(task, error);
  } catch (const std::system_error& error) {
    return {Errc::io, "cannot " + task + ": " + error.what(), "", {}};
  } catch (const std::bad_alloc&) {
    return {Errc::internal, "cannot " + task + ": out of memory", "", {}};
  } catch (const std::exception& error) {
    return {Errc::internal, "cannot " + task + ": " + error.what(), "", {}};
  } catch (...) {
    return {Errc::internal, "cannot " + task + ": unknown exception", "", {}};
  }
}

}  // namespace newshound::format
