// gzip by zlib. Not by libarchive, whose gzip filter verifies no checksum and, where the data end too early, throws
// away what it had already decompressed.
#ifndef NEWSHOUND_READING_GZIP_STREAM_H
#define NEWSHOUND_READING_GZIP_STREAM_H

#include <memory>

#include "indexer/reading/byte_stream.h"

namespace newshound::reading {

std::unique_ptr<ByteStream> make_gzip_stream(std::unique_ptr<ByteStream> input);

}  // namespace newshound::reading

#endif
