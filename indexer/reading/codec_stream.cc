#include "indexer/reading/codec_stream.h"

#include <lzma.h>
#include <zstd.h>

#include <new>
#include <string>
#include <utility>
#include <vector>

namespace newshound::reading {
namespace {

constexpr std::size_t kBlockBytes = 128 << 10;
constexpr int kMaxZstdWindow = 26;                  // its logarithm: 64 MiB
constexpr std::uint64_t kMaxXzBytes = 68ULL << 20;  // a dictionary of 64 MiB and what goes with it

// What a codec has to read and to fill; it moves the pointers.
struct Buffers {
  const char* in = nullptr;
  std::size_t in_left = 0;
  char* out = nullptr;
  std::size_t out_left = 0;
};

class CodecStream : public ByteStream {
 public:
  CodecStream(std::string name, std::unique_ptr<ByteStream> input)
      : name_(std::move(name)), input_(std::move(input)), block_(kBlockBytes) {}

  std::size_t read(char* into, std::size_t capacity) final {
    buffers_.out = into;
    buffers_.out_left = capacity;
    while (buffers_.out_left == capacity && !ended_) {
      if (buffers_.in_left == 0 && !input_ended_) refill();
      if (!ended_) step(buffers_, input_ended_);
    }
    return capacity - buffers_.out_left;
  }

  [[nodiscard]] const std::string& fault() const final { return fault_; }
  [[nodiscard]] std::uint64_t bytes_taken() const final { return input_->bytes_taken(); }

 protected:
  // Decodes some more. With `last` there is no input but what is left.
  virtual void step(Buffers& buffers, bool last) = 0;

  void end() { ended_ = true; }
  void end_with(const std::string& fault) {
    ended_ = true;
    fault_ = name_ + " data " + fault;
  }

 private:
  void refill() {
    buffers_.in = block_.data();
    buffers_.in_left = input_->read(block_.data(), block_.size());
    input_ended_ = buffers_.in_left == 0;
    if (!input_ended_ || input_->fault().empty()) return;
    ended_ = true;
    fault_ = input_->fault();
  }

  std::string name_;
  std::unique_ptr<ByteStream> input_;
  std::vector<char> block_;
  Buffers buffers_;
  bool input_ended_ = false;
  bool ended_ = false;
  std::string fault_;
};

// RFC 8878: frames one after another, skippable ones among them; checksums verified where there are any.
class ZstdStream final : public CodecStream {
 public:
  explicit ZstdStream(std::unique_ptr<ByteStream> input)
      : CodecStream("Zstandard", std::move(input)), decoder_(ZSTD_createDCtx()) {
    if (!decoder_) throw std::bad_alloc();
    ZSTD_DCtx_setParameter(decoder_, ZSTD_d_windowLogMax, kMaxZstdWindow);
  }
  ~ZstdStream() override { ZSTD_freeDCtx(decoder_); }

 private:
  void step(Buffers& buffers, bool last) override {
    ZSTD_inBuffer in{buffers.in, buffers.in_left, 0};
    ZSTD_outBuffer out{buffers.out, buffers.out_left, 0};
    if (last && frame_is_whole_) return end();
    const auto wanted = ZSTD_decompressStream(decoder_, &out, &in);
    if (ZSTD_isError(wanted) != 0) {
      const std::string told = ZSTD_getErrorName(wanted);
      return end_with(told.find("too much memory") == std::string::npos ? "are damaged: " + told
                                                                        : "need more than 64 MB of memory");
    }
    buffers.in += in.pos;
    buffers.in_left -= in.pos;
    buffers.out += out.pos;
    buffers.out_left -= out.pos;
    if (in.pos > 0 || out.pos > 0) frame_is_whole_ = wanted == 0;
    if (last && in.pos == 0 && out.pos == 0) end_with("end too early");
  }

  ZSTD_DCtx* decoder_;
  bool frame_is_whole_ = false;
};

// The .xz format, streams one after another and padding between them; every checksum verified.
class XzStream final : public CodecStream {
 public:
  explicit XzStream(std::unique_ptr<ByteStream> input) : CodecStream("xz", std::move(input)) {
    if (lzma_stream_decoder(&decoder_, kMaxXzBytes, LZMA_CONCATENATED) != LZMA_OK) throw std::bad_alloc();
  }
  ~XzStream() override { lzma_end(&decoder_); }

 private:
  void step(Buffers& buffers, bool last) override {
    decoder_.next_in = reinterpret_cast<const std::uint8_t*>(buffers.in);
    decoder_.avail_in = buffers.in_left;
    decoder_.next_out = reinterpret_cast<std::uint8_t*>(buffers.out);
    decoder_.avail_out = buffers.out_left;
    const auto status = lzma_code(&decoder_, last ? LZMA_FINISH : LZMA_RUN);
    buffers.in += buffers.in_left - decoder_.avail_in;
    buffers.in_left = decoder_.avail_in;
    buffers.out += buffers.out_left - decoder_.avail_out;
    buffers.out_left = decoder_.avail_out;
    if (status == LZMA_STREAM_END) return end();
    if (status == LZMA_MEMLIMIT_ERROR) return end_with("need more than 64 MB of memory");
    if (status == LZMA_BUF_ERROR && last) return end_with("end too early");
    if (status == LZMA_MEM_ERROR) throw std::bad_alloc();
    if (status != LZMA_OK && status != LZMA_BUF_ERROR) end_with("are damaged");
  }

  lzma_stream decoder_ = LZMA_STREAM_INIT;
};

}  // namespace

std::unique_ptr<ByteStream> make_zstd_stream(std::unique_ptr<ByteStream> stream) {
  return std::make_unique<ZstdStream>(std::move(stream));
}

std::unique_ptr<ByteStream> make_xz_stream(std::unique_ptr<ByteStream> stream) {
  return std::make_unique<XzStream>(std::move(stream));
}

}  // namespace newshound::reading
