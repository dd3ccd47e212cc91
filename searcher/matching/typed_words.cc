#include "searcher/matching/typed_words.h"

#include "indexer/format/terms.h"
#include "searcher/matching/acronyms.h"
#include "searcher/matching/plan_nodes.h"
#include "searcher/query/escapes.h"

#include <algorithm>
#include <utility>

namespace newshound::matching {
namespace {

using Form = QueryNode::Form;
using Kind = QueryNode::Kind;

constexpr std::string_view kWildcards = "*?";

bool has_small_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool stems_match(const TypedWord& word, const format::Token& token, std::string_view stemmer) {
  return std::any_of(word.stems.begin(), word.stems.end(), [&](const TypedStem& typed) {
    if (typed.stemmer != stemmer) return false;
    const bool is_same =
        token.stem == typed.stem || token.stem == typed.plain_stem || token.plain_stem == typed.plain_stem;
    return is_same && may_be(typed.acronym, token.form);
  });
}

// Letters in the place of wildcards, so that the analyser sees one word where the pattern is one.
std::string with_letters(std::string pattern) {
  for (char& c : pattern)
    if (kWildcards.find(c) != std::string_view::npos) c = 'x';
  return pattern;
}

}  // namespace

bool matches(const TypedWord& word, const format::Token& token, std::string_view stemmer) {
  if (word.test) return !token.unspaced && word.test(token.term);
  if (!word.letters.empty()) return without_dots(token.form) == word.letters;
  return word.any_form && !word.stems.empty() ? stems_match(word, token, stemmer) : token.term == word.term;
}

std::vector<TypedWord> TypedWords::read(const QueryNode& clause) {
  if (clause.kind == Kind::phrase) return read_phrase(clause);
  if (clause.form == Form::pattern) return read_pattern(clause);
  auto words = read_piece(clause.value);
  if (clause.form == Form::fuzzy && (words.size() != 1 || words.front().stems.empty()))
    refuse(clause, "\"" + clause.value + "\" is not one word, and ~ stands after one word",
           "for words in any order with others among them, put them in quotes: \"ferry strike\"~3");
  for (std::size_t i = 0; i < words.size(); ++i) {
    words[i].any_form = clause.form == Form::any && words.size() == 1;
    if (clause.form == Form::exact_case) words[i].letters = without_dots(forms_[i]);
  }
  if (words.size() == 1) give_form(clause, words.front());
  return words;
}

// What only a single word can be.
void TypedWords::give_form(const QueryNode& clause, TypedWord& word) {
  if (clause.form == Form::fuzzy)
    word.test = [term = word.term, edits = clause.distance](std::string_view form) {
      return query::is_within_edits(term, form, edits);
    };
  if (!word.any_form || !has_small_letter(forms_.front())) return;  // US's is US
  const bool has_stops = forms_.front().find('.') != std::string::npos && word.term.find('.') == std::string::npos;
  for (auto& typed : word.stems) {
    if (has_stops)
      typed.acronym = Acronym::yes;
    else if (stop_words_.has(typed.stemmer, word.term))
      typed.acronym = Acronym::no;
  }
}

// The tokens of a text under every stemmer. Their surface forms are the same under each.
std::vector<TypedWord> TypedWords::read_piece(const std::string& text) {
  static const std::vector<std::string> kUnstemmed = {""};  // what an archive without articles has
  std::vector<TypedWord> words;
  forms_.clear();
  for (const auto& stemmer : stemmers_.empty() ? kUnstemmed : stemmers_) {
    const auto& tokens = analyser_.analyse(text, stemmer);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (i == words.size()) {
        words.push_back({.term = std::string(tokens[i].term), .offset = i});
        forms_.emplace_back(tokens[i].form);
      }
      if (!tokens[i].unspaced)
        words[i].stems.push_back({stemmer, std::string(tokens[i].stem), std::string(tokens[i].plain_stem)});
    }
  }
  return words;
}

// "the * ferry": each piece between gaps on its own.
std::vector<TypedWord> TypedWords::read_phrase(const QueryNode& clause) {
  const auto& text = clause.value;
  std::vector<TypedWord> words;
  std::size_t offset = 0;
  for (std::size_t begin = 0, at = 0; at <= text.size(); ++at) {
    const bool is_gap = at < text.size() && query::is_gap_at(text, at);
    if (at < text.size() && !is_gap) continue;
    for (auto& word : read_piece(text.substr(begin, at - begin))) {
      word.offset = offset++;
      words.push_back(std::move(word));
    }
    if (!words.empty()) ++offset;  // for the gap; one before the first word is none
    begin = at + 1;
  }
  return words;
}

// A pattern that is several words, as re-elect* is, is a phrase of them.
std::vector<TypedWord> TypedWords::read_pattern(const QueryNode& clause) {
  const auto letters = with_letters(clause.value);
  std::vector<std::string> patterns;
  for (const auto& token : analyser_.analyse(letters, ""))
    patterns.push_back(clause.value.substr(token.begin, token.end - token.begin));
  auto words = read_piece(letters);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto& pattern = patterns[i];
    if (pattern.find_first_of(kWildcards) == std::string::npos) continue;
    if (pattern.find_first_not_of(kWildcards) == std::string::npos)
      refuse(clause, "a wildcard in \"" + clause.value + "\" has no letter beside it",
             "write part of the word; to search for the text itself, put it in quotes");
    words[i].test = [known = query::WordPattern(format::fold_value(pattern))](std::string_view form) {
      return known.matches(form);
    };
  }
  return words;
}

std::vector<std::string> stem_keys(std::string_view word, const std::vector<std::string>& stemmers,
                                   format::Analyser& analyser) {
  std::vector<std::string> keys;
  for (const auto& stemmer : stemmers)
    for (const auto& token : analyser.analyse(word, stemmer))
      keys.push_back(format::stem_term("", stemmer, token.stem));
  return keys;
}

}  // namespace newshound::matching
