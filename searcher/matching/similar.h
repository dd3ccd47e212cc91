// The words that tell what an article is about: those that are frequent in it and rare in the archive (tf-idf; Manning,
// Raghavan and Schuetze, Introduction to Information Retrieval, 6.2). Articles that share enough of them are similar.
#ifndef NEWSHOUND_MATCHING_SIMILAR_H
#define NEWSHOUND_MATCHING_SIMILAR_H

#include "indexer/format/analysis.h"
#include "searcher/matching/statistics.h"
#include "searcher/matching/stop_words.h"

#include <newshound/article.h>

#include <cstddef>
#include <string>
#include <vector>

namespace newshound::matching {

struct TellingWord {
  std::string key;    // of the positions
  std::string word;   // folded, as the article has it first
  double weight = 0;  // its inverse document frequency
};

inline constexpr std::size_t kTellingWords = 25;

// How many of `words` telling words a similar article has at least: a third, two at least where there are so many.
std::size_t words_in_common(std::size_t words);

// The most telling first, at most kTellingWords; none that no other article has, and no stop words.
std::vector<TellingWord> telling_words(const Article& article, format::Analyser& analyser, Statistics& statistics,
                                       StopWords& stop_words);

}  // namespace newshound::matching

#endif
