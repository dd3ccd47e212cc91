#include "indexer/cli/run.h"

#include "indexer/cli/help.h"
#include "indexer/cli/ingest.h"
#include "indexer/cli/inspect.h"
#include "indexer/cli/maintenance.h"
#include "indexer/cli/options.h"
#include "indexer/cli/plan.h"
#include "indexer/cli/stop_signal.h"
#include "indexer/format/program/archive_path.h"
#include "indexer/format/program/error_line.h"
#include "indexer/format/program/exit_codes.h"

namespace newshound::index_cli {
namespace {

int fail(const Error& error, const Streams& streams) {
  streams.errors << program::error_line(kProgram, error) << '\n';
  return program::exit_code(error.code);
}

int print_help(const Options& options, std::ostream& out) {
  if (options.version) {
    out << version_text();
  } else {
    out << (options.whole_program ? program_help() : command_help(spec_of(options.command)));
  }
  return program::kDone;
}

bool is_ingest(Command command) { return command == Command::add || command == Command::rebuild; }

int run_command(const Options& options, const std::string& archive, const Environment& environment,
                const Streams& streams) {
  switch (options.command) {
    case Command::add:
    case Command::rebuild:
      watch_for_stop_signals();
      return ingest(options, archive, environment, streams);
    case Command::remove:
      return remove_articles(options, archive, streams);
    case Command::verify:
      return verify_archive(archive, streams);
    case Command::generations:
      return list_generations(archive, streams);
    case Command::rollback:
      return roll_back(options, archive, streams);
    case Command::compact:
      return compact_archive(options, archive, streams);
    case Command::inspect:
    case Command::plan:
      break;  // need no archive
  }
  return program::kBug;
}

}  // namespace

int run(const std::vector<std::string>& arguments, const Environment& environment, const Streams& streams) {
  const auto options = parse_options(arguments);
  if (!options) return fail(options.error(), streams);
  if (options->help || options->version) return print_help(*options, streams.out);
  if (options->command == Command::inspect) return inspect(*options, streams);
  if (options->command == Command::plan) {
    watch_for_stop_signals();
    return plan(*options, streams);
  }
  const auto archive = program::archive_path(options->index, environment.archive);
  if (!archive && is_ingest(options->command)) return refuse_ingest(*options, archive.error(), environment, streams);
  if (!archive) return fail(archive.error(), streams);
  return run_command(*options, *archive, environment, streams);
}

}  // namespace newshound::index_cli
