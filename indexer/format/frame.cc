#include "indexer/format/frame.h"

#include "indexer/format/guard.h"
#include "indexer/format/meta_dictionary.h"

#include <zstd.h>

#include <new>

namespace newshound::format {
namespace {

// Measured on news: a higher level takes twice as long to pack for 3 % of the size.
constexpr int kLevel = 3;

// A block unpacks to at most 128 KiB and takes at least four bytes.
constexpr std::size_t kMostTextPerByte = (std::size_t{128} << 10) / 4;

template <typename Pointer>
Pointer made(Pointer pointer) {
  if (pointer == nullptr) throw std::bad_alloc();
  return pointer;
}

// Both are never freed: they are read by all threads to the end.
const ZSTD_CDict& packing_dictionary() {
  static const auto* const kDictionary = made(ZSTD_createCDict(kMetaDictionary.data(), kMetaDictionary.size(), kLevel));
  return *kDictionary;
}

const ZSTD_DDict& unpacking_dictionary() {
  static const auto* const kDictionary = made(ZSTD_createDDict(kMetaDictionary.data(), kMetaDictionary.size()));
  return *kDictionary;
}

// One for each thread, because making one takes longer than unpacking an article.
ZSTD_DCtx* unpacking_context() {
  struct Free {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
  };
  thread_local const std::unique_ptr<ZSTD_DCtx, Free> context(made(ZSTD_createDCtx()));
  return context.get();
}

[[noreturn]] void damaged(const char* why) {
  throw Failure(Errc::damaged, std::string("a stored article is damaged: ") + why, "run newshound-index verify");
}

// Also far from what the first bytes of a frame may claim without having the blocks for it.
std::size_t text_bytes(std::string_view frame) {
  const auto bytes = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (bytes == ZSTD_CONTENTSIZE_ERROR || bytes == ZSTD_CONTENTSIZE_UNKNOWN) damaged("it does not begin as a frame");
  if (bytes > kMaxTextBytes || bytes / kMostTextPerByte > frame.size()) damaged("its text would be too long");
  return bytes;
}

}  // namespace

void FramePacker::Free::operator()(ZSTD_CCtx_s* context) const { ZSTD_freeCCtx(context); }

FramePacker::FramePacker() : context_(made(ZSTD_createCCtx())) {}

void FramePacker::append_frame(std::string& bytes, std::string_view text, FrameKind kind) {
  if (text.size() > kMaxTextBytes) throw Failure(Errc::internal, "a text to store is longer than 1 GiB");
  const std::size_t start = bytes.size();
  const std::size_t room = ZSTD_compressBound(text.size());
  bytes.resize(start + room);
  const std::size_t packed =
      kind == FrameKind::meta
          ? ZSTD_compress_usingCDict(context_.get(), &bytes[start], room, text.data(), text.size(),
                                     &packing_dictionary())
          : ZSTD_compressCCtx(context_.get(), &bytes[start], room, text.data(), text.size(), kLevel);
  if (ZSTD_isError(packed) != 0)
    throw Failure(Errc::internal, std::string("cannot pack an article: ") + ZSTD_getErrorName(packed));
  bytes.resize(start + packed);
}

std::string unpack_frame(std::string_view frame, FrameKind kind) {
  std::string text(text_bytes(frame), '\0');
  auto* const context = unpacking_context();
  const std::size_t unpacked = kind == FrameKind::meta
                                   ? ZSTD_decompress_usingDDict(context, text.data(), text.size(), frame.data(),
                                                                frame.size(), &unpacking_dictionary())
                                   : ZSTD_decompressDCtx(context, text.data(), text.size(), frame.data(), frame.size());
  if (ZSTD_isError(unpacked) != 0 || unpacked != text.size()) damaged("its frame cannot be unpacked");
  return text;
}

}  // namespace newshound::format
