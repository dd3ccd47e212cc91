#include "searcher/presenting/suggester.h"

#include "searcher/matching/typed_words.h"
#include "searcher/query/printer.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace newshound::presenting {
namespace {

bool has_word_that_begins(std::string_view text, std::string_view prefix) {
  for (std::size_t at = text.find(prefix); at != std::string_view::npos; at = text.find(prefix, at + 1))
    if (at == 0 || text[at - 1] == ' ' || text[at - 1] == '-') return true;
  return false;
}

QueryNode clause_for(const std::string& field, const std::string& value) {
  return {.kind = field.empty() ? QueryNode::Kind::word : QueryNode::Kind::filter, .field = field, .value = value};
}

// Those with the prefix, the most frequent first.
std::vector<std::pair<std::string_view, std::uint64_t>> most_frequent(std::string_view prefix,
                                                                      const matching::Vocabulary& vocabulary) {
  std::unordered_map<std::string_view, std::uint64_t> counts;
  vocabulary.for_each([&](std::string_view word, std::string_view, std::uint32_t occurrences) {
    if (word.starts_with(prefix)) counts[word] += occurrences;
  });
  std::vector<std::pair<std::string_view, std::uint64_t>> words(counts.begin(), counts.end());
  std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  return words;
}

}  // namespace

Suggester::Suggester(const matching::Snapshot& snapshot, std::function<std::uint64_t(const QueryNode&)> count,
                     matching::Vocabularies& vocabularies, format::Analyser& analyser,
                     std::vector<CountedValues> values)
    : snapshot_(snapshot), count_(std::move(count)), vocabularies_(vocabularies), analyser_(analyser) {
  for (auto& counted : values) {
    std::vector<std::string> folded;
    folded.reserve(counted.buckets.size());
    for (const auto& bucket : counted.buckets) folded.push_back(format::fold_value(bucket.value));
    values_.push_back({std::move(counted), std::move(folded)});
  }
}

std::vector<Suggestion> Suggester::suggest(std::string_view prefix, std::uint64_t limit) {
  std::vector<Suggestion> suggestions;
  add_words(prefix, limit, suggestions);
  add_values(prefix, limit, suggestions);
  return suggestions;
}

void Suggester::add_values(std::string_view prefix, std::uint64_t limit, std::vector<Suggestion>& suggestions) const {
  for (const auto& [counted, folded] : values_) {
    std::uint64_t found = 0;
    for (std::size_t i = 0; i < folded.size() && found < limit; ++i) {
      if (!has_word_that_begins(folded[i], prefix)) continue;
      const auto& bucket = counted.buckets[i];
      suggestions.push_back(
          {counted.kind, bucket.value, bucket.count, query::canonical_text(clause_for(counted.field, bucket.value))});
      ++found;
    }
  }
}

void Suggester::add_words(std::string_view prefix, std::uint64_t limit, std::vector<Suggestion>& suggestions) {
  std::set<std::vector<std::string>> stems;
  for (const auto& [word, occurrences] : most_frequent(prefix, vocabularies_.of_text())) {
    if (stems.size() == limit) break;
    if (!stems.insert(matching::stem_keys(word, snapshot_.stemmers(), analyser_)).second) continue;
    const auto clause = clause_for("", std::string(word));
    const auto articles = count_(clause);
    if (articles > 0)  // "us" may be all US
      suggestions.push_back({Suggestion::Kind::word, clause.value, articles, query::canonical_text(clause)});
  }
}

}  // namespace newshound::presenting
