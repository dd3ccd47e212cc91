// What the lexer makes of the query text. Fields are resolved here: a word of `title:(a b)` carries its field, so the
// parser sees only words, phrases, values, brackets and operators.
#ifndef NEWSHOUND_QUERY_TOKEN_H
#define NEWSHOUND_QUERY_TOKEN_H

#include "indexer/format/schema.h"
#include "searcher/query/word_forms.h"

#include <newshound/results.h>

#include <string>

namespace newshound::query {

struct Token {
  enum class Kind {
    word,
    phrase,
    value,  // of a field that is not text; or `unknown` of one that is
    everything,
    open,
    close,
    conjunction,
    disjunction,
    negation,  // NOT or -
    must,      // +
    maybe,     // MAYBE
    near,
  };
  Kind kind = Kind::word;
  std::string text = {};                     // the word, phrase or value; of an operator as typed
  const format::FieldSpec* field = nullptr;  // of word, phrase, value; of open: the field of the group
  bool quoted = false;                       // value only
  bool plain = false;                        // word only: written so that it is text, whatever it looks like
  QueryNode::Form form = {};                 // word only
  unsigned distance = 0;                     // of a fuzzy word and of a loose phrase
  double weight = 1;                         // of word and phrase; of close: of the group
  Nearness nearness = {};                    // near only
  Span span = {};                            // with the field's name, quotes included
  Span value_span = {};                      // without the field's name
};

}  // namespace newshound::query

#endif
