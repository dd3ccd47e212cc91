// Which articles there are: in the archive's segments (asked for by id when needed, nothing is loaded) and in this run
// so far. Decides for each put whether it is new, changed or unchanged, and keeps what dies by it.
#ifndef NEWSHOUND_WRITING_KNOWN_ARTICLES_H
#define NEWSHOUND_WRITING_KNOWN_ARTICLES_H

#include "indexer/format/segment.h"

#include <newshound/indexer.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace newshound::writing {

// 128 bits of XXH3 over an id: two ids of one archive meet with a chance below 10^-20 at a billion articles.
struct IdHash {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  friend bool operator==(const IdHash&, const IdHash&) = default;
};

class KnownArticles {
 public:
  // Segments whose articles count as there; and those whose articles a rebuild leaves out, for the days they were
  // added.
  void open(std::vector<format::Segment> segments, std::vector<format::Segment> left_out = {});

  struct Decision {
    PutOutcome outcome = PutOutcome::indexed;
    bool across_sources = false;     // replaced one that came from another source in this run
    std::uint64_t arrival = 0;       // number in order of arrival, unless unchanged
    std::uint64_t taken_back = 0;    // earlier replacements of this id in this run that came to nothing
    std::uint64_t taken_across = 0;  // of these, across sources
    std::optional<Day> added;        // of an article that was there under the id
  };
  Decision put(const std::string& id, std::uint64_t content_hash, const std::string& source);
  bool remove(const std::string& id);

  [[nodiscard]] const std::vector<format::Segment>& segments() const { return segments_; }
  // By segment: documents that died since open().
  [[nodiscard]] const std::vector<std::set<std::uint32_t>>& newly_dead() const { return newly_dead_; }
  // Arrivals of this run that were replaced or removed before they were committed.
  [[nodiscard]] const std::unordered_set<std::uint64_t>& dead_arrivals() const { return dead_arrivals_; }
  // Articles wait for a commit.
  [[nodiscard]] bool any_new() const { return waiting_ > 0; }
  // A commit would make another set of articles than there is.
  [[nodiscard]] bool changed() const;

 private:
  // What came last under an id.
  struct Arrival {
    std::uint64_t content_hash = 0;
    std::uint64_t source = 0;  // hash of its path
    std::uint64_t number = 0;
    std::uint64_t replacements = 0;  // that led to it since the last commit
    std::uint64_t across = 0;        // of these, across sources
    bool waits = false;              // for a commit; else it is in a segment, and only `source` still matters
  };
  struct Hasher {
    std::size_t operator()(const IdHash& hash) const { return hash.low; }
  };
  struct Place {
    std::size_t segment;
    Xapian::docid document;
  };
  [[nodiscard]] std::optional<Place> find(const std::string& id, bool newly_dead) const;
  bool revive(const std::string& id, std::uint64_t content_hash);
  [[nodiscard]] std::optional<Day> day_added(const std::string& id) const;

  std::vector<format::Segment> segments_;
  std::vector<format::Segment> left_out_;
  std::vector<std::set<std::uint32_t>> newly_dead_;
  std::unordered_map<IdHash, Arrival, Hasher> arrivals_;
  std::unordered_set<std::uint64_t> dead_arrivals_;
  std::uint64_t waiting_ = 0;
  std::uint64_t next_arrival_ = 0;
};

}  // namespace newshound::writing

#endif
