// Zstandard by libzstd, xz by liblzma, bzip2 by libarchive. The first two not by libarchive, which sets no limit to
// their memory, up to a gigabyte as the data ask for it: here 64 MB, which `zstd -19` and `xz -9` stay within.
#ifndef NEWSHOUND_READING_CODEC_STREAM_H
#define NEWSHOUND_READING_CODEC_STREAM_H

#include <memory>

#include "indexer/reading/byte_stream.h"

namespace newshound::reading {

std::unique_ptr<ByteStream> make_zstd_stream(std::unique_ptr<ByteStream> stream);
std::unique_ptr<ByteStream> make_xz_stream(std::unique_ptr<ByteStream> stream);
std::unique_ptr<ByteStream> make_bzip2_stream(std::unique_ptr<ByteStream> stream);

}  // namespace newshound::reading

#endif
