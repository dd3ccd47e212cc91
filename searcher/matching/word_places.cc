#include "searcher/matching/word_places.h"

#include "indexer/format/sentences.h"

#include <algorithm>
#include <set>
#include <utility>

namespace newshound::matching {
namespace {

constexpr std::size_t kShown = 20;

std::string joined(const std::set<std::string>& words) {
  std::string text;
  std::size_t shown = 0;
  for (const auto& word : words)
    if (shown++ < kShown) text.append(text.empty() ? "" : "|").append(word);
  return words.size() <= kShown ? text : text + "|and " + std::to_string(words.size() - kShown) + " more";
}

bool is_any_form(const WordPlace& place) {
  return place.terms.empty() && place.letters.empty() && place.acronym == Acronym::maybe;
}

bool may_be(const WordPlace& place, const format::WordForm& form) {
  if (!place.terms.empty() && std::find(place.terms.begin(), place.terms.end(), form.term) == place.terms.end())
    return false;
  if (!place.letters.empty() && without_dots(form.text) != place.letters) return false;
  return may_be(place.acronym, form.text);
}

// By form, 1 or 0; empty: all.
std::vector<char> allowed_forms(const format::Positions& positions, const WordPlace& place,
                                const format::PositionsTerm& term) {
  std::vector<char> allowed;
  if (is_any_form(place)) return allowed;
  for (const auto& form : positions.forms(term)) allowed.push_back(may_be(place, form) ? 1 : 0);
  if (std::count(allowed.begin(), allowed.end(), 1) == std::ssize(allowed)) allowed.clear();
  return allowed;
}

bool is_there(format::PostingsCursor& cursor, const std::vector<char>& allowed) {
  if (allowed.empty()) return true;
  bool found = false;
  cursor.for_each_position([&](std::uint32_t, std::uint32_t form) { found = found || allowed[form] != 0; });
  return found;
}

std::string_view name_of(Region region) {
  switch (region) {
    case Region::title:
      return "title:";
    case Region::lead:
      return "lead:";
    case Region::body:
      return "body:";
    case Region::article:
    case Region::byline:  // its keys tell
      break;
  }
  return "";
}

// The last position of the lead.
std::size_t end_of_lead(const format::Positions& positions, std::uint32_t row) {
  std::size_t end = positions.title_words(row) + format::kFieldGap;
  unsigned paragraphs = 0;
  for (const auto& [words, ends_paragraph] : positions.sentences(row)) {
    end += words;
    if (ends_paragraph && ++paragraphs == format::kLeadParagraphs) break;
  }
  return end;
}

}  // namespace

std::vector<bool> rows_with(const format::Positions& positions, const Slot& slot, std::uint32_t least) {
  std::vector<bool> rows(positions.rows());
  std::vector<std::uint32_t> found(least > 1 ? positions.rows() : 0);
  for (const auto& place : slot.alternatives) {
    const auto term = positions.find(place.key);
    if (!term || term->documents == 0) continue;
    const auto allowed = allowed_forms(positions, place, *term);
    for (format::PostingsCursor cursor(positions, *term); !cursor.at_end(); cursor.next())
      if (!rows[cursor.row()] && is_there(cursor, allowed))
        rows[cursor.row()] = least <= 1 || ++found[cursor.row()] >= least;
  }
  return rows;
}

bool scores(const Sequence& sequence) {
  return std::any_of(sequence.slots.begin(), sequence.slots.end(), [](const Slot& slot) {
    return std::any_of(slot.alternatives.begin(), slot.alternatives.end(),
                       [](const WordPlace& place) { return place.weight > 0; });
  });
}

// The words it must be, or else the keys it may have.
std::string to_string(const Slot& slot) {
  std::set<std::string> keys;
  std::set<std::string> terms;
  std::string signs;
  for (const auto& place : slot.alternatives) {
    keys.insert(place.key);
    terms.insert(place.terms.begin(), place.terms.end());
    if (!place.letters.empty()) return "==" + place.letters;
    if (place.acronym == Acronym::no) signs = " not in capitals";
    if (place.acronym == Acronym::yes) signs = " in capitals or with stops";
  }
  return joined(terms.empty() ? keys : terms) + signs;
}

std::string to_string(const Sequence& sequence) {
  std::string text(name_of(sequence.region));
  std::size_t next = 0;
  for (const auto& slot : sequence.slots) {
    if (next > 0) text += ' ';
    if (sequence.others == 0)
      for (; next < slot.offset; ++next) text += "* ";
    text += to_string(slot);
    next = slot.offset + 1;
  }
  return sequence.others == 0 ? text : text + " ~" + std::to_string(sequence.others);
}

SlotCursor::SlotCursor(const format::Positions& positions, const Slot& slot, double average_length)
    : positions_(positions) {
  for (const auto& place : slot.alternatives) add(place, average_length);
  for (std::uint32_t i = 0; i < alternatives_.size(); ++i) here_.push_back(i);
  row_ = 0;
  find_row();
}

void SlotCursor::add(const WordPlace& place, double average_length) {
  const auto term = positions_.find(place.key);
  if (!term || term->documents == 0) return;
  auto allowed = allowed_forms(positions_, place, *term);
  if (!allowed.empty() && std::count(allowed.begin(), allowed.end(), 1) == 0 && place.weight == 0) return;
  const auto bm25 = place.weight > 0 ? std::optional(Bm25(place.weight, average_length)) : std::nullopt;
  alternatives_.push_back({format::PostingsCursor(positions_, *term), std::move(allowed), bm25});
  most_documents_ += term->documents;
  if (bm25) most_score_ += bm25->most(term->bounds);
}

// The alternatives that were at the row in hand may have moved on, or be at their end.
void SlotCursor::find_row() {
  const auto is_later = [this](std::uint32_t a, std::uint32_t b) {
    return alternatives_[a].cursor.row() > alternatives_[b].cursor.row();
  };
  for (const auto i : here_) {
    if (alternatives_[i].cursor.at_end()) continue;
    further_.push_back(i);
    std::push_heap(further_.begin(), further_.end(), is_later);
  }
  here_.clear();
  row_ = further_.empty() ? kEnd : alternatives_[further_.front()].cursor.row();
  while (!further_.empty() && alternatives_[further_.front()].cursor.row() == row_) {
    std::pop_heap(further_.begin(), further_.end(), is_later);
    here_.push_back(further_.back());
    further_.pop_back();
  }
}

void SlotCursor::skip_to(std::uint32_t row) {
  if (row_ >= row) return;
  if (alternatives_.size() == 1) {
    auto& cursor = alternatives_.front().cursor;
    cursor.skip_to(row);
    row_ = cursor.at_end() ? kEnd : cursor.row();
    return;
  }
  do {
    for (const auto i : here_) alternatives_[i].cursor.skip_to(row);
    find_row();
  } while (row_ < row);
}

double SlotCursor::score() const {
  double score = 0;
  for (const auto i : here_)
    if (const auto& bm25 = alternatives_[i].bm25)
      score += bm25->score(alternatives_[i].cursor.frequency(), positions_.length(row_));
  return score;
}

double SlotCursor::most_score_at(std::uint32_t row) const {
  double most = 0;
  for (const auto& [cursor, allowed, bm25] : alternatives_) {
    if (!bm25 || cursor.at_end()) continue;
    const auto block = cursor.block_with(row);
    if (block < cursor.blocks()) most += bm25->most(cursor.bounds(block));
  }
  return most;
}

void SlotCursor::read(std::vector<std::uint32_t>& positions) {
  positions.clear();
  for (const auto i : here_) {
    const auto& allowed = alternatives_[i].allowed;
    alternatives_[i].cursor.for_each_position([&](std::uint32_t position, std::uint32_t form) {
      if (allowed.empty() || allowed[form] != 0) positions.push_back(position);
    });
  }
  if (here_.size() > 1) std::sort(positions.begin(), positions.end());
}

SequenceCursor::SequenceCursor(const format::Positions& positions, const Sequence& sequence, double average_length)
    : positions_(positions), region_(sequence.region), others_(sequence.others) {
  for (const auto& slot : sequence.slots) {
    offsets_.push_back(slot.offset);
    slots_.emplace_back(positions, slot, average_length);
    const auto same = std::find_if(sequence.slots.begin(), sequence.slots.end(),
                                   [&](const Slot& other) { return other.alternatives == slot.alternatives; });
    same_slots_.push_back(static_cast<std::size_t>(same - sequence.slots.begin()));
  }
}

const std::vector<Span>& SequenceCursor::read(std::uint32_t row) {
  spans_.clear();
  if (others_ == 0)
    read_in_order();
  else
    read_in_any_order();
  if (region_ != Region::article && region_ != Region::byline) keep_region(row);
  return spans_;
}

void SequenceCursor::read_in_order() {
  slots_.front().read(starts_);
  for (std::size_t i = 1; i < slots_.size() && !starts_.empty(); ++i) {
    slots_[i].read(positions_of_slot_);
    auto at = positions_of_slot_.begin();
    std::erase_if(starts_, [&](std::uint32_t start) {
      const auto wanted = static_cast<std::uint32_t>(start + offsets_[i]);
      at = std::lower_bound(at, positions_of_slot_.end(), wanted);
      return at == positions_of_slot_.end() || *at != wanted;
    });
  }
  for (const std::size_t start : starts_) spans_.push_back({start, start + offsets_.back()});
}

// For each place of a word the shortest stretch that ends there and has each word as often as the phrase has it.
void SequenceCursor::read_in_any_order() {
  std::vector<std::pair<std::uint32_t, std::size_t>> places;  // position, slot
  std::vector<int> missing(slots_.size());
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    ++missing[same_slots_[i]];
    if (same_slots_[i] != i) continue;
    slots_[i].read(positions_of_slot_);
    for (const auto position : positions_of_slot_) places.emplace_back(position, i);
  }
  std::sort(places.begin(), places.end());
  auto words_missing = slots_.size();
  std::size_t left = 0;
  for (const auto& [position, slot] : places) {
    if (missing[slot]-- > 0) --words_missing;
    if (words_missing > 0) continue;
    while (missing[places[left].second] < 0) ++missing[places[left++].second];
    const std::size_t begin = places[left].first;
    const bool is_new = spans_.empty() || spans_.back().begin != begin;
    if (is_new && position - begin + 1 <= slots_.size() + others_) spans_.push_back({begin, position});
  }
}

void SequenceCursor::keep_region(std::uint32_t row) {
  if (spans_.empty()) return;
  const std::size_t end_of_title = positions_.title_words(row);
  const std::size_t last = region_ == Region::lead ? end_of_lead(positions_, row) : SIZE_MAX;
  std::erase_if(spans_, [&](const Span& span) {
    return region_ == Region::title ? span.end > end_of_title : span.begin <= end_of_title || span.end > last;
  });
}

}  // namespace newshound::matching
