#include "indexer/cli/run_report.h"

#include "indexer/format/program/counted.h"
#include "indexer/format/program/json_text.h"
#include "indexer/format/program/printable.h"

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

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

Json error_json(const std::optional<Error>& error) {
  if (!error) return nullptr;
  return {{"message", error->message}, {"hint", program::text_or_null(error->hint)}};
}

}  // namespace

std::string_view name_of(RunOutcome outcome) {
  constexpr std::array<std::string_view, 8> kNames = {"swapped", "set_aside", "unchanged", "dry_run",
                                                      "gate",    "rejected",  "stopped",   "error"};
  return kNames.at(static_cast<std::size_t>(outcome));
}

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
  // Of an archive that the run did not make there is nothing to tell: the old one is not its work.
  const bool made = report.committed || report.swapped;
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
                                 {"archive_bytes", made ? Json(counts.archive_bytes) : Json(nullptr)},
                                 {"generation", made ? Json(counts.generation) : Json(nullptr)},
                                 {"analyser", program::text_or_null(report.analyser)},
                                 {"verified", counts.verified},
                                 {"gate_failures", gate_json(report.gate_failures)},
                                 {"swapped", report.swapped},
                                 {"outcome", name_of(report.outcome)},
                                 {"exit_code", report.exit_code},
                                 {"error", error_json(report.error)}});
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
