// BM25 (Robertson, Walker, Jones, Hancock-Beaulieu, Gatford: Okapi at TREC-3, 1994) with statistics of the whole
// archive:
//
//   score = idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / average length))
//
// Segments are searched one by one, so idf and average length come from Statistics. A word of the title counts as
// several words of the body (indexer/writing/positions_builder.h).
#ifndef NEWSHOUND_MATCHING_BM25_H
#define NEWSHOUND_MATCHING_BM25_H

#include "indexer/format/positions.h"

#include <cstdint>

namespace newshound::matching {

// What each word adds to a score is rounded to a multiple of this. Sums of such numbers are exact up to four million,
// so that a score does not depend on the order in which a segment happens to add its parts.
inline constexpr double kScoreUnit = 0x1p-30;

struct Bm25Parameters {
  double k1 = 1.2;  // how soon more occurrences stop to count
  double b = 0.75;  // how much length counts, 0 to 1
};

// For one word of a query.
class Bm25 {
 public:
  Bm25(double inverse_document_frequency, double average_length, Bm25Parameters parameters = {})
      : most_(inverse_document_frequency * (parameters.k1 + 1)),
        constant_part_(parameters.k1 * (1 - parameters.b)),
        part_by_length_(parameters.k1 * parameters.b / average_length) {}

  [[nodiscard]] double score(double frequency, double length) const {
    return frequency <= 0 ? 0 : rounded(most_ * frequency / (frequency + constant_part_ + part_by_length_ * length));
  }

  // No article within the bounds scores more: the score grows with the frequency and falls with the length.
  [[nodiscard]] double most(format::ScoreBounds bounds) const { return score(bounds.most_frequent, bounds.shortest); }

 private:
  // Of a number this large the last bit that a double holds is worth kScoreUnit, so adding it rounds to a multiple.
  static double rounded(double score) {
    constexpr double kRounding = 0x1.8p22;
    static_assert(kRounding + kScoreUnit != kRounding && kRounding + kScoreUnit / 4 == kRounding);
    return (score + kRounding) - kRounding;
  }

  double most_;  // what endless occurrences would score
  double constant_part_;
  double part_by_length_;
};

}  // namespace newshound::matching

#endif
