// What a run of characters without a space means when it is not just a word: an operator, a field's name with its
// colon, a word with signs around it (=word, organi?ation, word~1, word^2). The lexer asks in order to read, the
// printer in order to know when a word must be written as plain text.
#ifndef NEWSHOUND_QUERY_WORD_FORMS_H
#define NEWSHOUND_QUERY_WORD_FORMS_H

#include "indexer/format/schema.h"

#include <newshound/result.h>
#include <newshound/results.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace newshound::query {

enum class OperatorKind { conjunction, disjunction, negation, maybe, near, around };

// What stands between the sides of NEAR and its like.
struct Nearness {
  unsigned distance = 0;
  QueryNode::Within within = QueryNode::Within::distance;
  bool ordered = false;
  friend bool operator==(const Nearness&, const Nearness&) = default;
};

// "NEAR/5", "ADJ/5", "NEAR/s"
std::string to_string(const Nearness& nearness);

struct OperatorWord {
  OperatorKind kind = OperatorKind::conjunction;
  Nearness nearness;
};

inline constexpr unsigned kDefaultDistance = 10;
inline constexpr unsigned kMaxDistance = 999;
inline constexpr unsigned kMaxOthers = 100;  // words among those of a loose phrase
inline constexpr unsigned kMaxEdits = 2;
inline constexpr double kMinWeight = 0.0001;
inline constexpr double kMaxWeight = 100;

// Empty: the run is no operator. The error (without a span: it is the whole run) is for one that is written wrong.
std::optional<Result<OperatorWord>> read_operator(std::string_view run);

// NEAR, ADJ or AROUND: the distance, if there is one, stands behind it.
bool is_bare_near(std::string_view name);

// The 5, s or p of NEAR/5, whatever its size.
bool is_distance(std::string_view text);

// The 5 of NEAR(5), `text` being what stands behind NEAR. Empty if it is another bracket, or none.
std::optional<std::string_view> bracketed_distance(std::string_view text);

// "5" of NEAR/5.
std::optional<unsigned> read_distance(std::string_view digits);
Error distance_error(std::string_view name);

// Without the punctuation at its end, which belongs to the sentence.
std::string_view without_marks(std::string_view text);

// What stands before a ^ can be a word with a weight: 10^6 is a number.
bool can_have_weight(std::string_view text);

// "2.5" of ferry^2.5.
bool is_weight(double weight);
std::optional<double> read_weight(std::string_view digits);
Error weight_error(std::string_view text);

// A word and what its signs say.
struct WordShape {
  std::string value;
  QueryNode::Form form = QueryNode::Form::any;
  unsigned edits = 0;  // of a fuzzy word
  double weight = 1;
};

// The error has no span: it is about the whole run.
Result<WordShape> read_shape(std::string_view run);

// Signs of words in the bare value of a field, where `?` is text: an error without a span; empty if there are none.
std::optional<Error> sign_in_value(std::string_view value);

// Bytes of the letters before a colon at the start of the run; empty if it does not begin so or is a "name://".
std::optional<std::size_t> field_name_length(std::string_view run);

// The field of that name or alias, in any case of letters; null if there is none.
const format::FieldSpec* field_of_name(std::string_view name);

// True if the word, written without a backslash before it, is read as that word.
bool reads_as_word(std::string_view value, const format::FieldSpec* field);

}  // namespace newshound::query

#endif
