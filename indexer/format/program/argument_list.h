// Which arguments are options and which are operands. Boost.Program_options cannot be told that `-word` is query text
// once a query has begun, so this file splits the command line first; Boost then knows the options, their defaults and
// their help.
//
//   argument  = "--"                            everything after it is an operand
//             | "--" name [ "=" value ]         anywhere
//             | "-" letter                      before the query only; the value is the next argument
//             | operand
// An argument with white space in the place of the name was quoted as text and is an operand.
#ifndef NEWSHOUND_FORMAT_PROGRAM_ARGUMENT_LIST_H
#define NEWSHOUND_FORMAT_PROGRAM_ARGUMENT_LIST_H

#include <newshound/result.h>

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

namespace newshound::program {

struct OptionShape {
  std::string name;    // without dashes
  char letter = '\0';  // 0: no short form
  bool takes_value = true;
};

inline constexpr std::size_t kNoQuery = std::numeric_limits<std::size_t>::max();

struct ArgumentRules {
  std::string program;  // as errors name it
  std::vector<OptionShape> options;
  // Operands that stand before the query (a facet's FIELD); kNoQuery if the command takes none.
  std::size_t operands_before_query = kNoQuery;
};

struct GivenOption {
  std::string name;
  std::vector<std::string> value;  // one, or none for a switch
  friend bool operator==(const GivenOption&, const GivenOption&) = default;
};

struct ArgumentList {
  std::vector<GivenOption> options;  // as given, repetitions too
  std::vector<std::string> operands;
  std::vector<std::string> warnings;  // a short option that stands in the query, where it is text
};

// Errc::usage for an unknown option (the nearest name is the hint), a missing value, or a value for a switch.
Result<ArgumentList> split_arguments(const std::vector<std::string>& arguments, const ArgumentRules& rules);

}  // namespace newshound::program

#endif
