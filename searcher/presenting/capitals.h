// Words typed in capitals (US, WHO) are searched for in just these letters. How many articles that leaves out is told.
#ifndef NEWSHOUND_PRESENTING_CAPITALS_H
#define NEWSHOUND_PRESENTING_CAPITALS_H

#include "searcher/matching/match.h"
#include "searcher/matching/plan.h"

#include <newshound/results.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace newshound::presenting {

class CapitalsWarner {
 public:
  // For each word of `ast` that was taken for its capitals, the first twenty of them, how many more articles have it in
  // other letters; nothing for words that none has so. Counts each word once for the snapshot.
  std::vector<std::string> warnings(const QueryNode& ast, matching::Planner planner, const matching::Extent& extent);

 private:
  std::unordered_map<std::string, std::uint64_t> left_out_;  // by canonical text
};

}  // namespace newshound::presenting

#endif
