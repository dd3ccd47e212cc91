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

void KnownArticles::open(std::vector<format::Segment> segments) {
  segments_ = std::move(segments);
  newly_dead_.assign(segments_.size(), {});
  dead_arrivals_.clear();
  for (auto& [id, arrival] : arrivals_) arrival.committed = true;
}

bool KnownArticles::nothing_died() const {
  return dead_arrivals_.empty() &&
         std::all_of(newly_dead_.begin(), newly_dead_.end(), [](const auto& dead) { return dead.empty(); });
}

std::optional<KnownArticles::Place> KnownArticles::find_in_segments(const std::string& id) const {
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    const auto document = segments_[i].find(id);
    if (document && !newly_dead_[i].contains(*document)) return Place{i, *document};
  }
  return {};
}

KnownArticles::Decision KnownArticles::put(const std::string& id, std::uint64_t content_hash,
                                           const std::string& source) {
  const std::uint64_t source_hash = XXH3_64bits(source.data(), source.size());
  auto [found, is_new] = arrivals_.try_emplace(hash_of(id));
  auto& arrival = found->second;
  Decision decision;
  bool was_there = false;
  if (!is_new && !arrival.committed) {
    if (arrival.content_hash == content_hash) return {PutOutcome::unchanged, false, 0};
    dead_arrivals_.insert(arrival.number);
    was_there = true;
  } else if (const auto place = find_in_segments(id)) {
    const bool unchanged = segments_[place->segment].columns().content_hash(place->document - 1) == content_hash;
    if (unchanged && is_new) arrivals_.erase(found);
    if (unchanged) return {PutOutcome::unchanged, false, 0};
    newly_dead_[place->segment].insert(place->document);
    was_there = true;
  }
  decision.outcome = was_there ? PutOutcome::replaced : PutOutcome::indexed;
  decision.across_sources = was_there && !is_new && arrival.source != source_hash;
  decision.arrival = next_arrival_++;
  arrival = {content_hash, source_hash, decision.arrival, false};
  return decision;
}

bool KnownArticles::remove(const std::string& id) {
  const auto found = arrivals_.find(hash_of(id));
  if (found != arrivals_.end() && !found->second.committed) {
    dead_arrivals_.insert(found->second.number);
    arrivals_.erase(found);
    return true;
  }
  const auto place = find_in_segments(id);
  if (place) newly_dead_[place->segment].insert(place->document);
  return place.has_value();
}

}  // namespace newshound::writing
