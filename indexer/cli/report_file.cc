#include "indexer/cli/report_file.h"

#include "indexer/format/program/option_values.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace newshound::index_cli {
namespace {

namespace fs = std::filesystem;

Error no_report(const std::string& path, const std::string& why, const std::string& hint) {
  return {Errc::io, path + ": the report cannot be written: " + why, hint, {}};
}

std::string system_reason(int code) { return std::generic_category().message(code); }

// With links followed and without a slash at the end, as far as the path exists.
fs::path true_path(const std::string& given) {
  std::error_code fault;
  auto path = fs::weakly_canonical(fs::absolute(given, fault), fault);
  if (fault) path = fs::path(given);
  return path.has_filename() ? path : path.parent_path();
}

bool is_or_lies_in(const fs::path& path, const fs::path& whole) {
  return std::mismatch(whole.begin(), whole.end(), path.begin(), path.end()).first == whole.end();
}

bool is_same(const std::string& report, const std::string& other) {
  std::error_code ignored;  // one of them is not there, so they are two
  return is_or_lies_in(true_path(report), true_path(other)) || fs::equivalent(report, other, ignored);
}

bool is_file_or_folder(const std::string& path) {
  std::error_code ignored;
  const auto type = fs::status(path, ignored).type();
  return type == fs::file_type::regular || type == fs::file_type::not_found || type == fs::file_type::directory;
}

fs::path folder_of(const fs::path& file) { return file.has_parent_path() ? file.parent_path() : fs::path("."); }

bool is_writable(const fs::path& path) { return ::access(path.c_str(), W_OK) == 0; }

// What is reached by a link stays where it is: behind /dev/stdout is a file that others have open.
bool is_replaced(const fs::path& file) {
  std::error_code ignored;
  const auto type = fs::symlink_status(file, ignored).type();
  const bool is_plain = type == fs::file_type::regular || type == fs::file_type::not_found;
  return is_plain && is_writable(folder_of(file));
}

Result<void> write_file(const fs::path& path, const std::string& text, const std::string& name) {
  errno = 0;
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text << '\n';
  file.close();
  if (file) return {};
  return no_report(name, system_reason(errno), "what the run did stands; make room, or name another file");
}

}  // namespace

Result<void> require_report_apart(const std::string& path, const RunPlaces& places) {
  if (path.empty() || !is_file_or_folder(path)) return {};
  const auto refuse = [&](const std::string& what) {
    return program::usage_error("--report " + path + ": is, or lies in, " + what, "name a file elsewhere");
  };
  if (!places.archive.empty() && is_same(path, places.archive)) return refuse("the archive " + places.archive);
  if (!places.gate.empty() && is_same(path, places.gate)) return refuse("the gate " + places.gate);
  for (const auto& source : places.sources)
    if (source != "-" && is_same(path, source)) return refuse("the source " + source);
  return {};
}

Result<void> require_report_place(const std::string& path) {
  if (path.empty()) return {};
  const char* hint = "--report names a file in an existing folder";
  std::error_code ignored;
  const auto type = fs::symlink_status(path, ignored).type();
  const bool is_link = type == fs::file_type::symlink;
  const auto behind = fs::status(path, ignored).type();
  const bool is_pipe = behind == fs::file_type::fifo && !is_link;  // would wait for its reader
  if (is_pipe || behind == fs::file_type::directory || behind == fs::file_type::socket ||
      behind == fs::file_type::block)
    return no_report(path, "it is no regular file", hint);
  const fs::path needed = behind == fs::file_type::not_found && !is_link ? folder_of(path) : fs::path(path);
  return is_writable(needed) ? Result<void>() : no_report(path, system_reason(errno), hint);
}

Result<void> write_report(const std::string& path, const RunReport& report) {
  const fs::path file(path);
  const std::string text = report_json(report);
  if (!is_replaced(file)) return write_file(file, text, path);
  // Hidden, so that no walk of the folder takes it for a source.
  const fs::path beside =
      folder_of(file) / ("." + file.filename().string() + "." + std::to_string(::getpid()) + ".new");
  auto written = write_file(beside, text, path);
  std::error_code fault;
  if (written) fs::rename(beside, file, fault);
  if (written && !fault) return {};
  std::error_code ignored;
  fs::remove(beside, ignored);
  return written ? no_report(path, fault.message(), "what the run did stands; name another file") : written;
}

}  // namespace newshound::index_cli
