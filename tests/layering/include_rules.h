// Which file may include what: the allowed arrows of ARCHITECTURE.md as a table. Works on paths and text alone, so that
// a rule can be tried on a file that exists only in a test.
#ifndef NEWSHOUND_TESTS_LAYERING_INCLUDE_RULES_H
#define NEWSHOUND_TESTS_LAYERING_INCLUDE_RULES_H

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newshound::layering {

struct Include {
  std::size_t line = 0;  // 1-based
  std::string name;      // between the quotes or angle brackets; all the rest of the line if there are none
  bool quoted = false;
};

// Every #include of a C++ text. Block comments are not seen through: an #include in one counts.
std::vector<Include> includes_of(std::string_view text);

bool is_standard_header(std::string_view name);

// Why the file at `path` (relative to the project) may not include that; empty if it may.
std::optional<std::string> fault_of(std::string_view path, const Include& include);

// Path -> text.
using Files = std::map<std::string, std::string>;

// All faults, one line each: "path:line: why".
std::vector<std::string> faults_of(const Files& files);

// The headers of others that `path` reaches through the project's own headers, direct ones included.
std::vector<std::string> reached_from(const Files& files, const std::string& path);

}  // namespace newshound::layering

#endif
