#include "indexer/format/word_cache.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>

namespace newshound::format {
namespace {

constexpr std::size_t kFirstSlots = 1024;  // a power of two, as is every later size
constexpr std::size_t kBlockBytes = 64 * 1024;

std::uint64_t hash_of(std::size_t stemmer, std::string_view word) {
  return XXH3_64bits_withSeed(word.data(), word.size(), stemmer);
}

std::uint32_t upper_half(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32U); }

}  // namespace

WordCache::WordCache() : slots_(kFirstSlots) {}

const AnalysedWord* WordCache::find(std::size_t stemmer, std::string_view word) const {
  const auto hash = hash_of(stemmer, word);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].entry != 0; at = (at + 1) & mask) {
    if (slots_[at].check != upper_half(hash)) continue;
    const auto& entry = entries_[slots_[at].entry - 1];
    if (entry.stemmer == stemmer && entry.word == word) return &entry.analysed;
  }
  return nullptr;
}

const AnalysedWord& WordCache::add(std::size_t stemmer, std::string_view word, const AnalysedWord& analysed) {
  if (entries_.size() * 2 >= slots_.size()) grow();
  const auto hash = hash_of(stemmer, word);
  AnalysedWord kept{keep(analysed.term), {}, {}, {}, analysed.cut, static_cast<std::uint32_t>(entries_.size())};
  kept.stem = analysed.stem == analysed.term ? kept.term : keep(analysed.stem);
  kept.plain_stem = analysed.plain_stem == analysed.stem ? kept.stem : keep(analysed.plain_stem);
  const auto kept_word = keep(word);
  kept.form = analysed.form == word ? kept_word : keep(analysed.form);
  entries_.push_back({hash, stemmer, kept_word, kept});
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].entry != 0) at = (at + 1) & mask;
  slots_[at] = {upper_half(hash), static_cast<std::uint32_t>(entries_.size())};
  return entries_.back().analysed;
}

void WordCache::clear() {
  slots_.assign(kFirstSlots, {});
  entries_.clear();
  blocks_.clear();
  block_free_ = 0;
  bytes_ = 0;
}

std::string_view WordCache::keep(std::string_view text) {
  if (text.empty()) return {};
  if (text.size() > block_free_) {
    const auto size = std::max(kBlockBytes, text.size());
    blocks_.push_back(std::make_unique<char[]>(size));
    block_free_ = size;
    block_end_ = blocks_.back().get() + size;
  }
  char* place = block_end_ - block_free_;
  std::memcpy(place, text.data(), text.size());
  block_free_ -= text.size();
  bytes_ += text.size();
  return {place, text.size()};
}

void WordCache::grow() {
  slots_.assign(slots_.size() * 2, {});
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    std::size_t at = entries_[i].hash & mask;
    while (slots_[at].entry != 0) at = (at + 1) & mask;
    slots_[at] = {upper_half(entries_[i].hash), static_cast<std::uint32_t>(i + 1)};
  }
}

}  // namespace newshound::format
