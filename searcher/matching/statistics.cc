#include "searcher/matching/statistics.h"

#include "indexer/format/analysis.h"

#include <algorithm>
#include <cmath>

namespace newshound::matching {
namespace {

std::uint64_t dead_with(const format::Segment& segment, const format::PositionsTerm& term) {
  if (segment.dead().empty()) return 0;
  std::uint64_t count = 0;
  format::PostingsCursor cursor(segment.positions(), term);
  for (auto document : segment.dead()) {
    cursor.skip_to(document - 1);
    if (cursor.at_end()) break;
    if (cursor.row() == document - 1) ++count;
  }
  return count;
}

}  // namespace

Statistics::Statistics(const Snapshot& snapshot) : snapshot_(snapshot) {
  std::uint64_t length = 0;
  for (const auto& segment : snapshot.segments()) {
    articles_ += segment.entry().articles;
    length += segment.positions().total_length();
    for (auto document : segment.dead()) length -= segment.positions().length(document - 1);
  }
  if (articles_ > 0 && length > 0) average_length_ = static_cast<double>(length) / static_cast<double>(articles_);
}

std::uint64_t Statistics::living_frequency(const std::string& key) {
  const auto [found, is_new] = frequencies_.try_emplace(key, 0);
  if (!is_new) return found->second;
  for (const auto& segment : snapshot_.segments())
    if (const auto term = segment.positions().find(key)) found->second += term->documents - dead_with(segment, *term);
  return found->second;
}

std::uint64_t Statistics::document_frequency(const std::vector<std::string>& keys) {
  std::uint64_t sum = 0;
  for (const auto& key : keys) sum += living_frequency(key);
  return sum;
}

std::uint64_t Statistics::articles_stemmed_by(const std::string& stemmer) {
  if (!by_stemmer_) {
    by_stemmer_.emplace();
    for (const auto& segment : snapshot_.segments()) {
      const auto& languages = segment.columns().facet(format::ColumnId::language);
      for (std::uint32_t row = 0; row < segment.columns().rows(); ++row)
        if (segment.is_alive(row + 1))
          for (const auto language : languages.ordinals(row))
            ++(*by_stemmer_)[std::string(format::stemmer_code(languages.value(language)))];
    }
  }
  return (*by_stemmer_)[stemmer];
}

double Statistics::inverse_document_frequency(const std::vector<std::string>& keys) {
  const auto all = static_cast<double>(articles_);
  const auto with = std::min(all, static_cast<double>(document_frequency(keys)));
  return std::log(1 + (all - with + 0.5) / (with + 0.5));
}

}  // namespace newshound::matching
