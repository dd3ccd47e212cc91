#include "searcher/matching/vocabulary.h"

#include "indexer/format/analysis.h"
#include "indexer/format/schema.h"

#include <algorithm>
#include <map>
#include <utility>

namespace newshound::matching {

Vocabulary::Vocabulary(const Snapshot& snapshot, std::string_view prefix) {
  for (const auto& segment : snapshot.segments()) {
    format::Positions::Walk walk(segment.positions());
    while (const auto term = walk.next()) {
      if (!term->key.starts_with(prefix)) continue;
      keys_.push_back(term->key);
      std::vector<std::pair<std::string, std::uint64_t>> words;  // forms that differ in capitals are one word
      term->for_each_form([&](std::string_view, std::string_view word, std::uint64_t occurrences) {
        const auto same =
            std::find_if(words.begin(), words.end(), [&](const auto& known) { return known.first == word; });
        if (same != words.end())
          same->second += occurrences;
        else
          words.emplace_back(word, occurrences);
      });
      for (const auto& [word, occurrences] : words) add(word, occurrences);
    }
  }
}

void Vocabulary::add(std::string_view word, std::uint64_t occurrences) {
  static_assert(format::kMaxTokenBytes <= UINT8_MAX);
  constexpr std::uint64_t kMost = UINT32_MAX;
  words_.push_back(static_cast<char>(word.size()));
  words_.append(word);
  entries_.push_back(
      {static_cast<std::uint32_t>(keys_.size() - 1), static_cast<std::uint32_t>(std::min(occurrences, kMost))});
}

Expansion Vocabulary::expand(const query::WordTest& is_meant) const {
  std::map<std::string, std::set<std::string>, std::less<>> by_key;
  Expansion expansion;
  for_each([&](std::string_view word, std::string_view key, std::uint32_t) {
    if (!is_meant(word)) return;
    by_key[std::string(key)].emplace(word);
    expansion.words.emplace(word);
  });
  for (auto& [key, words] : by_key) expansion.slot.alternatives.push_back({key, {words.begin(), words.end()}});
  return expansion;
}

const Vocabulary& Vocabularies::of_text() {
  if (!text_) text_.emplace(snapshot_, format::kStemPrefix);
  return *text_;
}

const Vocabulary& Vocabularies::of_bylines() {
  if (!bylines_) bylines_.emplace(snapshot_, format::find_field("byline")->prefix);
  return *bylines_;
}

}  // namespace newshound::matching
