// White space in markup: where it ends a value and where it stands for one space.
#ifndef NEWSHOUND_READING_WHITE_SPACE_H
#define NEWSHOUND_READING_WHITE_SPACE_H

#include <string>
#include <string_view>

namespace newshound::reading {

inline constexpr std::string_view kWhiteSpace = " \t\r\n\f\v";

// Without ASCII white space and no-break spaces at either end.
std::string_view trim(std::string_view text);

// Adds `text` with each run of white space, no-break spaces among it, as one space; none at the beginning of `into` nor
// after a space or line feed in it. Zero-width characters, which lay out a line and are no part of a word, are dropped.
void append_collapsed(std::string& into, std::string_view text);

// The whole of a text, so treated.
std::string collapsed(std::string_view text);

}  // namespace newshound::reading

#endif
