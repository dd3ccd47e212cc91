#include "indexer/cli/options.h"

#include "indexer/cli/option_table.h"
#include "indexer/format/program/argument_list.h"
#include "indexer/format/program/nearest_name.h"
#include "indexer/format/program/option_values.h"

#include <boost/program_options/errors.hpp>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/variables_map.hpp>

#include <algorithm>
#include <utility>

namespace newshound::index_cli {
namespace {

namespace po = boost::program_options;
using program::parse_number;
using program::usage_error;

using Fault = std::optional<Error>;

constexpr std::uint64_t kMostKept = 1'000'000;

// Moves a good value to its place, or hands back the error.
template <typename T, typename U>
Fault take(Result<T> result, U& place) {
  if (!result) return result.error();
  place = static_cast<U>(*std::move(result));
  return {};
}

program::ArgumentRules rules_of(const CommandSpec& spec, const po::options_description& table) {
  program::ArgumentRules rules;
  rules.program = "newshound-index " + std::string(spec.name);
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
  Filler(const CommandSpec& spec, const po::variables_map& values, std::vector<std::string> operands)
      : spec_(spec), values_(values) {
    options_.operands = std::move(operands);
  }

  Result<Options> fill() {
    options_.command = spec_.command;
    options_.help = values_["help"].as<bool>();
    if (options_.help) return std::move(options_);
    for (const auto step : {&Filler::operands, &Filler::archive, &Filler::input, &Filler::run, &Filler::limits,
                            &Filler::effort, &Filler::writer, &Filler::format, &Filler::own}) {
      if (Fault fault = (this->*step)()) return *std::move(fault);
    }
    return std::move(options_);
  }

 private:
  [[nodiscard]] bool takes(OptionGroup group) const { return (spec_.groups & group) != 0; }
  [[nodiscard]] std::string text(const char* name) const {
    return values_.count(name) > 0 ? values_[name].as<std::string>() : std::string();
  }

  Fault operands() {
    const auto& given = options_.operands;
    const std::string name(spec_.name);
    if (given.size() < spec_.least_operands)
      return usage_error(name + ": needs " + std::string(spec_.operands), "for example " + std::string(spec_.example));
    if (given.size() > spec_.most_operands)
      return usage_error(name + ": too many operands, from `" + given[spec_.most_operands] + "` on",
                         "usage: newshound-index " + name + " " + std::string(spec_.operands));
    for (const auto& operand : given)
      if (operand.empty()) return usage_error(name + ": an operand is empty");
    if (spec_.command != Command::rollback || given.empty()) return {};
    options_.generation.emplace();
    return take(parse_number("rollback", given[0], UINT64_MAX), *options_.generation);
  }

  Fault archive() {
    for (const char* name : {"index", "report", "id-prefix", "gate", "query"})
      if (values_.count(name) > 0 && text(name).empty())
        return usage_error(std::string("--") + name + ": needs a value");
    options_.index = text("index");
    return {};
  }

  Fault input() {
    if (!takes(kInputOptions)) return {};
    options_.read.id_prefix = text("id-prefix");
    if (Fault fault = take(parse_input_format(text("input-format")), options_.read.format)) return fault;
    if (Fault fault = take(parse_size("--max-document", text("max-document")), options_.read.max_document))
      return fault;
    if (options_.read.max_document == 0) return usage_error("--max-document: must be more than 0");
    if (values_.count("map") == 0) return {};
    for (const auto& given : values_["map"].as<std::vector<std::string>>()) {
      options_.read.map.emplace_back();
      if (Fault fault = take(parse_mapping(given), options_.read.map.back())) return fault;
    }
    return {};
  }

  Fault run() {
    if (!takes(kRunOptions)) return {};
    options_.report = text("report");
    options_.dry_run = values_["dry-run"].as<bool>();
    options_.gate = text("gate");
    return take(program::parse_choice<ProgressMode>(
                    "--progress", text("progress"),
                    {{"auto", ProgressMode::automatic}, {"none", ProgressMode::none}, {"jsonl", ProgressMode::jsonl}}),
                options_.progress);
  }

  Fault limits() {
    if (!takes(kRunOptions)) return {};
    if (values_.count("max-errors") > 0) {
      if (Fault fault = take(parse_error_limit(text("max-errors")), options_.error_limit)) return fault;
    }
    const auto stop = program::parse_choice<bool>("--on-error", text("on-error"), {{"skip", false}, {"stop", true}});
    if (!stop) return stop.error();
    if (*stop && options_.error_limit.any())
      return usage_error("--on-error stop: cannot be combined with --max-errors", "stop means --max-errors 0");
    if (*stop) options_.error_limit.count = 0;
    return {};
  }

  Fault effort() {
    constexpr std::uint64_t kLeastMemory = 64ULL << 20;
    constexpr std::uint64_t kMostThreads = 1024;
    if (!takes(kEffortOptions)) return {};
    if (Fault fault = take(parse_size("--memory", text("memory")), options_.writing.memory)) return fault;
    if (options_.writing.memory < kLeastMemory) return usage_error("--memory: must be at least 64M");
    return take(parse_number("--threads", text("threads"), kMostThreads), options_.writing.threads);
  }

  Fault writer() {
    if (!takes(kWriterOptions)) return {};
    if (Fault fault = take(program::parse_duration("--lock-wait", text("lock-wait")), options_.writing.lock_wait))
      return fault;
    if (!takes(kKeepOptions)) return {};
    return take(parse_number("--keep", text("keep"), kMostKept), options_.writing.keep);
  }

  Fault format() {
    if (!takes(kShowOptions)) return {};
    return take(program::parse_choice<InspectFormat>("--format", text("format"),
                                                     {{"text", InspectFormat::text}, {"jsonl", InspectFormat::jsonl}}),
                options_.format);
  }

  // What only one command takes.
  Fault own() {
    if (takes(kAddOptions)) return sync();
    if (takes(kPlanOptions)) return plan();
    if (takes(kRebuildOptions)) options_.swap = !values_["no-swap"].as<bool>();
    if (!takes(kRemoveOptions)) return {};
    options_.query = text("query");
    options_.dry_run = values_["dry-run"].as<bool>();
    if (options_.operands.empty() == !options_.query.empty()) return {};
    return usage_error(
        options_.query.empty() ? "remove: needs an ID or --query" : "remove: takes IDs or --query, not both",
        "for example " + std::string(spec_.example));
  }

  Fault plan() {
    constexpr std::uint64_t kMostSampled = 100'000'000;
    if (Fault fault = take(parse_number("--sample", text("sample"), kMostSampled), options_.sample)) return fault;
    if (options_.sample == 0) return usage_error("--sample: must be more than 0");
    if (Fault fault = take(parse_number("--keep", text("keep"), kMostKept), options_.writing.keep)) return fault;
    return take(program::parse_choice<bool>("--format", text("format"), {{"text", false}, {"json", true}}),
                options_.json);
  }

  Fault sync() {
    options_.sync = values_["sync"].as<bool>();
    const auto& sources = options_.operands;
    if (options_.sync && std::find(sources.begin(), sources.end(), "-") != sources.end())
      return usage_error("--sync: standard input has no name to compare by", "write it to a file first");
    return {};
  }

  const CommandSpec& spec_;
  const po::variables_map& values_;
  Options options_;
};

Error unknown_command(const std::string& name) {
  if (!name.empty() && name[0] == '-')
    return usage_error(name + ": a command comes first", "for example newshound-index add -i news.idx articles.jsonl");
  const std::string nearest = program::nearest_name(name, command_names());
  std::string all;
  for (const auto& known : command_names()) all += (all.empty() ? "" : ", ") + known;
  return usage_error(name + ": unknown command",
                     (nearest.empty() ? "" : "did you mean " + nearest + "? ") + "commands: " + all);
}

}  // namespace

Result<Options> parse_options(const std::vector<std::string>& arguments) {
  Options whole;
  whole.whole_program = true;
  if (arguments.empty()) return usage_error("a command is missing", "see newshound-index --help");
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
  return Filler(*spec, *values, std::move(list->operands)).fill();
}

}  // namespace newshound::index_cli
