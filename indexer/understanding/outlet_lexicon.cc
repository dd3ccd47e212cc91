#include "indexer/understanding/outlet_lexicon.h"

#include <algorithm>
#include <cstddef>
#include <unordered_map>

#include "indexer/format/analysis.h"
#include "indexer/understanding/outlet_data.h"
#include "indexer/understanding/registrable_host.h"

namespace newshound::understanding {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find(separator), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

// Up to the next `separator`, which is taken away with it.
std::string_view take_until(std::string_view& text, char separator) {
  const auto end = std::min(text.find(separator), text.size());
  const auto taken = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return taken;
}

struct Lexicon {
  std::vector<OutletEntry> entries;
  std::unordered_map<std::string, std::size_t> by_name;  // folded names, aliases and hosts

  Lexicon() {
    for (auto line : split(kOutletData, '\n')) {
      if (line.starts_with('#')) continue;
      const auto name = take_until(line, '\t');
      const auto aliases = take_until(line, '\t');
      entries.push_back({name, split(aliases, '|'), split(line, '|')});
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
      add(entries[i].name, i);
      for (const auto alias : entries[i].aliases) add(alias, i);
      for (const auto host : entries[i].hosts) add(host, i);
    }
  }

  void add(std::string_view name, std::size_t entry) { by_name.emplace(format::fold_value(name), entry); }
};

const Lexicon& lexicon() {
  static const Lexicon kLexicon;
  return kLexicon;
}

// "edition.cnn.com" -> "cnn.com"; empty once the last dot is gone, and for what is no host.
std::string parent_host(const std::string& host) {
  const auto dot = host.find('.');
  if (dot == std::string::npos || host.find(' ') != std::string::npos) return {};
  auto parent = host.substr(dot + 1);
  return parent.find('.') == std::string::npos ? std::string() : parent;
}

}  // namespace

const OutletEntry* find_outlet(std::string_view name_alias_or_host) {
  const auto& known = lexicon();
  for (auto name = format::fold_value(name_alias_or_host); !name.empty(); name = parent_host(name)) {
    const auto found = known.by_name.find(name);
    if (found != known.by_name.end()) return &known.entries[found->second];
  }
  return nullptr;
}

const OutletEntry* find_outlet_by_host(std::string_view host) {
  const auto registrable = registrable_host(host);
  if (registrable.empty()) return nullptr;
  for (auto name = format::fold_value(host); name.size() >= registrable.size(); name = parent_host(name)) {
    const auto found = lexicon().by_name.find(name);
    if (found != lexicon().by_name.end()) return &lexicon().entries[found->second];
  }
  return nullptr;
}

std::string_view host_of(std::string_view url) {
  const auto slashes = url.find("//");
  if (slashes == std::string_view::npos) return {};
  url.remove_prefix(slashes + 2);
  return url.substr(0, url.find_first_of("/?#:"));
}

std::vector<std::string> outlet_names(std::string_view given) {
  const auto* outlet = find_outlet(given);
  if (!outlet) return {};
  std::vector<std::string> names{std::string(outlet->name)};
  names.insert(names.end(), outlet->aliases.begin(), outlet->aliases.end());
  names.insert(names.end(), outlet->hosts.begin(), outlet->hosts.end());
  return names;
}

const std::vector<OutletEntry>& outlets() { return lexicon().entries; }

}  // namespace newshound::understanding
