// Zstandard, bzip2 and xz by libarchive, whose raw format takes any bytes as one file without a name.
#ifndef NEWSHOUND_READING_FILTER_STREAM_H
#define NEWSHOUND_READING_FILTER_STREAM_H

#include <memory>

#include "indexer/reading/byte_stream.h"

namespace newshound::reading {

enum class Filter { zstd, bzip2, xz };

std::unique_ptr<ByteStream> make_filter_stream(std::unique_ptr<ByteStream> stream, Filter filter);

}  // namespace newshound::reading

#endif
