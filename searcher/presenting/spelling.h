// What a misspelled query may have meant: rare words of it replaced by frequent words of the archive that are spelled
// alike. It is only ever offered.
#ifndef NEWSHOUND_PRESENTING_SPELLING_H
#define NEWSHOUND_PRESENTING_SPELLING_H

#include "indexer/format/analysis.h"
#include "searcher/matching/snapshot.h"
#include "searcher/matching/statistics.h"
#include "searcher/matching/vocabulary.h"

#include <newshound/results.h>

#include <cstdint>
#include <optional>
#include <string>

namespace newshound::presenting {

class Speller {
 public:
  // All of these outlive it.
  Speller(const matching::Snapshot& snapshot, matching::Statistics& statistics, matching::Vocabularies& vocabularies,
          format::Analyser& analyser)
      : snapshot_(snapshot), statistics_(statistics), vocabularies_(vocabularies), analyser_(analyser) {}

  // The query with other words; empty if none of its words is rare, more than eight are, or nothing frequent is spelled
  // like them. Words of phrases count as others do; negated words, names in capitals, patterns and words of the byline
  // are left alone.
  std::optional<QueryNode> corrected(const QueryNode& ast);

 private:
  bool correct(QueryNode& node);
  std::optional<std::string> better_word(const std::string& typed);
  [[nodiscard]] std::uint64_t articles_with(const std::string& word);
  [[nodiscard]] bool is_rare(std::uint64_t articles) const;

  const matching::Snapshot& snapshot_;
  matching::Statistics& statistics_;
  matching::Vocabularies& vocabularies_;
  format::Analyser& analyser_;
  unsigned rare_words_ = 0;  // of the query in hand
};

}  // namespace newshound::presenting

#endif
