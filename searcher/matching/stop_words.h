// Stop words: words so common that, in a bag of words, they say nothing about what is looked for.
//
// A query in which another word remains is searched without them. They stay where the user means them: in phrases and
// beside NEAR, in negations, in the byline (de, van), after + or =, and as names in capitals (WHO, US, IT).
#ifndef NEWSHOUND_MATCHING_STOP_WORDS_H
#define NEWSHOUND_MATCHING_STOP_WORDS_H

#include "indexer/format/analysis.h"
#include "searcher/matching/snapshot.h"
#include "searcher/matching/statistics.h"

#include <newshound/results.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace newshound::matching {

// The lists of data/stop_words.tsv, each read when it is first asked for.
class StopWords {
 public:
  // `term` is a folded word (Token::term); false for stemmers that have no list.
  bool has(const std::string& stemmer, std::string_view term);

 private:
  const std::unordered_set<std::string>& list(const std::string& stemmer);

  format::Analyser analyser_;
  std::unordered_map<std::string, std::unordered_set<std::string>> lists_;
};

struct WithoutStopWords {
  QueryNode ast;
  std::vector<std::string> left_out;  // as typed, none twice
};

// The stop words are those of the query's language: the one that a lang: filter of the query names, else the only one
// of the archive, else the most probable of its languages by how many of each one's articles hold the query's words
// (naive Bayes).
class StopWordFilter {
 public:
  StopWordFilter(const Snapshot& snapshot, Statistics& statistics, format::Analyser& analyser, StopWords& stop_words)
      : snapshot_(snapshot), statistics_(statistics), analyser_(analyser), stop_words_(stop_words) {}

  WithoutStopWords apply(const QueryNode& ast);

 private:
  // A language the query may be in.
  struct Candidate {
    std::string stemmer;
    double articles = 0;
    double log_probability = 0;
    std::vector<double> frequencies;  // living articles of the language that hold each word of the query
  };

  void collect(const QueryNode& node);
  [[nodiscard]] std::string language(const QueryNode& ast);
  std::string most_probable_language();
  std::vector<double> frequencies(const std::string& stemmer);
  bool is_stop_word(const QueryNode& node);
  bool remains(const QueryNode& node);
  bool prune(QueryNode& node, std::vector<std::string>& left_out);

  const Snapshot& snapshot_;
  Statistics& statistics_;
  format::Analyser& analyser_;
  StopWords& stop_words_;
  std::vector<const QueryNode*> texts_;  // words and phrases of title and body
  std::string stemmer_;
};

}  // namespace newshound::matching

#endif
