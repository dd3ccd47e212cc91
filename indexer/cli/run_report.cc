#include "indexer/cli/run_report.h"

#include "indexer/format/program/counted.h"
#include "indexer/format/program/json_text.h"
#include "indexer/format/program/printable.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace newshound::index_cli {
namespace {

using program::Json;

double rate(const RunReport& report) {
  return report.seconds > 0 ? static_cast<double>(report.counts.read) / report.seconds : 0;
}

std::string one_decimal(double value) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.1f", value);
  return text.data();
}

std::string archive_line(const RunReport& report) {
  const std::string name = program::printable(report.archive);
  if (report.dry_run) return name + ": dry run, nothing was written\n";
  if (!report.committed) return name + ": nothing was committed\n";
  const std::string generation = std::to_string(report.counts.generation);
  return name + ": generation " + generation + ", " + program::counted(report.counts.articles, "article") + ", " +
         readable_size(report.counts.archive_bytes) +
         (report.set_aside ? ", set aside (newshound-index rollback " + generation + " swaps)\n" : "\n");
}

Json rejections_json(const std::vector<Rejection>& rejected) {
  Json list = Json::array();
  for (const auto& rejection : rejected) {
    list.push_back({{"source", rejection.source},
                    {"line", rejection.line > 0 ? Json(rejection.line) : Json(nullptr)},
                    {"offset", rejection.offset},
                    {"id", program::text_or_null(rejection.id)},
                    {"reason", rejection.reason}});
  }
  return list;
}

Json gate_json(const std::vector<GateFailure>& failures) {
  Json list = Json::array();
  for (const auto& failure : failures)
    list.push_back({{"line", failure.line}, {"text", failure.text}, {"reason", failure.reason}});
  return list;
}

}  // namespace

std::string summary(const RunReport& report) {
  const IndexReport& counts = report.counts;
  std::string text = archive_line(report);
  text += "read " + std::to_string(counts.read) + ": indexed " + std::to_string(counts.indexed) + ", replaced " +
          std::to_string(counts.replaced) + ", unchanged " + std::to_string(counts.unchanged) + ", rejected " +
          std::to_string(counts.rejected.size()) +
          (counts.removed > 0 ? ", removed " + std::to_string(counts.removed) : "") + "\n";
  return text + one_decimal(report.seconds) + " s, " + std::to_string(std::llround(rate(report))) + " articles/s\n";
}

std::string rejection_line(const Rejection& rejection) {
  std::string line = program::printable(rejection.source);
  if (rejection.line > 0) line += ":" + std::to_string(rejection.line);
  return line + ": byte " + std::to_string(rejection.offset) + ": " + program::printable(rejection.reason);
}

std::string rejection_lines(const std::vector<Rejection>& rejected) {
  constexpr std::size_t kMost = 20;
  std::string text;
  for (std::size_t i = 0; i < std::min(kMost, rejected.size()); ++i) text += rejection_line(rejected[i]) + "\n";
  if (rejected.size() > kMost) text += "and " + std::to_string(rejected.size() - kMost) + " more; --report lists all\n";
  return text;
}

std::string gate_lines(const std::string& path, const std::vector<GateFailure>& failures) {
  std::string text;
  for (const auto& failure : failures)
    text +=
        program::printable(path + ":" + std::to_string(failure.line) + ": " + failure.text + ": " + failure.reason) +
        "\n";
  return text;
}

std::string report_json(const RunReport& report) {
  const IndexReport& counts = report.counts;
  return program::json_text(Json{{"version", 1},
                                 {"read", counts.read},
                                 {"indexed", counts.indexed},
                                 {"replaced", counts.replaced},
                                 {"replaced_across_sources", counts.replaced_across_sources},
                                 {"removed", counts.removed},
                                 {"unchanged", counts.unchanged},
                                 {"rejected", rejections_json(counts.rejected)},
                                 {"seconds", std::round(report.seconds * 1e3) / 1e3},
                                 {"articles_per_second", std::round(rate(report) * 10) / 10},
                                 {"peak_rss_bytes", report.peak_rss_bytes},
                                 {"input_bytes", report.input_bytes},
                                 {"archive_bytes", counts.archive_bytes},
                                 {"generation", counts.generation},
                                 {"analyser", program::text_or_null(report.analyser)},
                                 {"verified", counts.verified},
                                 {"gate_failures", gate_json(report.gate_failures)},
                                 {"swapped", report.swapped}});
}

namespace {

Error no_report(const std::string& path) {
  return {Errc::io, path + ": the report cannot be written", "--report names a file in an existing folder", {}};
}

}  // namespace

Result<void> require_report_place(const std::string& path) {
  if (path.empty()) return {};
  const std::filesystem::path file(path);
  std::error_code ignored;
  if (std::filesystem::is_directory(file, ignored)) return no_report(path);
  const auto folder = file.has_parent_path() ? file.parent_path().string() : std::string(".");
  const bool is_there = std::filesystem::exists(file, ignored);
  return ::access(is_there ? path.c_str() : folder.c_str(), W_OK) == 0 ? Result<void>() : no_report(path);
}

Result<void> write_report(const std::string& path, const RunReport& report) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << report_json(report) << '\n';
  file.close();
  if (file) return {};
  return no_report(path);
}

std::uint64_t peak_resident_bytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

std::string readable_size(std::uint64_t bytes) {
  constexpr std::array kUnits = {" bytes", " kB", " MB", " GB", " TB"};
  if (bytes < 1000) return std::to_string(bytes) + kUnits[0];
  auto size = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; size >= 1000 && unit + 1 < kUnits.size(); ++unit) size /= 1000;
  return one_decimal(size) + kUnits[unit];
}

}  // namespace newshound::index_cli
