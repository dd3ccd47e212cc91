// What the lexer makes of the query text. Fields are resolved here: a word of `title:(a b)` carries its field, so the
// parser sees only words, phrases, values, brackets and operators.
#ifndef NEWSHOUND_QUERY_TOKEN_H
#define NEWSHOUND_QUERY_TOKEN_H

#include "indexer/format/schema.h"

#include <newshound/result.h>

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
    near,
  };
  Kind kind = Kind::word;
  std::string text = {};                     // the word, phrase or value; of an operator as typed
  const format::FieldSpec* field = nullptr;  // of word, phrase, value; of open: the field of the group
  bool quoted = false;                       // value only
  unsigned distance = 0;                     // near only
  Span span = {};                            // with the field's name, quotes included
  Span value_span = {};                      // without the field's name
};

}  // namespace newshound::query

#endif
