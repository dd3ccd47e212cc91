// Words and phrases: what a typed word is in the index, what it scores, and where it may stand.
#include "indexer/format/schema.h"
#include "indexer/format/terms.h"
#include "searcher/matching/plan.h"
#include "searcher/matching/plan_nodes.h"

#include <set>
#include <utility>

namespace newshound::matching {

using Kind = PlanNode::Kind;

Planner::Stems Planner::stems_of(const std::string& code, const format::Token& token) const {
  Stems stems{code, std::string(token.stem), {}};
  const std::string plain = format::stem_term("", code, token.plain_stem);
  std::set<std::string> others = {std::string(token.plain_stem)};
  const auto prefix = format::stem_term("", code, "").size();
  for (const auto& segment : snapshot_.segments())
    for (const auto& alias : segment.positions().aliases(plain)) others.insert(alias.substr(prefix));
  others.erase(stems.stem);
  stems.others.assign(others.begin(), others.end());
  return stems;
}

// The tokens of a text under every stemmer of the archive. Their surface forms are the same under each.
std::vector<Planner::Word> Planner::analyse(const std::string& text) {
  std::vector<Word> words;
  for (const auto& stemmer : snapshot_.stemmers()) {
    const auto& tokens = analyser_.analyse(text, stemmer);
    words.resize(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      words[i].term = tokens[i].term;
      if (!tokens[i].unspaced) words[i].stems.push_back(stems_of(stemmer, tokens[i]));
    }
  }
  return words;
}

// A word of the title filters by the title and scores by the whole article.
PlanNode Planner::term_in(const std::string& code, const std::string& stem, double weight, bool in_title) {
  auto term = word_node(format::stem_term("", code, stem), weight);
  if (!in_title) return term;
  const auto& title = format::find_field("title")->prefix;
  return group_node(Kind::all, {std::move(term), term_node(format::stem_term(title, code, stem))});
}

double Planner::weight_of(const Word& word) {
  if (word.stems.empty()) return statistics_.inverse_document_frequency({format::word_term("", word.term)});
  std::vector<std::string> terms;
  for (const auto& stems : word.stems) terms.push_back(format::stem_term("", stems.code, stems.stem));
  return statistics_.inverse_document_frequency(terms);
}

// Any of the word's stems, each in the articles of its language; all weigh the same, because an article has one
// language. What the word is with other accents is found and scores nothing, so that the typed accents come first.
PlanNode Planner::scored(const Word& word, bool in_title) {
  plan_.scores = true;
  const double weight = weight_of(word);
  if (word.stems.empty()) {
    auto term = word_node(format::word_term("", word.term), weight);
    if (!in_title) return term;
    const auto& title = format::find_field("title")->prefix;
    return group_node(Kind::all, {std::move(term), term_node(format::word_term(title, word.term))});
  }
  std::vector<PlanNode> alternatives;
  for (const auto& stems : word.stems) {
    alternatives.push_back(term_in(stems.code, stems.stem, weight, in_title));
    for (const auto& other : stems.others) alternatives.push_back(term_in(stems.code, other, 0, in_title));
  }
  return group_node(Kind::any, std::move(alternatives));
}

Slot Planner::slot_of(const Word& word, bool in_byline, bool in_any_form) {
  if (in_byline) return {{format::word_term(format::find_field("byline")->prefix, word.term), {}, 0}};
  if (word.stems.empty()) return {{format::word_term("", word.term), {}, 0}};
  Slot slot;
  const std::string form = in_any_form ? std::string() : word.term;
  for (const auto& stems : word.stems) {
    slot.push_back({format::stem_term("", stems.code, stems.stem), form, 0});
    for (const auto& other : stems.others) slot.push_back({format::stem_term("", stems.code, other), form, 0});
  }
  return slot;
}

Sequence Planner::sequence_of(const std::vector<Word>& words, const std::string& field, bool in_any_form) {
  Sequence sequence;
  sequence.in_title = field == "title";
  for (const auto& word : words) sequence.slots.push_back(slot_of(word, field == "byline", in_any_form));
  return sequence;
}

// The typed stem of each word scores, as in scored().
Sequence Planner::scored_sequence(const std::vector<Word>& words, const std::string& field) {
  plan_.scores = true;
  auto sequence = sequence_of(words, field, false);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const double weight = weight_of(words[i]);
    for (const auto& stems : words[i].stems)
      for (auto& place : sequence.slots[i])
        if (place.key == format::stem_term("", stems.code, stems.stem)) place.weight = weight;
    if (words[i].stems.empty()) sequence.slots[i].front().weight = weight;
  }
  return sequence;
}

// A word, a typed run that is several words (re-elected, 東京), or a phrase. Of what has an order the surface words
// decide, because a word has other stems with its accents than without ("résumé", "resume") and a phrase tolerates
// accents; it scores by the stems.
PlanNode Planner::plan_words(const QueryNode& node, bool as_phrase) {
  const auto words = analyse(node.value);
  if (snapshot_.stemmers().empty()) return group_node(Kind::any, {});
  if (words.empty()) refuse(node, "the query has no word in it", "write at least one word or filter");
  const bool in_byline = node.field == "byline";
  PlanNode planned;
  if (in_byline && words.size() == 1)
    planned = term_node(format::word_term(format::find_field("byline")->prefix, words.front().term));
  else if (in_byline)
    planned = proximity_node({{sequence_of(words, node.field, false)}, 0});
  else if (as_phrase || words.size() > 1)
    planned = proximity_node({{scored_sequence(words, node.field)}, 0});
  else
    planned = scored(words.front(), node.field == "title");
  plan_.words.emplace_back(node.value, to_string(planned));
  return planned;
}

}  // namespace newshound::matching
