#include "searcher/matching/vocabulary.h"

#include "indexer/format/schema.h"

#include <map>
#include <utility>

namespace newshound::matching {

Expansion expand(const Snapshot& snapshot, std::string_view prefix,
                 const std::function<bool(std::string_view word)>& is_meant) {
  const auto wanted = prefix.empty() ? format::kStemPrefix : prefix;
  std::map<std::string, std::set<std::string>> by_key;
  Expansion expansion;
  for (const auto& segment : snapshot.segments()) {
    format::Positions::Walk walk(segment.positions());
    while (const auto term = walk.next()) {
      if (!term->key.starts_with(wanted)) continue;
      term->for_each_form([&](std::string_view, std::string_view word) {
        if (!is_meant(word)) return;
        by_key[term->key].emplace(word);
        expansion.words.emplace(word);
      });
    }
  }
  for (auto& [key, words] : by_key) expansion.slot.alternatives.push_back({key, {words.begin(), words.end()}});
  return expansion;
}

}  // namespace newshound::matching
