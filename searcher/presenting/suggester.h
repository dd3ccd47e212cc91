// The beginning of a word or name -> the words, outlets and entities of the archive that it may become.
#ifndef NEWSHOUND_PRESENTING_SUGGESTER_H
#define NEWSHOUND_PRESENTING_SUGGESTER_H

#include "indexer/format/analysis.h"
#include "searcher/matching/snapshot.h"
#include "searcher/matching/statistics.h"
#include "searcher/matching/vocabulary.h"

#include <newshound/results.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newshound::presenting {

// The values of a facet, counted over the whole archive, the most frequent first.
struct CountedValues {
  Suggestion::Kind kind;
  std::string field;
  std::vector<FacetBucket> buckets;
};

// Of one snapshot. Folds every value once.
class Suggester {
 public:
  explicit Suggester(std::vector<CountedValues> values);

  // Outlets and entities in which a word begins so, `limit` of each, the most frequent first. `prefix` is folded.
  void add_values(std::string_view prefix, std::uint64_t limit, std::vector<Suggestion>& suggestions) const;

 private:
  struct Values {
    CountedValues counted;
    std::vector<std::string> folded;
  };
  std::vector<Values> values_;
};

// Words that begin so, those first that are written most often; counted are the articles that have any form of them.
void add_words(std::string_view prefix, std::uint64_t limit, const matching::Snapshot& snapshot,
               matching::Statistics& statistics, matching::Vocabularies& vocabularies, format::Analyser& analyser,
               std::vector<Suggestion>& suggestions);

}  // namespace newshound::presenting

#endif
