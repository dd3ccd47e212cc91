// BM25 (Robertson, Walker, Jones, Hancock-Beaulieu, Gatford: Okapi at TREC-3, 1994) with statistics of the whole
// archive:
//
//   score = idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / average length))
//
// Xapian's own BM25Weight takes idf and average length from the database it searches; segments are searched one by one,
// so both come from Statistics: the average length by the constructor, idf as the scale factor of each term
// (OP_SCALE_WEIGHT). A word of the title counts as several words of the body (indexer/writing/document.h).
#ifndef NEWSHOUND_MATCHING_BM25_H
#define NEWSHOUND_MATCHING_BM25_H

#include <xapian.h>

#include <string>

namespace newshound::matching {

// What each word adds to a score is rounded to a multiple of this. Sums of such numbers are exact up to four million,
// so that a score does not depend on the order in which a segment happens to add its parts.
inline constexpr double kScoreUnit = 0x1p-30;

struct Bm25Parameters {
  double k1 = 1.2;  // how soon more occurrences stop to count
  double b = 0.75;  // how much length counts, 0 to 1
};

class Bm25 : public Xapian::Weight {
 public:
  explicit Bm25(double average_length, Bm25Parameters parameters = {});

  [[nodiscard]] std::string name() const override { return "newshound::Bm25"; }
  double get_sumpart(Xapian::termcount wdf, Xapian::termcount length, Xapian::termcount unique) const override;
  double get_maxpart() const override;
  double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
  double get_maxextra() const override { return 0; }
  Bm25* clone() const override { return new Bm25(average_length_, parameters_); }

 private:
  void init(double factor) override;
  [[nodiscard]] double score(double wdf, double length) const;

  double average_length_;
  Bm25Parameters parameters_;
  double constant_part_;
  double part_by_length_;
  double most_ = 0;  // what endless occurrences would score
};

}  // namespace newshound::matching

#endif
