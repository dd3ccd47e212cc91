#include "searcher/matching/statistics.h"

#include <algorithm>
#include <cmath>

namespace newshound::matching {
namespace {

std::uint64_t dead_with(const format::Segment& segment, const std::string& term) {
  if (segment.dead().empty()) return 0;
  std::uint64_t count = 0;
  const auto end = segment.database().postlist_end(term);
  auto posting = segment.database().postlist_begin(term);
  for (auto document : segment.dead()) {
    if (posting == end) break;
    posting.skip_to(document);
    if (posting != end && *posting == document) ++count;
  }
  return count;
}

}  // namespace

Statistics::Statistics(const Snapshot& snapshot) : snapshot_(snapshot) {
  std::uint64_t length = 0;
  for (const auto& segment : snapshot.segments()) {
    articles_ += segment.entry().articles;
    length += segment.database().get_total_length();
    for (auto document : segment.dead()) length -= segment.database().get_doclength(document);
  }
  if (articles_ > 0 && length > 0) average_length_ = static_cast<double>(length) / static_cast<double>(articles_);
}

std::uint64_t Statistics::living_frequency(const std::string& term) {
  const auto [found, is_new] = frequencies_.try_emplace(term, 0);
  if (is_new)
    for (const auto& segment : snapshot_.segments())
      found->second += segment.database().get_termfreq(term) - dead_with(segment, term);
  return found->second;
}

std::uint64_t Statistics::document_frequency(const std::vector<std::string>& terms) {
  std::uint64_t sum = 0;
  for (const auto& term : terms) sum += living_frequency(term);
  return sum;
}

double Statistics::inverse_document_frequency(const std::vector<std::string>& terms) {
  const auto all = static_cast<double>(articles_);
  const auto with = std::min(all, static_cast<double>(document_frequency(terms)));
  return std::log(1 + (all - with + 0.5) / (with + 0.5));
}

}  // namespace newshound::matching
