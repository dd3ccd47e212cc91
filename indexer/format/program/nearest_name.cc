#include "indexer/format/program/nearest_name.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace newshound::program {
namespace {

// Levenshtein's distance, one row at a time.
std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t substituted = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({substituted, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string nearest_name(std::string_view typed, const std::vector<std::string>& names) {
  const auto begins = [typed](const std::string& name) { return name.substr(0, typed.size()) == typed; };
  if (typed.size() >= 2 && std::count_if(names.begin(), names.end(), begins) == 1)
    return *std::find_if(names.begin(), names.end(), begins);
  const std::size_t most = std::clamp<std::size_t>((typed.size() + 2) / 3, 1, 3);
  std::size_t best = most + 1;
  std::string nearest;
  for (const auto& name : names) {
    const std::size_t distance = edits(typed, name);
    if (distance < best) {
      best = distance;
      nearest = name;
    }
  }
  return nearest;
}

}  // namespace newshound::program
