// The documents of one segment in which words stand as a phrase, or words and phrases near each other, as a posting
// list for Xapian, with what the words score there. Rare words lead: a candidate is looked at only if every word is in
// it, and where the words stand is read only if it scores enough to become a hit.
#ifndef NEWSHOUND_MATCHING_PROXIMITY_SOURCE_H
#define NEWSHOUND_MATCHING_PROXIMITY_SOURCE_H

#include "indexer/format/segment.h"
#include "searcher/matching/deadline.h"
#include "searcher/matching/word_places.h"

#include <newshound/results.h>

#include <xapian.h>

#include <string>
#include <vector>

namespace newshound::matching {

struct Proximity {
  std::vector<Sequence> sides;  // one: it must be there; several: each near the one before
  unsigned distance = 0;  // between neighbours: the last position of one and the first of the other differ by 1 to this
  QueryNode::Within within = QueryNode::Within::distance;
  bool ordered = false;
};

bool scores(const Proximity& proximity);
std::string to_string(const Proximity& proximity);

class ProximitySource : public Xapian::PostingSource {
 public:
  // `segment` outlives the source. init() and all that moves it throw Failure (Errc::damaged), and TimedOut.
  ProximitySource(const format::Segment& segment, Proximity proximity, double average_length, Deadline deadline = {});

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return most_ / 4; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return most_; }

  [[nodiscard]] double get_weight() const override { return score_; }

  void next(double min_weight) override;
  void skip_to(Xapian::docid document, double min_weight) override;
  bool check(Xapian::docid document, double min_weight) override;
  [[nodiscard]] bool at_end() const override { return is_at_end_; }
  [[nodiscard]] Xapian::docid get_docid() const override { return document_; }

  [[nodiscard]] ProximitySource* clone() const override {
    return new ProximitySource(segment_, proximity_, average_length_, deadline_);
  }
  [[nodiscard]] std::string name() const override { return "newshound::ProximitySource"; }
  [[nodiscard]] std::string get_description() const override { return to_string(proximity_); }
  void init(const Xapian::Database&) override;

 private:
  // To the first row from `row` on that holds the rarest word and may score as much; false at the end.
  bool lead(std::uint32_t& row, double min_weight);
  // To the first row from `row` on that holds every word; false at the end.
  bool align(std::uint32_t& row);
  bool matches(std::uint32_t row, double min_weight);
  // Whether the words stand there as they should in `row`, which has all of them.
  bool stand_right(std::uint32_t row);
  // Leaves of `spans` those near one of `before`.
  void keep_near(const std::vector<Span>& before, std::vector<Span>& spans) const;
  [[nodiscard]] bool is_near(const std::vector<Span>& before, const Span& span) const;
  [[nodiscard]] bool is_in_one_unit(const std::vector<Span>& before, const Span& span) const;
  void read_units(std::uint32_t row);
  [[nodiscard]] double score() const;

  const format::Segment& segment_;
  Proximity proximity_;
  double average_length_;
  Deadline deadline_;
  std::vector<SequenceCursor> sequences_;
  std::vector<SlotCursor*> slots_;      // of all sequences, the rarest first
  std::vector<std::size_t> unit_ends_;  // last positions of the sentences or paragraphs of the row in hand
  std::vector<Span> before_;            // places of a side and, below, of the next
  std::vector<Span> spans_;
  Xapian::doccount most_ = 0;
  double score_ = 0;
  Xapian::docid document_ = 0;  // 0: before the first
  bool is_at_end_ = false;
};

}  // namespace newshound::matching

#endif
