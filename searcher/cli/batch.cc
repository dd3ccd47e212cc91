#include "searcher/cli/batch.h"

#include "indexer/format/program/error_line.h"
#include "indexer/format/program/exit_codes.h"
#include "searcher/cli/render_json.h"
#include "searcher/cli/render_rows.h"

#include <string>

namespace newshound::search_cli {
namespace {

class Batch {
 public:
  Batch(const Options& options, const Search& search, std::ostream& out, std::ostream& errors)
      : options_(options), search_(search), out_(out), errors_(errors) {}

  // False if the run must end.
  bool take(std::uint64_t number, std::string line) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.find_first_not_of(" \t") == std::string::npos) return true;
    const std::string where = options_.batch + ":" + std::to_string(number) + ": ";
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos || tab == 0) {
      report({Errc::usage, where + "no id and query", "a line is: id TAB query", {}}, "", "");
      return true;
    }
    SearchRequest request = options_.request;
    request.query = line.substr(tab + 1);
    return search(where, line.substr(0, tab), request);
  }

  // A folder, or a file that the system stops giving.
  void report_unreadable() {
    report({Errc::io, options_.batch + ": cannot be read", "--batch names a file of lines: id TAB query", {}}, "", "");
  }

  [[nodiscard]] int exit_code() const {
    if (fault_ != program::kDone) return fault_;
    if (timed_out_) return program::kTimeout;
    return matched_ ? program::kDone : program::kNothing;
  }

 private:
  bool search(const std::string& where, const std::string& id, const SearchRequest& request) {
    const auto results = search_(request);
    if (!results) {
      Error error = results.error();
      error.message.insert(0, where);
      report(error, id, request.query);
      return program::exit_code(error.code) == program::kUsage;
    }
    matched_ = matched_ || results->total > 0;
    timed_out_ = timed_out_ || is_timed_out(*results);
    for (const auto& warning : results->query.warnings)
      errors_ << program::warning_line("newshound", where + warning) << '\n';
    if (options_.format == Format::trec) {
      write_trec(out_, *results, id, options_.run);
    } else {
      write_results_jsonl(out_, *results, nullptr, id);
    }
    return true;
  }

  void report(const Error& error, const std::string& id, const std::string& query) {
    fault_ = program::exit_code(error.code);
    errors_ << program::error_report("newshound", error, query);
    if (options_.format != Format::jsonl) return;
    Json line = {{"type", "error"}};
    if (!id.empty()) line["query_id"] = id;
    line.update(error_json(error));
    write_line(out_, line);
  }

  const Options& options_;
  const Search& search_;
  std::ostream& out_;
  std::ostream& errors_;
  bool matched_ = false;
  bool timed_out_ = false;
  int fault_ = program::kDone;
};

}  // namespace

int run_batch(const Options& options, std::istream& queries, const Search& search, std::ostream& out,
              std::ostream& errors) {
  Batch batch(options, search, out, errors);
  std::string line;
  for (std::uint64_t number = 1; std::getline(queries, line); ++number)
    if (!batch.take(number, std::move(line))) break;
  if (queries.bad()) batch.report_unreadable();
  return batch.exit_code();
}

}  // namespace newshound::search_cli
