#include "searcher/matching/similar.h"

#include "indexer/format/positions.h"
#include "indexer/format/terms.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace newshound::matching {
namespace {

struct Counted {
  std::string word;
  double frequency = 0;
};

using Counts = std::map<std::string, Counted>;

void count_words(const std::string& text, const std::string& stemmer, double weight, format::Analyser& analyser,
                 StopWords& stop_words, Counts& counts) {
  for (const auto& token : analyser.analyse(text, stemmer)) {
    if (!token.unspaced && stop_words.has(stemmer, token.term)) continue;
    auto key =
        token.unspaced ? format::word_term("", std::string(token.term)) : format::stem_term("", stemmer, token.stem);
    auto& counted = counts[std::move(key)];
    if (counted.word.empty()) counted.word = token.term;
    counted.frequency += weight;
  }
}

}  // namespace

std::size_t words_in_common(std::size_t words) {
  return std::max<std::size_t>(std::min<std::size_t>(words, 2), words / 3);
}

std::vector<TellingWord> telling_words(const Article& article, format::Analyser& analyser, Statistics& statistics,
                                       StopWords& stop_words) {
  const std::string stemmer(format::stemmer_code(article.language.value));
  Counts counts;
  count_words(article.title, stemmer, format::kTitleWeight, analyser, stop_words, counts);
  count_words(article.body, stemmer, 1, analyser, stop_words, counts);
  std::vector<std::pair<double, TellingWord>> words;
  for (auto& [key, counted] : counts) {
    if (statistics.document_frequency({key}) < 2) continue;
    const double weight = statistics.inverse_document_frequency({key});
    words.emplace_back((1 + std::log(counted.frequency)) * weight, TellingWord{key, counted.word, weight});
  }
  const auto end = words.begin() + static_cast<std::ptrdiff_t>(std::min(kTellingWords, words.size()));
  std::partial_sort(words.begin(), end, words.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second.key < b.second.key;
  });
  std::vector<TellingWord> telling;
  for (auto word = words.begin(); word != end; ++word) telling.push_back(std::move(word->second));
  return telling;
}

}  // namespace newshound::matching
