#include "indexer/reading/gzip_stream.h"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>
#include <utility>
#include <vector>

namespace newshound::reading {
namespace {

constexpr std::size_t kBlockBytes = 128 << 10;
constexpr int kGzipOnly = 16 + MAX_WBITS;

class GzipStream final : public ByteStream {
 public:
  explicit GzipStream(std::unique_ptr<ByteStream> input) : input_(std::move(input)), block_(kBlockBytes) {
    if (inflateInit2(&zlib_, kGzipOnly) != Z_OK) throw std::bad_alloc();
  }
  ~GzipStream() override { inflateEnd(&zlib_); }

  std::size_t read(char* into, std::size_t capacity) override {
    constexpr std::size_t kMost = std::numeric_limits<uInt>::max();
    const auto room = static_cast<uInt>(std::min(capacity, kMost));
    zlib_.next_out = reinterpret_cast<Bytef*>(into);
    zlib_.avail_out = room;
    while (zlib_.avail_out == room && !ended_) step();
    return room - zlib_.avail_out;
  }

  [[nodiscard]] const std::string& fault() const override { return fault_; }
  [[nodiscard]] std::uint64_t bytes_taken() const override { return input_->bytes_taken(); }

 private:
  void step() {
    if (zlib_.avail_in == 0 && !refill()) return;
    if (between_members_ && !begin_member()) return;
    const int status = inflate(&zlib_, Z_NO_FLUSH);
    if (status == Z_STREAM_END)
      between_members_ = true;
    else if (status != Z_OK && status != Z_BUF_ERROR)
      end_with(std::string("gzip data are damaged") + (zlib_.msg ? std::string(": ") + zlib_.msg : ""));
  }

  // False at the end of the stored bytes.
  bool refill() {
    const auto length = input_->read(block_.data(), block_.size());
    zlib_.next_in = reinterpret_cast<Bytef*>(block_.data());
    zlib_.avail_in = static_cast<uInt>(length);
    if (length > 0) return true;
    if (!input_->fault().empty())
      end_with(input_->fault());
    else
      end_with(between_members_ ? "" : "gzip data end too early");
    return false;
  }

  // Another member may follow one; so may zero bytes that pad a tape. Anything else does not belong there.
  bool begin_member() {
    while (zlib_.avail_in > 0 && *zlib_.next_in == 0) {
      ++zlib_.next_in;
      --zlib_.avail_in;
    }
    if (zlib_.avail_in == 0) return false;
    if (*zlib_.next_in != 0x1f) {
      end_with("bytes that are not gzip follow the gzip data");
      return false;
    }
    between_members_ = false;
    inflateReset(&zlib_);
    return true;
  }

  void end_with(std::string fault) {
    ended_ = true;
    fault_ = std::move(fault);
  }

  std::unique_ptr<ByteStream> input_;
  std::vector<char> block_;
  z_stream zlib_{};
  bool between_members_ = false;
  bool ended_ = false;
  std::string fault_;
};

}  // namespace

std::unique_ptr<ByteStream> make_gzip_stream(std::unique_ptr<ByteStream> input) {
  return std::make_unique<GzipStream>(std::move(input));
}

}  // namespace newshound::reading
