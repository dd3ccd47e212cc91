// UTF-16 with a byte order mark -> UTF-8, piece by piece: tables as spreadsheets save them, XML. Offsets within such a
// source are then those of its UTF-8.
#ifndef NEWSHOUND_READING_UTF16_STREAM_H
#define NEWSHOUND_READING_UTF16_STREAM_H

#include <memory>
#include <string>
#include <string_view>

#include "indexer/reading/input_buffer.h"

namespace newshound::reading {

bool is_utf16(std::string_view text);

// The beginning of `text` as UTF-8, for a look at it.
std::string glance_at_utf16(std::string_view text);

// What `source` still has. Bytes that mean nothing become U+FFFD.
std::unique_ptr<ByteStream> make_utf8_stream(std::unique_ptr<InputBuffer> source);

}  // namespace newshound::reading

#endif
