#include "searcher/cli/run.h"

#include "indexer/format/program/archive_path.h"
#include "indexer/format/program/counted.h"
#include "indexer/format/program/error_line.h"
#include "indexer/format/program/exit_codes.h"
#include "searcher/cli/answer.h"
#include "searcher/cli/batch.h"
#include "searcher/cli/clock.h"
#include "searcher/cli/help.h"
#include "searcher/cli/info.h"
#include "searcher/cli/render_json.h"
#include "searcher/cli/suggestions.h"

#include <newshound/searcher.h>

#include <ctime>
#include <fstream>
#include <optional>

namespace newshound::search_cli {
namespace {

constexpr const char* kProgram = "newshound";

class Run {
 public:
  Run(Options options, const Environment& environment, const Streams& streams)
      : options_(std::move(options)),
        environment_(environment),
        streams_(streams),
        style_(style_of(options_, environment)) {}

  int go() {
    warn(options_.warnings);
    if (options_.command == Command::info && options_.topic == InfoTopic::fields) return fields();
    const auto day = today(options_.zone, options_.now, std::time(nullptr));
    if (!day) return fail(day.error());
    options_.request.today = *day;
    const auto path = program::archive_path(options_.index, environment_.archive);
    if (!path) return fail(path.error());
    auto searcher = Searcher::open(*path, {.skip_damaged = options_.skip_damaged});
    if (!searcher) return fail(searcher.error());
    if (!searcher->missing().empty()) warn({left_out_warning(searcher->missing())});
    switch (options_.command) {
      case Command::show:
        return show(*searcher);
      case Command::suggest:
        return suggest(*searcher);
      case Command::explain:
        return explain(*searcher);
      case Command::info:
        return options_.topic == InfoTopic::outlets ? outlets(*searcher) : info(*searcher);
      default:
        return options_.batch.empty() ? search(*searcher) : batch(*searcher);
    }
  }

 private:
  int search(Searcher& searcher) {
    const bool shows_advice =
        options_.format == Format::text || options_.format == Format::json || options_.format == Format::jsonl;
    options_.request.advice = shows_advice && options_.command != Command::count;
    const auto results = searcher.search(options_.request);
    if (!results) return fail(results.error());
    std::optional<Explanation> explanation;
    if (options_.explain) {
      auto explained = searcher.explain(options_.request);
      if (!explained) return fail(explained.error());
      explanation = *std::move(explained);
    }
    warn(results->query.warnings);
    write_answer(streams_.out, options_, *results, options_.explain ? &*explanation : nullptr, style_);
    if (options_.format == Format::text) write_advice_text(streams_.out, *results);
    if (is_timed_out(*results)) {
      warn({"the time was up; what is shown is what was found until then"});
      return program::kTimeout;
    }
    return results->total > 0 ? program::kDone : program::kNothing;
  }

  int batch(Searcher& searcher) {
    const Search search = [&searcher](const SearchRequest& request) { return searcher.search(request); };
    if (options_.batch == "-") return run_batch(options_, streams_.in, search, streams_.out, streams_.errors);
    std::ifstream file(options_.batch);
    if (!file)
      return fail({Errc::io, options_.batch + ": cannot be read", "--batch names a file of lines: id TAB query", {}});
    return run_batch(options_, file, search, streams_.out, streams_.errors);
  }

  int show(Searcher& searcher) {
    const auto article = searcher.article(options_.id);
    if (!article) return fail(article.error());
    if (!*article) {
      streams_.errors << program::error_line(kProgram, {Errc::usage,
                                                        "show: no article has the id `" + options_.id + "`",
                                                        "ids stand under each hit of newshound search",
                                                        {}})
                      << '\n';
      if (options_.format == Format::json) write_line(streams_.out, Json{{"version", 1}, {"article", nullptr}});
      return program::kNothing;
    }
    write_article(streams_.out, options_, **article, style_);
    return program::kDone;
  }

  int suggest(Searcher& searcher) {
    const auto suggestions = searcher.suggest(options_.prefix, options_.request.limit);
    if (!suggestions) return fail(suggestions.error());
    if (options_.format == Format::json)
      write_line(streams_.out, suggestions_json(options_.prefix, *suggestions));
    else if (options_.format == Format::csv)
      write_suggestions_csv(streams_.out, *suggestions);
    else
      write_suggestions_text(streams_.out, *suggestions, style_);
    return suggestions->empty() ? program::kNothing : program::kDone;
  }

  int explain(Searcher& searcher) {
    const auto explanation = searcher.explain(options_.request);
    if (!explanation) return fail(explanation.error());
    warn(explanation->query.warnings);
    write_explanation(streams_.out, options_, *explanation, style_);
    return program::kDone;  // an explanation is shown even if nothing matches
  }

  int fields() {
    const auto fields = query_fields();
    if (!fields) return fail(fields.error());
    if (options_.format == Format::json) {
      write_line(streams_.out, fields_json(*fields));
    } else {
      write_fields_text(streams_.out, *fields, style_);
    }
    return program::kDone;
  }

  int info(Searcher& searcher) {
    const auto info = searcher.info();
    if (!info) return fail(info.error());
    const bool coverage = options_.topic == InfoTopic::coverage;
    if (options_.format == Format::json) {
      write_line(streams_.out, coverage ? coverage_json(*info) : index_json(*info));
    } else {
      coverage ? write_coverage_text(streams_.out, *info, style_) : write_index_text(streams_.out, *info, style_);
    }
    return program::kDone;
  }

  // Every outlet: the facet of the whole archive.
  int outlets(Searcher& searcher) {
    constexpr std::uint64_t kAll = 1'000'000;
    options_.command = Command::facet;
    options_.request.query = "*";
    options_.request.limit = 0;
    options_.request.facets = {{"outlet", kAll}};
    return search(searcher);
  }

  void warn(const std::vector<std::string>& warnings) {
    for (const auto& warning : warnings) streams_.errors << program::warning_line(kProgram, warning) << '\n';
  }

  static std::string left_out_warning(const std::vector<std::string>& missing) {
    std::string names;
    for (const auto& name : missing) names.append(names.empty() ? "" : ", ").append(name);
    return program::counted(missing.size(), "segment") + " of the archive left out as damaged: " + names;
  }

  int fail(const Error& damaged) {
    Error error = damaged;
    if (error.code == Errc::damaged && !options_.skip_damaged)
      error.hint.append(error.hint.empty() ? "" : "; ").append("--skip-damaged answers from the rest");
    streams_.errors << program::error_report(kProgram, error, options_.request.query);
    if (options_.format == Format::json) write_line(streams_.out, error_json(error));
    return program::exit_code(error.code);
  }

  Options options_;
  const Environment& environment_;
  const Streams& streams_;
  Style style_;
};

int print_help(const Options& options, std::ostream& out) {
  if (options.version) {
    out << version_text();
  } else {
    out << (options.whole_program ? program_help() : command_help(spec_of(options.command)));
  }
  return program::kDone;
}

}  // namespace

int run(const std::vector<std::string>& arguments, const Environment& environment, const Streams& streams) {
  auto options = parse_options(arguments);
  if (!options) {
    streams.errors << program::error_report(kProgram, options.error());
    if (asks_for_json(arguments)) write_line(streams.out, error_json(options.error()));
    return program::exit_code(options.error().code);
  }
  if (options->help || options->version) return print_help(*options, streams.out);
  return Run(*std::move(options), environment, streams).go();
}

}  // namespace newshound::search_cli
