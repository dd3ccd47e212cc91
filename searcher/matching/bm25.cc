#include "searcher/matching/bm25.h"

namespace newshound::matching {

Bm25::Bm25(double average_length, Bm25Parameters parameters)
    : average_length_(average_length), parameters_(parameters) {
  need_stat(WDF);
  need_stat(DOC_LENGTH);
  need_stat(WDF_MAX);
  need_stat(DOC_LENGTH_MIN);
}

double Bm25::score(double wdf, double length) const {
  if (wdf <= 0) return 0;
  const auto [k1, b] = parameters_;
  return idf_ * wdf * (k1 + 1) / (wdf + k1 * (1 - b + b * length / average_length_));
}

double Bm25::get_sumpart(Xapian::termcount wdf, Xapian::termcount length, Xapian::termcount) const {
  return score(wdf, length);
}

double Bm25::get_maxpart() const { return score(get_wdf_upper_bound(), get_doclength_lower_bound()); }

}  // namespace newshound::matching
