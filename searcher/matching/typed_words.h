// Word or phrase of a query -> what each of its words may be in an article. The planner looks that up, highlighting
// compares it with the words of a text, so that what is marked is what matched.
#ifndef NEWSHOUND_MATCHING_TYPED_WORDS_H
#define NEWSHOUND_MATCHING_TYPED_WORDS_H

#include "indexer/format/analysis.h"
#include "searcher/matching/acronyms.h"
#include "searcher/matching/stop_words.h"
#include "searcher/query/word_pattern.h"

#include <newshound/results.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newshound::matching {

// The stem of a word under one stemmer.
struct TypedStem {
  std::string stemmer;
  std::string stem;        // with the accents typed
  std::string plain_stem;  // without
  Acronym acronym = Acronym::maybe;
};

struct TypedWord {
  std::string term;                   // folded
  std::vector<TypedStem> stems = {};  // by stemmer of the archive; none for a character of a script without spaces
  bool any_form = false;              // any form of its stems will do; else the folded term decides, but for:
  std::string letters = {};           // the letters a form must have, dots aside; empty: any
  query::WordTest test = {};          // of a pattern or a fuzzy word: true for the folded forms it stands for
  std::size_t offset = 0;             // positions after the first word of the clause
};

// The token, of an article with that stemmer, is the word.
bool matches(const TypedWord& word, const format::Token& token, std::string_view stemmer);

class TypedWords {
 public:
  // All of these outlive it.
  TypedWords(const std::vector<std::string>& stemmers, format::Analyser& analyser, StopWords& stop_words)
      : stemmers_(stemmers), analyser_(analyser), stop_words_(stop_words) {}

  // The words of a word or phrase clause, in order; none if the analyser sees none. Throws Failure (Errc::query) for a
  // wildcard with no letter beside it, and for what is fuzzy and not one word.
  std::vector<TypedWord> read(const QueryNode& clause);

 private:
  std::vector<TypedWord> read_piece(const std::string& text);
  std::vector<TypedWord> read_phrase(const QueryNode& clause);
  std::vector<TypedWord> read_pattern(const QueryNode& clause);
  void give_form(const QueryNode& clause, TypedWord& word);

  const std::vector<std::string>& stemmers_;
  format::Analyser& analyser_;
  StopWords& stop_words_;
  std::vector<std::string> forms_;  // as typed, of the words in hand
};

// The keys of a word in any of its forms, by stemmer: what counts the articles that a search for it finds.
std::vector<std::string> stem_keys(std::string_view word, const std::vector<std::string>& stemmers,
                                   format::Analyser& analyser);

}  // namespace newshound::matching

#endif
