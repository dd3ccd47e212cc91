#include "indexer/writing/positions_builder.h"

#include "indexer/format/schema.h"
#include "indexer/writing/form_order.h"

#include <algorithm>
#include <utility>

namespace newshound::writing {

// A stem has few forms, so looking at each is faster than hashing.
std::uint32_t PositionsBuilder::number_form(Term& term, std::string_view folded, std::string_view text) {
  for (std::size_t i = 0; i < term.forms.size(); ++i)
    if (term.forms[i].text == text && term.forms[i].term == folded) return static_cast<std::uint32_t>(i);
  term.forms.push_back({std::string(text), std::string(folded), 0});
  ++form_count_;
  return static_cast<std::uint32_t>(term.forms.size() - 1);
}

PositionsBuilder::Word PositionsBuilder::number(std::string_view key, std::string_view term, std::string_view form) {
  auto found = numbers_.find(key);
  if (found == numbers_.end()) {
    terms_.push_back({std::string(key), {}, {}});
    found = numbers_.emplace(terms_.back().key, static_cast<std::uint32_t>(terms_.size() - 1)).first;
  }
  return {found->second, number_form(terms_[found->second], term, form)};
}

void PositionsBuilder::add(Word word, std::uint32_t place) {
  auto& term = terms_[word.key];
  ++term.forms[word.form].count;
  term.places.push_back({static_cast<std::uint32_t>(rows_.size()), place, word.form});
  ++place_count_;
}

void PositionsBuilder::add_alias(const std::string& key, std::string_view target) { aliases_[key].emplace(target); }

void PositionsBuilder::end_article(std::uint32_t title_words, std::uint32_t words,
                                   std::span<const format::SentenceLength> sentences) {
  sentences_.add(sentences);
  rows_.push_back({title_words, words + title_words * (format::kTitleWeight - 1)});
}

// Words of the byline do not count in ranking.
void PositionsBuilder::write_term(Term& term, format::PositionsWriter& writer) const {
  const bool counts = !term.key.starts_with(format::find_field("byline")->prefix);
  const auto numbers = order_forms(term.forms);
  writer.begin_term(term.key, term.forms);
  std::vector<format::Occurrence> places;
  for (auto place = term.places.begin(); place != term.places.end();) {
    const auto row = place->row;
    places.clear();
    std::uint32_t frequency = 0;
    for (; place != term.places.end() && place->row == row; ++place) {
      places.push_back({place->place, numbers[place->form]});
      frequency += place->place <= rows_[row].title_words ? format::kTitleWeight : 1;
    }
    writer.add(row, counts ? frequency : 0, rows_[row].length, places);
  }
  writer.end_term();
}

// Nodes, and strings that are too long to stand in place, as measured with words that come once.
std::uint64_t PositionsBuilder::memory() const {
  constexpr std::uint64_t kTermBytes = 200;
  constexpr std::uint64_t kFormBytes = 100;
  return terms_.size() * kTermBytes + form_count_ * kFormBytes + place_count_ * (sizeof(Place) + 4);
}

void PositionsBuilder::write(const std::filesystem::path& path) {
  for (const auto& [key, targets] : aliases_) {
    auto& alias = terms_.emplace_back(Term{std::string(format::kAliasPrefix) + key, {}, {}});
    for (const auto& target : targets) alias.forms.push_back({target, target, 0});
  }
  std::vector<Term*> sorted;
  for (auto& term : terms_) sorted.push_back(&term);
  std::sort(sorted.begin(), sorted.end(), [](const Term* a, const Term* b) { return a->key < b->key; });
  format::PositionsWriter writer(path);
  for (auto* term : sorted) write_term(*term, writer);
  writer.finish(rows_, sentences_);
}

}  // namespace newshound::writing
