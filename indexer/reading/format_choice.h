// Which format a source is in, told by its first bytes.
#ifndef NEWSHOUND_READING_FORMAT_CHOICE_H
#define NEWSHOUND_READING_FORMAT_CHOICE_H

#include <newshound/reader.h>

#include <string_view>
#include <vector>

#include "indexer/reading/input_buffer.h"
#include "indexer/reading/key_map.h"

namespace newshound::reading {

// After a byte order mark and white space: "<!DOCTYPE lewis" or "<REUTERS" is reuters, "<DOC>" trec, "WARC/1." warc;
// other XML goes by its first element, and what begins like a web page (html_look.h) is html. "{" is jsonl, or json
// where the object runs over several lines or holds a list of articles; "[" before a "{" is json. A row of column names
// that the keys know is csv, lines `Key: value` that they know are headers, the rest text. Reads ahead in the buffer
// and consumes nothing.
InputFormat choose_format(InputBuffer& buffer, const std::vector<Key>& keys);

// The format that a text looks to be in although choose_format() does not know it: "XML", HTML in an odd
// character set. Empty for a plain
// text.
std::string_view look_of(std::string_view text);

}  // namespace newshound::reading

#endif
