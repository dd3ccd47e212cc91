#include "tests/layering/include_rules.h"

#include <algorithm>
#include <array>
#include <set>

namespace newshound::layering {
namespace {

using Names = std::vector<std::string_view>;

// A name that ends with a slash or a star stands for all that begin so.
bool matches(std::string_view pattern, std::string_view name) {
  if (pattern.ends_with('/')) return name.starts_with(pattern);
  if (pattern.ends_with('*')) return name.starts_with(pattern.substr(0, pattern.size() - 1));
  return name == pattern;
}

bool any_matches(const Names& patterns, std::string_view name) {
  return std::any_of(patterns.begin(), patterns.end(), [&](auto pattern) { return matches(pattern, name); });
}

struct Room {
  Names files;
  Names own;      // of the project, included in quotes
  Names foreign;  // public headers and other libraries, in angle brackets; standard headers are always allowed
  Names except = {};
  bool posix = false;
};

// <newshound/...> that belong to one half, and the umbrella that has both.
const Names kIndexerHeaders = {"newshound/indexer.h", "newshound/reader.h", "newshound/newshound.h"};
const Names kSearcherHeaders = {"newshound/searcher.h", "newshound/newshound.h"};

Names with(Names names, const Names& more) {
  names.insert(names.end(), more.begin(), more.end());
  return names;
}

// The first room that has a file decides.
const std::vector<Room>& rooms() {
  static const std::vector<Room> kRooms = {
      {.files = {"include/newshound/"}, .own = {}, .foreign = {"newshound/"}},
      // What the query parser may see of the floor, and so must need nothing itself.
      {.files = {"indexer/format/schema.h", "indexer/format/dates.h", "indexer/format/dates.cc"},
       .own = {"indexer/format/dates.h"},
       .foreign = {"newshound/article.h", "newshound/results.h"}},
      {.files = {"indexer/format/program/"},
       .own = {"indexer/format/"},
       .foreign = {"newshound/article.h", "newshound/result.h", "newshound/results.h", "nlohmann/"},
       .posix = true},
      {.files = {"indexer/format/"},
       .own = {"indexer/format/"},
       .foreign = {"newshound/article.h", "newshound/result.h", "newshound/results.h", "xapian.h", "unicode/",
                   "xxhash.h", "zstd.h", "simdjson.h", "nlohmann/"},
       .except = {"indexer/format/program/"},
       .posix = true},
      {.files = {"indexer/reading/"},
       .own = {"indexer/reading/", "indexer/format/", "indexer/understanding/outlet_lexicon.h"},
       .foreign = {"newshound/", "simdjson.h", "libxml/", "archive.h", "archive_entry.h", "csv.h", "lzma.h", "zlib.h",
                   "zstd.h", "unicode/", "xxhash.h"},
       .except = with({"indexer/format/program/"}, kSearcherHeaders),
       .posix = true},
      {.files = {"indexer/understanding/training/"},
       .own = {"indexer/understanding/", "indexer/reading/", "indexer/format/"},
       .foreign = {"newshound/", "unicode/"},
       .except = kSearcherHeaders,
       .posix = true},
      {.files = {"indexer/understanding/"},
       .own = {"indexer/understanding/", "indexer/format/"},
       .foreign = {"newshound/", "unicode/", "cld2/", "libpsl.h", "xxhash.h"},
       .except = with({"indexer/format/program/", "indexer/understanding/training/"}, kSearcherHeaders)},
      {.files = {"indexer/writing/"},
       .own = {"indexer/writing/", "indexer/format/", "indexer/understanding/"},
       .foreign = {"newshound/", "xapian.h", "unicode/", "xxhash.h"},
       .except = with({"indexer/format/program/", "indexer/understanding/training/"}, kSearcherHeaders),
       .posix = true},
      {.files = {"indexer/cli/"},
       .own = {"indexer/cli/", "indexer/format/program/"},
       .foreign = {"newshound/", "boost/program_options*", "nlohmann/"},
       .posix = true},
      {.files = {"searcher/query/planner*", "searcher/query/plan*"},
       .own = {"searcher/query/", "indexer/format/"},
       .foreign = {"newshound/", "xapian.h"},
       .except = with({"indexer/format/program/"}, kIndexerHeaders)},
      {.files = {"searcher/query/"},
       .own = {"searcher/query/", "indexer/format/schema.h", "indexer/format/dates.h"},
       .foreign = {"newshound/"},
       .except = with({"searcher/query/plan*"}, kIndexerHeaders)},
      {.files = {"searcher/matching/", "searcher/presenting/", "searcher/searcher.cc"},
       .own = {"searcher/query/", "searcher/matching/", "searcher/presenting/", "indexer/format/"},
       .foreign = {"newshound/", "xapian.h"},
       .except = with({"indexer/format/program/"}, kIndexerHeaders),
       .posix = true},
      {.files = {"searcher/cli/"},
       .own = {"searcher/cli/", "indexer/format/program/"},
       .foreign = {"newshound/", "boost/program_options*", "nlohmann/"},
       .except = kIndexerHeaders,
       .posix = true},
      {.files = {"samples/"}, .own = {}, .foreign = {"newshound/"}},
  };
  return kRooms;
}

const Room* room_of(std::string_view path) {
  const auto& all = rooms();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Room& room) { return any_matches(room.files, path); });
  return found == all.end() ? nullptr : &*found;
}

bool is_posix_header(std::string_view name) {
  return any_matches({"sys/", "dirent.h", "fcntl.h", "malloc.h", "poll.h", "pthread.h", "signal.h", "stdlib.h",
                      "termios.h", "time.h", "unistd.h"},
                     name);
}

