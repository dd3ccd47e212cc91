// The documents of one segment in which two words or phrases stand near each other, as a posting list for Xapian.
// Xapian's own OP_NEAR takes single terms only; here a side is any of several sequences of terms, so that a stem is all
// its surface forms and a phrase keeps its order.
#ifndef NEWSHOUND_MATCHING_NEAR_SOURCE_H
#define NEWSHOUND_MATCHING_NEAR_SOURCE_H

#include "indexer/format/segment.h"

#include <newshound/result.h>

#include <xapian.h>

#include <array>
#include <string>
#include <vector>

namespace newshound::matching {

using TermSequence = std::vector<std::string>;  // terms at consecutive positions
using NearSide = std::vector<TermSequence>;     // any of them
using NearSides = std::array<NearSide, 2>;

class NearSource : public Xapian::PostingSource {
 public:
  // The last position of one and the first of the other, whichever comes first, differ by 1 to `distance`. `segment`
  // outlives the source.
  NearSource(const format::Segment& segment, NearSides sides, unsigned distance);

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return segment_.columns().rows(); }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return segment_.columns().rows(); }

  void next(double min_weight) override;
  void skip_to(Xapian::docid document, double min_weight) override;
  bool check(Xapian::docid document, double min_weight) override;
  [[nodiscard]] bool at_end() const override { return document_ > segment_.columns().rows(); }
  [[nodiscard]] Xapian::docid get_docid() const override { return document_; }

  [[nodiscard]] NearSource* clone() const override { return new NearSource(segment_, sides_, distance_); }
  [[nodiscard]] std::string name() const override { return "newshound::NearSource"; }
  [[nodiscard]] std::string get_description() const override;
  void init(const Xapian::Database&) override;

 private:
  // A term's postings, moved forward only.
  struct Postings {
    Xapian::PostingIterator at;
    Xapian::PostingIterator end;
  };
  using Occurrences = std::vector<Span>;  // positions of the first and the last word, by the first

  bool matches(Xapian::docid document);
  bool holds(Postings& postings, Xapian::docid document) const;
  Occurrences occurrences(std::size_t side, Xapian::docid document);
  void add_occurrences(std::vector<Postings>& sequence, Xapian::docid document, Occurrences& found) const;
  [[nodiscard]] bool follows_closely(const Occurrences& first, const Occurrences& second) const;

  const format::Segment& segment_;
  NearSides sides_;
  unsigned distance_;
  std::array<std::vector<std::vector<Postings>>, 2> postings_;  // side, sequence, term
  Xapian::docid document_ = 0;                                  // 0: before the first
};

}  // namespace newshound::matching

#endif
