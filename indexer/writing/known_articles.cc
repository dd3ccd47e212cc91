#include "indexer/writing/known_articles.h"

#include <xxhash.h>

#include <algorithm>
#include <utility>

namespace newshound::writing {
namespace {

IdHash hash_of(std::string_view id) {
  const XXH128_hash_t hash = XXH3_128bits(id.data(), id.size());
  return {hash.low64, hash.high64};
}

}  // namespace

void KnownArticles::open(std::vector<format::Segment> segments, std::vector<format::Segment> left_out) {
  segments_ = std::move(segments);
  left_out_ = std::move(left_out);
  newly_dead_.assign(segments_.size(), {});
  dead_arrivals_.clear();
  waiting_ = 0;
  for (auto& [id, arrival] : arrivals_) arrival = {0, arrival.source, 0, 0, 0, false};
}

bool KnownArticles::changed() const {
  return waiting_ > 0 ||
         std::any_of(newly_dead_.begin(), newly_dead_.end(), [](const auto& dead) { return !dead.empty(); });
}

// Where the id stands in the segments: alive still, or dead since open().
std::optional<KnownArticles::Place> KnownArticles::find(const std::string& id, bool newly_dead) const {
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    const auto document = segments_[i].find(id);
    if (document && newly_dead_[i].contains(*document) == newly_dead) return Place{i, *document};
  }
  return {};
}

std::optional<Day> KnownArticles::day_added(const std::string& id) const {
  for (const auto* segments : {&segments_, &left_out_})
    for (const auto& segment : *segments)
      if (const auto document = segment.find(id)) return segment.columns().added(*document - 1);
  return {};
}

// If the archive's own article is the one that came last after all, it stays, as if nothing had come between.
bool KnownArticles::revive(const std::string& id, std::uint64_t content_hash) {
  const auto place = find(id, true);
  if (!place || segments_[place->segment].columns().content_hash(place->document - 1) != content_hash) return false;
  newly_dead_[place->segment].erase(place->document);
  return true;
}

KnownArticles::Decision KnownArticles::put(const std::string& id, std::uint64_t content_hash,
                                           const std::string& source) {
  const std::uint64_t source_hash = XXH3_64bits(source.data(), source.size());
  auto [found, is_new] = arrivals_.try_emplace(hash_of(id));
  auto& arrival = found->second;
  Decision decision;
  bool was_there = false;
  if (arrival.waits) {
    if (arrival.content_hash == content_hash) return {PutOutcome::unchanged};
    dead_arrivals_.insert(arrival.number);
    --waiting_;
    if (revive(id, content_hash)) {
      decision = {PutOutcome::unchanged, false, 0, arrival.replacements, arrival.across};
      arrivals_.erase(found);
      return decision;
    }
    was_there = true;
  } else if (const auto place = find(id, false)) {
    const bool unchanged = segments_[place->segment].columns().content_hash(place->document - 1) == content_hash;
    if (unchanged && is_new) arrivals_.erase(found);
    if (unchanged) return {PutOutcome::unchanged};
    newly_dead_[place->segment].insert(place->document);
    was_there = true;
  }
  decision.outcome = was_there ? PutOutcome::replaced : PutOutcome::indexed;
  decision.across_sources = was_there && !is_new && arrival.source != source_hash;
  decision.arrival = next_arrival_++;
  if (was_there || !left_out_.empty()) decision.added = day_added(id);
  arrival = {content_hash,
             source_hash,
             decision.arrival,
             arrival.replacements + (was_there ? 1 : 0),
             arrival.across + (decision.across_sources ? 1 : 0),
             true};
  ++waiting_;
  return decision;
}

bool KnownArticles::remove(const std::string& id) {
  const auto found = arrivals_.find(hash_of(id));
  if (found != arrivals_.end() && found->second.waits) {
    dead_arrivals_.insert(found->second.number);
    --waiting_;
    arrivals_.erase(found);
    return true;
  }
  const auto place = find(id, false);
  if (place) newly_dead_[place->segment].insert(place->document);
  return place.has_value();
}

}  // namespace newshound::writing