bool may_include(const Room& room, const Include& include) {
  if (any_matches(room.except, include.name)) return false;
  if (include.quoted) return any_matches(room.own, include.name);
  return is_standard_header(include.name) || (room.posix && is_posix_header(include.name)) ||
         any_matches(room.foreign, include.name);
}

std::string_view skip_spaces(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \t"), text.size()));
}

// What follows `#include` on a line; empty if the line is not one.
std::optional<std::string_view> included(std::string_view line) {
  line = skip_spaces(line);
  if (!line.starts_with('#')) return {};
  line = skip_spaces(line.substr(1));
  constexpr std::string_view kWord = "include";
  if (!line.starts_with(kWord)) return {};
  return skip_spaces(line.substr(kWord.size()));
}

Include parse(std::size_t line, std::string_view rest) {
  const char close = rest.starts_with('<') ? '>' : '"';
  const auto end = rest.find(close, 1);
  if ((!rest.starts_with('<') && !rest.starts_with('"')) || end == std::string_view::npos)
    return {line, std::string(rest), true};
  return {line, std::string(rest.substr(1, end - 1)), close == '"'};
}

}  // namespace

std::vector<Include> includes_of(std::string_view text) {
  std::vector<Include> includes;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    ++number;
    if (const auto rest = included(text.substr(begin, end - begin))) includes.push_back(parse(number, *rest));
    begin = end + 1;
  }
  return includes;
}

// C++20, without <ranges>, whose views clang 14 does not take from this standard library, and without <regex> and
// <locale>, which are too slow for text of this size and depend on the machine.
bool is_standard_header(std::string_view name) {
  static constexpr std::array kStandard = std::to_array<std::string_view>({"algorithm",
                                                                           "any",
                                                                           "array",
                                                                           "atomic",
                                                                           "barrier",
                                                                           "bit",
                                                                           "bitset",
                                                                           "cassert",
                                                                           "cctype",
                                                                           "cerrno",
                                                                           "cfloat",
                                                                           "charconv",
                                                                           "chrono",
                                                                           "cinttypes",
                                                                           "climits",
                                                                           "cmath",
                                                                           "compare",
                                                                           "complex",
                                                                           "concepts",
                                                                           "condition_variable",
                                                                           "csignal",
                                                                           "cstdarg",
                                                                           "cstddef",
                                                                           "cstdint",
                                                                           "cstdio",
                                                                           "cstdlib",
                                                                           "cstring",
                                                                           "ctime",
                                                                           "cuchar",
                                                                           "deque",
                                                                           "exception",
                                                                           "execution",
                                                                           "filesystem",
                                                                           "forward_list",
                                                                           "fstream",
                                                                           "functional",
                                                                           "future",
                                                                           "initializer_list",
                                                                           "iomanip",
                                                                           "ios",
                                                                           "iosfwd",
                                                                           "iostream",
                                                                           "istream",
                                                                           "iterator",
                                                                           "latch",
                                                                           "limits",
                                                                           "list",
                                                                           "map",
                                                                           "memory",
                                                                           "memory_resource",
                                                                           "mutex",
                                                                           "new",
                                                                           "numbers",
                                                                           "numeric",
                                                                           "optional",
                                                                           "ostream",
                                                                           "queue",
                                                                           "random",
                                                                           "ratio",
                                                                           "semaphore",
                                                                           "set",
                                                                           "shared_mutex",
                                                                           "source_location",
                                                                           "span",
                                                                           "sstream",
                                                                           "stack",
                                                                           "stdexcept",
                                                                           "stop_token",
                                                                           "string",
                                                                           "string_view",
                                                                           "system_error",
                                                                           "thread",
                                                                           "tuple",
                                                                           "type_traits",
                                                                           "typeindex",
                                                                           "typeinfo",
                                                                           "unordered_map",
                                                                           "unordered_set",
                                                                           "utility",
                                                                           "variant",
                                                                           "vector",
                                                                           "version"});
  // The two of C are for the header that C programs include.
  return std::find(kStandard.begin(), kStandard.end(), name) != kStandard.end() || name == "stddef.h" ||
         name == "stdint.h";
}

std::optional<std::string> fault_of(std::string_view path, const Include& include) {
  const auto* room = room_of(path);
  if (!room) return std::string(path) + " is in no room that the rules know";
  if (may_include(*room, include)) return {};
  return "may not include " + (include.quoted ? '"' + include.name + '"' : '<' + include.name + '>');
}

std::vector<std::string> faults_of(const Files& files) {
  std::vector<std::string> faults;
  for (const auto& [path, text] : files) {
    if (!room_of(path)) {
      faults.push_back(path + " is in no room that the rules know");
      continue;
    }
    for (const auto& include : includes_of(text))
      if (const auto fault = fault_of(path, include))
        faults.push_back(path + ":" + std::to_string(include.line) + ": " + *fault);
  }
  return faults;
}

std::vector<std::string> reached_from(const Files& files, const std::string& path) {
  std::set<std::string> foreign;
  std::set<std::string> seen = {path};
  std::vector<std::string> open = {path};
  while (!open.empty()) {
    const auto file = files.find(open.back());
    open.pop_back();
    if (file == files.end()) continue;
    for (const auto& include : includes_of(file->second)) {
      const bool own = include.quoted || include.name.starts_with("newshound/");
      const auto target = include.quoted ? include.name : "include/" + include.name;
      if (!own) foreign.insert(include.name);
      if (own && seen.insert(target).second) open.push_back(target);
    }
  }
  return {foreign.begin(), foreign.end()};
}

}  // namespace newshound::layering
