// What ranking needs to know of the whole archive: how many articles there are, how long they are, how many hold a
// word. Only living articles count, so that a score does not change when a merge folds the dead away, nor with the
// number of segments.
#ifndef NEWSHOUND_MATCHING_STATISTICS_H
#define NEWSHOUND_MATCHING_STATISTICS_H

#include "searcher/matching/snapshot.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace newshound::matching {

class Statistics {
 public:
  explicit Statistics(const Snapshot& snapshot);

  [[nodiscard]] std::uint64_t articles() const { return articles_; }
  [[nodiscard]] double average_length() const { return average_length_; }

  // Living articles that hold any of the keys (of positions); these must not meet in one article, as those of one word
  // under different stemmers never do.
  std::uint64_t document_frequency(const std::vector<std::string>& keys);

  // Living articles of the languages that this stemmer serves.
  std::uint64_t articles_stemmed_by(const std::string& stemmer);

  // Inverse document frequency as in BM25 with the 1 added inside the logarithm, so that it is never negative:
  // ln(1 + (N - n + 0.5) / (n + 0.5)).
  double inverse_document_frequency(const std::vector<std::string>& keys);

 private:
  std::uint64_t living_frequency(const std::string& key);

  const Snapshot& snapshot_;
  std::uint64_t articles_ = 0;
  double average_length_ = 1;
  std::unordered_map<std::string, std::uint64_t> frequencies_;
  std::optional<std::unordered_map<std::string, std::uint64_t>> by_stemmer_;
};

}  // namespace newshound::matching

#endif
