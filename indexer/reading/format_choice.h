// Which format a source is in, told by its first bytes.
#ifndef NEWSHOUND_READING_FORMAT_CHOICE_H
#define NEWSHOUND_READING_FORMAT_CHOICE_H

#include <newshound/reader.h>

#include <string_view>

#include "indexer/reading/input_buffer.h"

namespace newshound::reading {

// After a byte order mark and white space: "<!DOCTYPE lewis" or "<REUTERS" is reuters, "{" is jsonl, what begins like a
// web page (html_look.h) is html, the rest text.
// Reads ahead in the buffer and consumes nothing.
InputFormat choose_format(InputBuffer& buffer);

// The format that a text looks to be in although choose_format() does not know it: "XML", "a JSON array", HTML in an
// odd character set. Empty for a plain text.
std::string_view look_of(std::string_view text);

}  // namespace newshound::reading

#endif
