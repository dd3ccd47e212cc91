// The words of ASCII text, as ICU would give them, for less. Nearly all bytes of an English archive come
// this way.
#ifndef NEWSHOUND_FORMAT_ASCII_WORDS_H
#define NEWSHOUND_FORMAT_ASCII_WORDS_H

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/format/word_boundaries.h"

namespace newshound::format {

// Appends the words of bytes [begin, end) of `text`, all of them ASCII, to `words`.
void split_ascii(std::string_view text, std::size_t begin, std::size_t end, std::vector<WordSpan>& words);

}  // namespace newshound::format

#endif
