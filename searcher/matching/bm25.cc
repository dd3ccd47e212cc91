#include "searcher/matching/bm25.h"

namespace newshound::matching {
namespace {

// Of a number this large the last bit that a double holds is worth kScoreUnit, so adding it rounds to a multiple.
constexpr double kRounding = 0x1.8p22;
static_assert(kScoreUnit == 0x1p-30 && kRounding + kScoreUnit != kRounding && kRounding + kScoreUnit / 4 == kRounding);

double rounded(double score) { return (score + kRounding) - kRounding; }

}  // namespace

Bm25::Bm25(double average_length, Bm25Parameters parameters)
    : average_length_(average_length),
      parameters_(parameters),
      constant_part_(parameters.k1 * (1 - parameters.b)),
      part_by_length_(parameters.k1 * parameters.b / average_length) {
  need_stat(WDF);
  need_stat(DOC_LENGTH);
  need_stat(WDF_MAX);
  need_stat(DOC_LENGTH_MIN);
}

void Bm25::init(double factor) { most_ = factor * (parameters_.k1 + 1); }

double Bm25::score(double wdf, double length) const {
  return wdf <= 0 ? 0 : rounded(most_ * wdf / (wdf + constant_part_ + part_by_length_ * length));
}

double Bm25::get_sumpart(Xapian::termcount wdf, Xapian::termcount length, Xapian::termcount) const {
  return score(wdf, length);
}

double Bm25::get_maxpart() const { return score(get_wdf_upper_bound(), get_doclength_lower_bound()); }

}  // namespace newshound::matching
