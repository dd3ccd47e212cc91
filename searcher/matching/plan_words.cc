// Words and phrases: what a typed word is in the index, what it scores, and where it may stand.
#include "indexer/format/schema.h"
#include "indexer/format/terms.h"
#include "searcher/matching/plan.h"
#include "searcher/matching/plan_nodes.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

namespace newshound::matching {
namespace {

using Kind = PlanNode::Kind;

Region region_of(std::string_view field) {
  constexpr std::array<std::pair<std::string_view, Region>, 4> kRegions = {
      {{"title", Region::title}, {"lead", Region::lead}, {"body", Region::body}, {"byline", Region::byline}}};
  for (const auto& [name, region] : kRegions)
    if (field == name) return region;
  return Region::article;
}

// A key of the byline's words, or of title and body together.
std::string unstemmed_key(const std::string& term, Region region) {
  return format::word_term(region == Region::byline ? format::find_field("byline")->prefix : "", term);
}

// A word of the title filters by the title and scores by the whole article.
PlanNode with_title(PlanNode word, std::string term_of_title, Region region) {
  if (region != Region::title) return word;
  return group_node(Kind::all, {std::move(word), term_node(std::move(term_of_title))});
}

PlanNode stem_node(const TypedStem& typed, const std::string& stem, double weight, Region region) {
  const auto& title = format::find_field("title")->prefix;
  return with_title(word_node(format::stem_term("", typed.stemmer, stem), weight),
                    format::stem_term(title, typed.stemmer, stem), region);
}

// Posting lists tell nearly all there is to ask: no form, no place but that of the title's words.
bool is_bag(const std::vector<TypedWord>& words, const QueryNode& node) {
  const auto region = region_of(node.field);
  const bool is_word = node.kind == QueryNode::Kind::word && words.size() == 1;
  if (!is_word || region == Region::lead || region == Region::body) return false;
  return words.front().stems.empty() || words.front().any_form;
}

}  // namespace

std::vector<std::string> Planner::other_stems(const TypedStem& typed) const {
  const auto plain = format::stem_term("", typed.stemmer, typed.plain_stem);
  const auto prefix = format::stem_term("", typed.stemmer, "").size();
  std::set<std::string> others = {typed.plain_stem};
  for (const auto& segment : snapshot_.segments())
    for (const auto& alias : segment.positions().aliases(plain)) others.insert(alias.substr(prefix));
  others.erase(typed.stem);
  return {others.begin(), others.end()};
}

double Planner::weight_of(const TypedWord& word) {
  std::vector<std::string> keys;
  for (const auto& typed : word.stems) keys.push_back(format::stem_term("", typed.stemmer, typed.stem));
  if (keys.empty()) keys.push_back(unstemmed_key(word.term, Region::article));
  return statistics_.inverse_document_frequency(keys);
}

// Any of the word's stems, each in the articles of its language; all weigh the same, because an article has one
// language. What the word is with other accents is found and scores nothing, so that the typed accents come first.
PlanNode Planner::bag_of_stems(const TypedWord& word, const QueryNode& node) {
  const auto region = region_of(node.field);
  if (region == Region::byline) return term_node(unstemmed_key(word.term, region));
  plan_.scores = true;
  const double weight = weight_of(word) * node.weight;
  if (word.stems.empty()) {
    const auto& title = format::find_field("title")->prefix;
    return with_title(word_node(unstemmed_key(word.term, region), weight), format::word_term(title, word.term), region);
  }
  std::vector<PlanNode> alternatives;
  for (const auto& typed : word.stems) {
    if (typed.acronym != Acronym::maybe) {  // "war" is a stop word of German: only there its forms matter
      auto slot = slot_of({.term = word.term, .stems = {typed}, .any_form = true}, node);
      slot.alternatives.front().weight = weight;
      alternatives.push_back(proximity_node({{Sequence{{std::move(slot)}, region}}}));
      continue;
    }
    alternatives.push_back(stem_node(typed, typed.stem, weight, region));
    for (const auto& other : other_stems(typed)) alternatives.push_back(stem_node(typed, other, 0, region));
  }
  return group_node(Kind::any, std::move(alternatives));
}

// The words of the archive it stands for. They do not score: their frequencies are not that of what was meant.
Slot Planner::expanded_slot(const TypedWord& word, const QueryNode& node) {
  const bool in_byline = region_of(node.field) == Region::byline;
  auto expansion = (in_byline ? vocabularies_.of_bylines() : vocabularies_.of_text()).expand(word.test);
  if (expansion.words.size() > kMaxExpansion)
    refuse(node,
           "\"" + node.value + "\" stands for " + std::to_string(expansion.words.size()) + " words, and " +
               std::to_string(kMaxExpansion) + " are the most",
           "write more letters of the word");
  expansion.slot.offset = word.offset;
  return std::move(expansion.slot);
}

Slot Planner::slot_of(const TypedWord& word, const QueryNode& node) {
  if (word.test) return expanded_slot(word, node);
  const auto region = region_of(node.field);
  if (region == Region::byline)
    return {{{.key = unstemmed_key(word.term, region), .letters = word.letters}}, word.offset};
  const double weight = node.form == QueryNode::Form::pattern ? 0 : weight_of(word) * node.weight;
  Slot slot{{}, word.offset};
  if (word.stems.empty()) slot.alternatives.push_back({.key = unstemmed_key(word.term, region), .weight = weight});
  for (const auto& typed : word.stems) {
    WordPlace place{.letters = word.letters, .acronym = typed.acronym};
    if (!word.any_form && word.letters.empty()) place.terms = {word.term};
    const auto add = [&](const std::string& stem, double stem_weight) {
      slot.alternatives.push_back(place);
      slot.alternatives.back().key = format::stem_term("", typed.stemmer, stem);
      slot.alternatives.back().weight = stem_weight;
    };
    add(typed.stem, weight);
    for (const auto& other : other_stems(typed)) add(other, 0);
  }
  return slot;
}

Sequence Planner::sequence_of(const std::vector<TypedWord>& words, const QueryNode& node) {
  Sequence sequence{{}, region_of(node.field), node.kind == QueryNode::Kind::phrase ? node.distance : 0};
  for (const auto& word : words) sequence.slots.push_back(slot_of(word, node));
  plan_.scores = plan_.scores || scores(sequence);
  return sequence;
}

// A word, a typed run that is several words (re-elected, 東京), or a phrase. Of what has an order the surface words
// decide, because a word has other stems with its accents than without ("résumé", "resume") and a phrase tolerates
// accents; it scores by the stems.
PlanNode Planner::plan_words(const QueryNode& node) {
  const auto words = typed_words_.read(node);
  if (words.empty()) refuse(node, "the query has no word in it", "write at least one word or filter");
  PlanNode planned;
  if (is_bag(words, node)) {
    planned = bag_of_stems(words.front(), node);
  } else if (words.size() == 1 && words.front().test && region_of(node.field) == Region::article) {
    planned.kind = Kind::any_of_many;
    planned.slot = expanded_slot(words.front(), node);
    planned.least = 1;
  } else {
    planned = proximity_node({{sequence_of(words, node)}});
  }
  plan_.words.emplace_back(node.value, to_string(planned));
  return planned;
}

}  // namespace newshound::matching
