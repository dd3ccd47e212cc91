// The beginning of a word or name -> the words, outlets and entities of the archive that it may become.
#ifndef NEWSHOUND_PRESENTING_SUGGESTER_H
#define NEWSHOUND_PRESENTING_SUGGESTER_H

#include "indexer/format/analysis.h"
#include "searcher/matching/snapshot.h"
#include "searcher/matching/vocabulary.h"

#include <newshound/results.h>

#include <cstdint>
#include <functional>
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
  // All of these but the values outlive it. `count` says how many articles a clause finds.
  Suggester(const matching::Snapshot& snapshot, std::function<std::uint64_t(const QueryNode&)> count,
            matching::Vocabularies& vocabularies, format::Analyser& analyser, std::vector<CountedValues> values);

  // Words that begin with `prefix`, which is folded, those first that are written most often, of the forms of one stem
  // one; then the values in which a word begins so, in the order of their kinds. At most `limit` of each.
  std::vector<Suggestion> suggest(std::string_view prefix, std::uint64_t limit);

 private:
  void add_words(std::string_view prefix, std::uint64_t limit, std::vector<Suggestion>& suggestions);
  void add_values(std::string_view prefix, std::uint64_t limit, std::vector<Suggestion>& suggestions) const;

  struct Values {
    CountedValues counted;
    std::vector<std::string> folded;
  };
  const matching::Snapshot& snapshot_;
  std::function<std::uint64_t(const QueryNode&)> count_;
  matching::Vocabularies& vocabularies_;
  format::Analyser& analyser_;
  std::vector<Values> values_;
};

}  // namespace newshound::presenting

#endif
