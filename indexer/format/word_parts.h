// The parts of a word that an apostrophe joins: elided articles and pronouns are words of their own ("l'homme" -> l,
// homme; "dell'arte" -> dell, arte) in whatever language, possessive endings are dropped ("Kenya's" -> Kenya), other
// apostrophes stay ("O'Brien", "don't").
#ifndef NEWSHOUND_FORMAT_WORD_PARTS_H
#define NEWSHOUND_FORMAT_WORD_PARTS_H

#include <cstddef>
#include <string_view>
#include <vector>

namespace newshound::format {

// Bytes [begin, end) of a text.
struct WordPart {
  std::size_t begin;
  std::size_t end;
};

// Replaces `parts` by the parts of the word at [begin, end) of `text`, in order; none if it is all apostrophes. A part
// taken for a word again has itself as its only part.
void split_word(std::string_view text, std::size_t begin, std::size_t end, std::vector<WordPart>& parts);

}  // namespace newshound::format

#endif
