#include "indexer/cli/maintenance.h"

#include "indexer/cli/run_report.h"
#include "indexer/cli/stop_signal.h"
#include "indexer/format/program/counted.h"
#include "indexer/format/program/error_line.h"
#include "indexer/format/program/exit_codes.h"
#include "indexer/format/program/printable.h"

#include <newshound/searcher.h>

#include <algorithm>
#include <array>
#include <limits>

namespace newshound::index_cli {
namespace {

using program::printable;

int fail(const Error& error, const Streams& streams, const std::string& query = {}) {
  streams.errors << program::error_report(kProgram, error, query);
  return program::exit_code(error.code);
}

std::string described(const Generation& generation) {
  return "generation " + std::to_string(generation.number) + ", " + program::counted(generation.articles, "article") +
         ", " + readable_size(generation.bytes);
}

Result<std::vector<std::string>> ids_matching(const std::string& query, const std::string& archive) {
  auto searcher = Searcher::open(archive);
  if (!searcher) return searcher.error();
  const auto found =
      searcher->search({.query = query, .limit = std::numeric_limits<std::uint64_t>::max(), .ids_only = true});
  if (!found) return found.error();
  std::vector<std::string> ids;
  for (const auto& hit : found->hits) ids.push_back(hit.id);
  return ids;
}

using Row = std::array<std::string, 7>;

Row row_of(const Generation& generation) {
  return {generation.current ? "*" : " ", std::to_string(generation.number),   printable(generation.written),
          printable(generation.command),  std::to_string(generation.articles), std::to_string(generation.segments),
          readable_size(generation.bytes)};
}

}  // namespace

int remove_articles(const Options& options, const std::string& archive, const Streams& streams) {
  // Opening for writing would make an archive where there is none.
  const auto kept = generations(archive);
  if (!kept) return fail(kept.error(), streams);
  // Before the search: no other writer comes between.
  auto indexer = Indexer::open(archive, options.writing);
  if (!indexer) return fail(indexer.error(), streams);
  auto ids =
      options.query.empty() ? Result<std::vector<std::string>>(options.operands) : ids_matching(options.query, archive);
  if (!ids) return fail(ids.error(), streams, options.query);
  std::uint64_t removed = 0;
  for (const auto& id : *ids) {
    const auto was_there = indexer->remove(id);
    if (!was_there) return fail(was_there.error(), streams);
    if (*was_there) ++removed;
    if (!*was_there) streams.errors << program::warning_line(kProgram, "no article has the id `" + id + "`") << '\n';
  }
  if (removed == 0) {
    streams.out << "removed 0\n";
    return program::kNothing;
  }
  if (options.dry_run) {
    streams.out << "would remove " << removed << "; dry run, nothing was written\n";
    return program::kDone;
  }
  const auto report = indexer->commit();
  if (!report) return fail(report.error(), streams);
  streams.out << "removed " << removed << "; generation " << report->generation << ", "
              << program::counted(report->articles, "article") << '\n';
  return program::kDone;
}

int verify_archive(const std::string& archive, const Streams& streams) {
  const auto report = verify(archive);
  if (!report) return fail(report.error(), streams);
  for (const auto& fault : report->faults)
    streams.errors << program::error_line(kProgram,
                                          {Errc::damaged, fault, "roll back to an earlier generation, or rebuild", {}})
                   << '\n';
  for (const auto& leftover : report->leftovers)
    streams.errors << program::warning_line(kProgram, leftover + ": left over; the next writer removes it") << '\n';
  streams.out << (report->faults.empty() ? "sound: " : "damaged: ") << program::counted(report->files, "file") << ", "
              << readable_size(report->bytes) << ", " << program::counted(report->articles, "article") << ", "
              << program::counted(report->faults.size(), "fault") << '\n';
  return report->faults.empty() ? program::kDone : program::kDamaged;
}

std::string generation_table(const std::vector<Generation>& kept) {
  std::vector<Row> rows = {{" ", "generation", "written", "command", "articles", "segments", "size"}};
  for (const auto& generation : kept) rows.push_back(row_of(generation));
  std::array<std::size_t, 7> widths{};
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  constexpr std::array kNumeric = {false, true, false, false, true, true, true};
  std::string table;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string fill(widths[i] - row[i].size(), ' ');
      line += (i == 0 ? "" : "  ") + (kNumeric[i] ? fill + row[i] : row[i] + fill);
    }
    table += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return table;
}

int list_generations(const std::string& archive, const Streams& streams) {
  const auto kept = generations(archive);
  if (!kept) return fail(kept.error(), streams);
  streams.out << generation_table(*kept);
  return program::kDone;
}

namespace {

// Of a damaged archive it may not be known: then any generation is one to go back to.
std::uint64_t current_number(const std::string& archive) {
  const auto kept = generations(archive);
  if (!kept) return std::numeric_limits<std::uint64_t>::max();
  const auto current = std::find_if(kept->begin(), kept->end(), [](const Generation& one) { return one.current; });
  return current == kept->end() ? std::numeric_limits<std::uint64_t>::max() : current->number;
}

int no_rollback(Error error, const Options& options, const Streams& streams) {
  if (error.code != Errc::usage) return fail(error, streams);
  if (!options.generation) error.hint = "how many earlier runs stay is said by --keep of the runs that write";
  fail(error, streams);
  return program::kNothing;
}

}  // namespace

int roll_back(const Options& options, const std::string& archive, const Streams& streams) {
  const auto before = current_number(archive);
  const auto generation = rollback(archive, options.generation, options.writing.lock_wait);
  if (!generation) return no_rollback(generation.error(), options, streams);
  if (generation->number < before)
    streams.out << "rolled back: " << described(*generation) << '\n';
  else  // forward, to what was set aside or rolled back before
    streams.out << "generation " << generation->number
                << " is current: " << program::counted(generation->articles, "article") << ", "
                << readable_size(generation->bytes) << '\n';
  return program::kDone;
}

int compact_archive(const Options& options, const std::string& archive, const Streams& streams) {
  auto writing = options.writing;
  writing.stop = writing.stop_waiting = [] { return stop_signal() != 0; };
  const auto generation = compact(archive, writing);
  if (!generation) {
    const int code = fail(generation.error(), streams);
    return stop_signal() != 0 ? 128 + stop_signal() : code;
  }
  streams.out << "compacted: " << described(*generation) << '\n';
  return program::kDone;
}

}  // namespace newshound::index_cli
