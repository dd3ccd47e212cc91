// Words that are spelled in part (organi?ation, *gate) or roughly (zelensky~1). What is compared is folded already.
#ifndef NEWSHOUND_QUERY_WORD_PATTERN_H
#define NEWSHOUND_QUERY_WORD_PATTERN_H

#include <functional>
#include <string>
#include <string_view>

namespace newshound::query {

// True for the words meant.
using WordTest = std::function<bool(std::string_view word)>;

// * stands for any characters, none too; ? for one. A character is a code point of UTF-8.
class WordPattern {
 public:
  explicit WordPattern(std::string pattern);
  [[nodiscard]] bool matches(std::string_view word) const;

 private:
  std::string pattern_;
  std::string beginning_;  // up to the first wildcard
  std::string ending_;     // from the last wildcard on
};

// At most `most` characters put in, left out, replaced or swapped with their neighbour make one of the other (the
// optimal string alignment distance).
bool is_within_edits(std::string_view a, std::string_view b, unsigned most);

}  // namespace newshound::query

#endif
