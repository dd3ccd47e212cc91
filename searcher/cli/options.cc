#include "searcher/cli/options.h"

#include "indexer/format/program/argument_list.h"
#include "indexer/format/program/nearest_name.h"
#include "indexer/format/program/option_values.h"
#include "searcher/cli/option_table.h"
#include "searcher/cli/option_values.h"

#include <boost/program_options/errors.hpp>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/variables_map.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>

namespace newshound::search_cli {
namespace {

namespace po = boost::program_options;
using program::parse_number;
using program::usage_error;

constexpr std::uint64_t kMostHits = 1'000'000;
constexpr std::uint64_t kMostSnippets = 100;

using Fault = std::optional<Error>;

// Moves a good value to its place, or hands back the error.
template <typename T, typename U>
Fault take(Result<T> result, U& place) {
  if (!result) return result.error();
  place = static_cast<U>(*std::move(result));
  return {};
}

std::string join(const std::vector<std::string>& words, std::size_t from) {
  std::string text;
  for (std::size_t i = from; i < words.size(); ++i) text += (i == from ? "" : " ") + words[i];
  return text;
}

program::ArgumentRules rules_of(const CommandSpec& spec, const po::options_description& table) {
  program::ArgumentRules rules;
  rules.program = "newshound " + std::string(spec.name);
  rules.operands_before_query = spec.takes_query ? spec.operands_before_query : program::kNoQuery;
  for (const auto& option : table.options()) {
    const std::string short_form = option->canonical_display_name(po::command_line_style::allow_dash_for_short);
    const char letter = short_form.size() == 2 && short_form[0] == '-' ? short_form[1] : '\0';
    rules.options.push_back({option->long_name(), letter, option->semantic()->max_tokens() > 0});
  }
  return rules;
}

Result<po::variables_map> store(const program::ArgumentList& list, const po::options_description& table) {
  po::parsed_options parsed(&table);
  for (const auto& option : list.options) parsed.options.emplace_back(option.name, option.value);
  po::variables_map values;
  try {
    po::store(parsed, values);
    return values;
  } catch (const po::multiple_occurrences& fault) {
    return usage_error(fault.get_option_name() + ": given more than once", "give it once");
  } catch (const po::error& fault) {
    return usage_error(std::string("options: ") + fault.what());
  }
}

class Filler {
 public:
  Filler(const CommandSpec& spec, const po::variables_map& values, const std::vector<std::string>& operands)
      : spec_(spec), values_(values), operands_(operands) {}

  Result<Options> fill() {
    options_.command = spec_.command;
    options_.help = values_["help"].as<bool>();
    if (options_.help) return std::move(options_);
    for (const auto step : {&Filler::common, &Filler::operands, &Filler::query, &Filler::filters, &Filler::page,
                            &Filler::extras, &Filler::batch, &Filler::agreement}) {
      if (Fault fault = (this->*step)()) return *std::move(fault);
    }
    return std::move(options_);
  }

 private:
  [[nodiscard]] bool given(const char* name) const { return values_.count(name) > 0 && !values_[name].defaulted(); }
  [[nodiscard]] std::string text(const char* name) const {
    return values_.count(name) > 0 ? values_[name].as<std::string>() : std::string();
  }
  [[nodiscard]] bool on(const char* name) const { return values_.count(name) > 0 && values_[name].as<bool>(); }

  Fault common() {
    for (const char* name : {"index", "tz", "now", "batch", "run"})
      if (given(name) && text(name).empty()) return usage_error(std::string("--") + name + ": needs a value");
    options_.index = text("index");
    options_.skip_damaged = on("skip-damaged");
    if (text("format-version") != "1")
      return usage_error("--format-version: there is no version " + text("format-version"), "the only one is 1");
    if (Fault fault = take(parse_color(text("color")), options_.color)) return fault;
    return take(parse_format(text("format"), spec_), options_.format);
  }

  Fault operands() {
    switch (spec_.command) {
      case Command::show:
        return show_operand();
      case Command::suggest:
        return suggest_operand();
      case Command::info:
        return info_operand();
      case Command::facet:
        if (operands_.empty()) return usage_error("facet: needs a FIELD", "for example newshound facet outlet");
        options_.request.facets = {{operands_[0], 10}};
        return {};
      case Command::histogram: {
        if (operands_.empty()) return usage_error("histogram: needs a UNIT", "one of day, week, month, year");
        options_.request.histogram.emplace();
        return take(parse_unit("histogram", operands_[0]), *options_.request.histogram);
      }
      default:
        return {};
    }
  }

  Fault show_operand() {
    if (operands_.size() != 1 || operands_[0].empty())
      return usage_error("show: needs one ID", "ids stand under each hit of newshound search");
    options_.id = operands_[0];
    return {};
  }

  Fault suggest_operand() {
    options_.prefix = join(operands_, 0);
    if (options_.prefix.find_first_not_of(" \t\r\n") == std::string::npos)
      return usage_error("suggest: needs a PREFIX", "for example newshound suggest harb");
    return {};
  }

  Fault info_operand() {
    if (operands_.size() > 1) return usage_error("info: takes one topic", "one of index, fields, outlets, coverage");
    if (operands_.empty()) return {};
    return take(parse_topic(operands_[0]), options_.topic);
  }

  Fault query() {
    if (!spec_.takes_query) return {};
    options_.request.query = join(operands_, spec_.operands_before_query);
    options_.request.literal = on("literal");
    if (given("timeout"))
      if (Fault fault = take(program::parse_duration("--timeout", text("timeout")), options_.request.timeout))
        return fault;
    options_.zone = text("tz");
    options_.now = text("now");
    return take(parse_match(text("match")), options_.request.match);
  }

