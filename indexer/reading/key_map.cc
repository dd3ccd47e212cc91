#include "indexer/reading/key_map.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <optional>
#include <string_view>

namespace newshound::reading {
namespace {

struct PartName {
  std::string_view name;
  Part part;
};

constexpr std::array<PartName, 13> kParts = {{{"id", Part::id},
                                              {"title", Part::title},
                                              {"body", Part::body},
                                              {"outlet", Part::outlet},
                                              {"published", Part::published},
                                              {"byline", Part::byline},
                                              {"section", Part::section},
                                              {"url", Part::url},
                                              {"language", Part::language},
                                              {"entities", Part::entities},
                                              {"people", Part::people},
                                              {"orgs", Part::orgs},
                                              {"places", Part::places}}};
constexpr std::array<PartName, 2> kPartAliases = {{{"date", Part::published}, {"lang", Part::language}}};

constexpr std::array<PartName, 30> kUsualKeys = {{{"id", Part::id},
                                                  {"title", Part::title},
                                                  {"headline", Part::title},
                                                  {"text", Part::body},
                                                  {"body", Part::body},
                                                  {"content", Part::body},
                                                  {"articleBody", Part::body},
                                                  {"outlet", Part::outlet},
                                                  {"source", Part::outlet},
                                                  {"publisher", Part::outlet},
                                                  {"site", Part::outlet},
                                                  {"date", Part::published},
                                                  {"published", Part::published},
                                                  {"published_at", Part::published},
                                                  {"publish_date", Part::published},
                                                  {"author", Part::byline},
                                                  {"byline", Part::byline},
                                                  {"url", Part::url},
                                                  {"link", Part::url},
                                                  {"lang", Part::language},
                                                  {"language", Part::language},
                                                  {"section", Part::section},
                                                  {"entities", Part::entities},
                                                  {"persons", Part::people},
                                                  {"people", Part::people},
                                                  {"orgs", Part::orgs},
                                                  {"organizations", Part::orgs},
                                                  {"organisations", Part::orgs},
                                                  {"places", Part::places},
                                                  {"locations", Part::places}}};

std::optional<Part> find_part(std::string_view name) {
  for (const auto& known : kParts)
    if (known.name == name) return known.part;
  for (const auto& known : kPartAliases)
    if (known.name == name) return known.part;
  return {};
}

// Levenshtein's distance in bytes.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({changed, row[j] + 1, row[j - 1] + 1}));
    }
  }
  return row.back();
}

Error unknown_part(const std::string& name) {
  std::string all;
  for (const auto& known : kParts) all += (all.empty() ? "" : ", ") + std::string(known.name);
  const auto* nearest = std::min_element(kParts.begin(), kParts.end(), [&](const PartName& a, const PartName& b) {
    return edit_distance(a.name, name) < edit_distance(b.name, name);
  });
  std::string hint;
  if (edit_distance(nearest->name, name) <= 3) hint = "did you mean \"" + std::string(nearest->name) + "\"? ";
  return {Errc::usage, "cannot map \"" + name + "\": an article has no such field", hint + "the fields are " + all, {}};
}

}  // namespace

Result<std::vector<Key>> make_keys(const std::vector<std::pair<std::string, std::string>>& map) {
  std::vector<Key> keys;
  for (const auto& [name, key] : map) {
    const auto part = find_part(name);
    if (!part) return unknown_part(name);
    if (key.empty()) return Error{Errc::usage, "cannot map \"" + name + "\": no key is named", {}, {}};
    keys.push_back({key, *part});
  }
  const std::size_t mapped = keys.size();
  for (const auto& usual : kUsualKeys) {
    const bool replaced = std::any_of(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(mapped),
                                      [&](const Key& key) { return key.part == usual.part || key.name == usual.name; });
    if (!replaced) keys.push_back({std::string(usual.name), usual.part});
  }
  return keys;
}

}  // namespace newshound::reading
