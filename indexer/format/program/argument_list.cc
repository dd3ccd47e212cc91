#include "indexer/format/program/argument_list.h"

#include "indexer/format/program/nearest_name.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace newshound::program {
namespace {

bool has_white_space(std::string_view text) { return text.find_first_of(" \t\n\r\v\f") != std::string_view::npos; }

class Splitter {
 public:
  Splitter(const std::vector<std::string>& arguments, const ArgumentRules& rules)
      : arguments_(arguments), rules_(rules) {}

  Result<ArgumentList> split() {
    for (; at_ < arguments_.size(); ++at_) {
      const std::string& argument = arguments_[at_];
      if (argument == "--") {
        list_.operands.insert(list_.operands.end(), arguments_.begin() + static_cast<std::ptrdiff_t>(at_) + 1,
                              arguments_.end());
        break;
      }
      std::optional<Error> error;
      if (is_long(argument)) {
        error = take_long(argument);
      } else if (is_short(argument)) {
        error = take_short(argument);
      } else {
        warn_of_late_option(argument);
        list_.operands.push_back(argument);
      }
      if (error) return *error;
    }
    return std::move(list_);
  }

 private:
  static bool is_long(std::string_view argument) {
    return argument.substr(0, 2) == "--" && !has_white_space(argument.substr(0, argument.find('=')));
  }

  [[nodiscard]] bool in_query() const {
    return rules_.operands_before_query != kNoQuery && list_.operands.size() > rules_.operands_before_query;
  }

  [[nodiscard]] bool is_short(std::string_view argument) const {
    return argument.size() > 1 && argument[0] == '-' && argument[1] != '-' && !in_query() && !has_white_space(argument);
  }

  // `search ferry -n 3` looks for articles without an n: right by the rule, and rarely meant.
  void warn_of_late_option(const std::string& argument) {
    if (!in_query() || argument.size() != 2 || argument[0] != '-') return;
    const auto shape = std::find_if(rules_.options.begin(), rules_.options.end(),
                                    [&argument](const OptionShape& option) { return option.letter == argument[1]; });
    if (shape == rules_.options.end()) return;
    list_.warnings.push_back("`" + argument +
                             "` within the query is query text; the option is written before it, or --" + shape->name);
  }

  std::optional<Error> take_long(const std::string& argument) {
    const std::size_t equals = argument.find('=');
    const std::string name = argument.substr(2, equals == std::string::npos ? equals : equals - 2);
    const auto shape = std::find_if(rules_.options.begin(), rules_.options.end(),
                                    [&name](const OptionShape& option) { return option.name == name; });
    if (shape == rules_.options.end()) return unknown_long(name);
    if (equals == std::string::npos) return take_value(*shape, "--" + name);
    if (!shape->takes_value) return usage("--" + name + ": takes no value", "write --" + name);
    list_.options.push_back({name, {argument.substr(equals + 1)}});
    return {};
  }

  std::optional<Error> take_short(const std::string& argument) {
    const auto shape = std::find_if(rules_.options.begin(), rules_.options.end(),
                                    [&argument](const OptionShape& option) { return option.letter == argument[1]; });
    if (shape == rules_.options.end()) return unknown_short(argument);
    if (argument.size() > 2) {
      const std::string apart = "write " + argument.substr(0, 2) + " " + argument.substr(2);
      return usage(argument + ": unknown option", (shape->takes_value ? apart : help_advice()) + query_advice());
    }
    return take_value(*shape, argument);
  }

  std::optional<Error> take_value(const OptionShape& shape, const std::string& as_given) {
    if (!shape.takes_value) {
      list_.options.push_back({shape.name, {}});
      return {};
    }
    if (at_ + 1 >= arguments_.size()) return usage(as_given + ": needs a value", help_advice());
    const std::string& value = arguments_[at_ + 1];
    if (is_long(value)) return usage(as_given + ": needs a value", "write --" + shape.name + "=" + value + " if meant");
    ++at_;
    list_.options.push_back({shape.name, {value}});
    return {};
  }

  [[nodiscard]] Error unknown_long(const std::string& name) const {
    std::vector<std::string> names;
    for (const auto& option : rules_.options) names.push_back(option.name);
    const std::string nearest = nearest_name(name, names);
    return usage("--" + name + ": unknown option", nearest.empty() ? help_advice() : "did you mean --" + nearest + "?");
  }

  [[nodiscard]] Error unknown_short(const std::string& argument) const {
    return usage(argument + ": unknown option", help_advice() + query_advice());
  }

  [[nodiscard]] std::string help_advice() const { return "see " + rules_.program + " --help"; }

  // Somebody who wants a word excluded writes -word first.
  [[nodiscard]] std::string query_advice() const {
    return rules_.operands_before_query == kNoQuery ? "" : "; if it is query text, put -- before the query";
  }

  static Error usage(std::string message, std::string hint) {
    return {Errc::usage, std::move(message), std::move(hint), {}};
  }

  const std::vector<std::string>& arguments_;
  const ArgumentRules& rules_;
  ArgumentList list_;
  std::size_t at_ = 0;
};

}  // namespace

Result<ArgumentList> split_arguments(const std::vector<std::string>& arguments, const ArgumentRules& rules) {
  return Splitter(arguments, rules).split();
}

}  // namespace newshound::program