  // Names of options, and the field each filters.
  Fault filters() {
    if (!spec_.takes_query) return {};
    constexpr std::array<std::pair<const char*, const char*>, 9> kFilters = {{{"outlet", "outlet"},
                                                                              {"entity", "entity"},
                                                                              {"person", "person"},
                                                                              {"org", "org"},
                                                                              {"place", "place"},
                                                                              {"section", "section"},
                                                                              {"lang", "language"},
                                                                              {"after", "after"},
                                                                              {"before", "before"}}};
    for (const auto& [option, field] : kFilters) {
      if (values_.count(option) == 0) continue;
      for (const auto& value : values_[option].as<std::vector<std::string>>()) {
        if (value.empty()) return usage_error(std::string("--") + option + ": needs a value");
        options_.request.filters.push_back({field, value});
      }
    }
    return {};
  }

  Fault page() {
    SearchRequest& request = options_.request;
    if ((spec_.groups & kPageOptions) == 0) {
      request.limit = 0;
      if ((spec_.groups & kCompletionOptions) != 0)
        return take(parse_number("--limit", text("limit"), kMostHits), request.limit);
      if ((spec_.groups & kBucketOptions) == 0) return {};
      return take(parse_number("--limit", text("limit"), kMostHits), request.facets[0].limit);
    }
    if (Fault fault = take(parse_number("--limit", text("limit"), kMostHits), request.limit)) return fault;
    if (Fault fault = take(parse_number("--offset", text("offset"), kMostHits), request.offset)) return fault;
    if (given("sort")) return take(parse_sort(text("sort")), request.sort);
    return {};
  }

  Fault extras() {
    if ((spec_.groups & kResultOptions) == 0) return {};
    options_.explain = on("explain");
    options_.stats = on("stats");
    SearchRequest& request = options_.request;
    request.threads = std::max(1U, std::thread::hardware_concurrency());
    request.ids_only = options_.format == Format::ids || options_.format == Format::trec;
    if (Fault fault = take(parse_number("--snippets", text("snippets"), kMostSnippets), request.snippets)) return fault;
    if (values_.count("facet") > 0) {
      for (const auto& list : values_["facet"].as<std::vector<std::string>>())
        if (Fault fault = add_facets(list, request.facets)) return fault;
    }
    if (!given("histogram")) return {};
    request.histogram.emplace();
    return take(parse_unit("--histogram", text("histogram")), *request.histogram);
  }

  Fault batch() {
    options_.batch = text("batch");
    if (given("run")) options_.run = text("run");
    if (options_.run.find_first_of(" \t\r\n") != std::string::npos)
      return usage_error("--run: `" + options_.run + "` holds white space", "a run is one word");
    if (options_.batch.empty()) {
      if (options_.format == Format::trec)
        return usage_error("--format trec: only for batches", "add --batch FILE.tsv, or choose another format");
      return {};
    }
    if (options_.format != Format::trec && options_.format != Format::jsonl)
      return usage_error("--batch: cannot write this format", "add --format trec or --format jsonl");
    if (!options_.request.query.empty())
      return usage_error("--batch: takes no QUERY", "the queries stand in the file, one a line: id TAB query");
    return {};
  }

  // A query, or filters, or both; and what is assumed when one is missing.
  Fault agreement() {
    if (!spec_.takes_query || !options_.batch.empty()) return {};
    SearchRequest& request = options_.request;
    const bool blank = request.query.find_first_not_of(" \t\r\n") == std::string::npos;
    if (!blank) return {};
    const bool needs_query = spec_.command == Command::search || spec_.command == Command::explain;
    if (needs_query && request.filters.empty())
      return usage_error(std::string(spec_.name) + ": needs a QUERY or a filter",
                         "for example " + std::string(spec_.example));
    request.query = "*";
    request.literal = false;
    if (!given("sort")) request.sort = Sort::newest;
    return {};
  }

  const CommandSpec& spec_;
  const po::variables_map& values_;
  const std::vector<std::string>& operands_;
  Options options_;
};

Error unknown_command(const std::string& name) {
  const std::string nearest = program::nearest_name(name, command_names());
  std::string all;
  for (const auto& known : command_names()) all += (all.empty() ? "" : ", ") + known;
  if (!name.empty() && name[0] == '-')
    return usage_error(name + ": a command comes first", "for example newshound search -n 5 ferry");
  return usage_error(name + ": unknown command",
                     (nearest.empty() ? "" : "did you mean " + nearest + "? ") + "commands: " + all);
}

}  // namespace

Result<Options> parse_options(const std::vector<std::string>& arguments) {
  Options whole;
  whole.whole_program = true;
  if (arguments.empty()) return usage_error("a command is missing", "see newshound --help");
  const std::string& first = arguments[0];
  whole.help = first == "--help" || first == "-h" || first == "help";
  whole.version = first == "--version";
  if (whole.help || whole.version) return whole;
  const CommandSpec* spec = find_command(first);
  if (spec == nullptr) return unknown_command(first);
  const auto table = option_table(*spec);
  const std::vector<std::string> rest(arguments.begin() + 1, arguments.end());
  auto list = program::split_arguments(rest, rules_of(*spec, table));
  if (!list) return list.error();
  auto values = store(*list, table);
  if (!values) return values.error();
  auto options = Filler(*spec, *values, list->operands).fill();
  if (options) options->warnings = std::move(list->warnings);
  return options;
}

bool asks_for_json(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    if (arguments[i] == "--format=json") return true;
    if (arguments[i] == "--format" && i + 1 < arguments.size() && arguments[i + 1] == "json") return true;
  }
  return false;
}

}  // namespace newshound::search_cli
