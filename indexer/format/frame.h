// Zstandard frames, one for each text, so that any text is read without its neighbours. A frame says how long its text
// is; that is checked before anything is unpacked.
#ifndef NEWSHOUND_FORMAT_FRAME_H
#define NEWSHOUND_FORMAT_FRAME_H

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct ZSTD_CCtx_s;

namespace newshound::format {

// A body stands alone; a meta is packed with kMetaDictionary.
enum class FrameKind : std::uint8_t { meta, body };

// No text that is packed is longer.
inline constexpr std::size_t kMaxTextBytes = std::size_t{1} << 30;

// One for each thread.
class FramePacker {
 public:
  FramePacker();

  // Throws Failure (Errc::internal) for a text longer than kMaxTextBytes.
  void append_frame(std::string& bytes, std::string_view text, FrameKind kind);

 private:
  struct Free {
    void operator()(ZSTD_CCtx_s* context) const;
  };
  std::unique_ptr<ZSTD_CCtx_s, Free> context_;
};

// The text of exactly one frame. Throws Failure (Errc::damaged) if the bytes are something else.
std::string unpack_frame(std::string_view frame, FrameKind kind);

}  // namespace newshound::format

#endif
