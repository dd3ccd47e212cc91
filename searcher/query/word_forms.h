// What a run of characters without a space means when it is not just a word: an operator, a field's name with its
// colon, or a form that is not supported yet. The lexer asks in order to read, the printer in order to know when a word
// must be written as plain text.
#ifndef NEWSHOUND_QUERY_WORD_FORMS_H
#define NEWSHOUND_QUERY_WORD_FORMS_H

#include "indexer/format/schema.h"

#include <newshound/result.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace newshound::query {

enum class OperatorKind { conjunction, disjunction, negation, near, around };

struct OperatorWord {
  OperatorKind kind = OperatorKind::conjunction;
  unsigned distance = 0;  // of near
};

inline constexpr unsigned kDefaultDistance = 10;
inline constexpr unsigned kMaxDistance = 999;

// Empty: the run is no operator. The error (without a span: it is the whole run) is for one that is written wrong or
// is not supported yet.
std::optional<Result<OperatorWord>> read_operator(std::string_view run);

// "5" of NEAR/5.
std::optional<unsigned> read_distance(std::string_view digits);
Error distance_error(std::string_view name);

// Wildcards, fuzzy words, weights, =word: an error without a span; empty for text.
std::optional<Error> unsupported_form(std::string_view run);

// The same for the bare value of a field, where `?` is text.
std::optional<Error> unsupported_value_form(std::string_view value);

// Bytes of the letters before a colon at the start of the run; empty if it does not begin so or is a "name://".
std::optional<std::size_t> field_name_length(std::string_view run);

// The field of that name or alias, in any case of letters; null if there is none.
const format::FieldSpec* field_of_name(std::string_view name);

// A name the language will have: lead, body, added, words, like.
bool is_future_field(std::string_view name);

// True if the word, written without a backslash before it, is read as that word.
bool reads_as_word(std::string_view value, const format::FieldSpec* field);

}  // namespace newshound::query

#endif
