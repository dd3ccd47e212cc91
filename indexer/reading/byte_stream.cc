#include "indexer/reading/byte_stream.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "indexer/reading/codec_stream.h"
#include "indexer/reading/gzip_stream.h"
#include "indexer/reading/stored_input.h"

namespace newshound::reading {
namespace {

class StoredStream final : public ByteStream {
 public:
  explicit StoredStream(StoredInput input) : input_(std::move(input)) {}

  std::size_t read(char* into, std::size_t capacity) override {
    if (block_.empty()) block_ = input_.next_block();
    const auto length = std::min(capacity, block_.size());
    std::copy_n(block_.data(), length, into);
    block_.remove_prefix(length);
    if (length == 0 && !input_.fault().empty()) fault_ = "cannot be read: " + input_.fault();
    return length;
  }

  [[nodiscard]] const std::string& fault() const override { return fault_; }
  [[nodiscard]] std::uint64_t bytes_taken() const override { return input_.bytes_taken(); }

 private:
  StoredInput input_;
  std::string_view block_;  // read and not handed on yet
  std::string fault_;
};

// A stream whose first bytes were looked at.
class PeekedStream final : public ByteStream {
 public:
  PeekedStream(std::string head, std::unique_ptr<ByteStream> rest) : head_(std::move(head)), rest_(std::move(rest)) {}

  std::size_t read(char* into, std::size_t capacity) override {
    if (at_ == head_.size()) return rest_->read(into, capacity);
    const auto length = std::min(capacity, head_.size() - at_);
    std::copy_n(head_.data() + at_, length, into);
    at_ += length;
    return length;
  }

  [[nodiscard]] const std::string& fault() const override {
    static const std::string kNone;
    return at_ == head_.size() ? rest_->fault() : kNone;
  }
  [[nodiscard]] std::uint64_t bytes_taken() const override { return rest_->bytes_taken(); }

 private:
  std::string head_;
  std::size_t at_ = 0;
  std::unique_ptr<ByteStream> rest_;
};

class FaultyStream final : public ByteStream {
 public:
  FaultyStream(std::string fault, std::uint64_t taken) : fault_(std::move(fault)), taken_(taken) {}
  std::size_t read(char* /*into*/, std::size_t /*capacity*/) override { return 0; }
  [[nodiscard]] const std::string& fault() const override { return fault_; }
  [[nodiscard]] std::uint64_t bytes_taken() const override { return taken_; }

 private:
  std::string fault_;
  std::uint64_t taken_;
};

// Counts what comes out of a layer.
class LimitedStream final : public ByteStream {
 public:
  LimitedStream(std::unique_ptr<ByteStream> stream, std::shared_ptr<Expansion> expansion)
      : stream_(std::move(stream)), expansion_(std::move(expansion)) {}

  std::size_t read(char* into, std::size_t capacity) override {
    if (!fault_.empty()) return 0;
    const auto length = stream_->read(into, capacity);
    if (expansion_->add(length, stream_->bytes_taken())) return length;
    fault_ = expansion_->fault();
    return 0;
  }

  [[nodiscard]] const std::string& fault() const override { return fault_.empty() ? stream_->fault() : fault_; }
  [[nodiscard]] std::uint64_t bytes_taken() const override { return stream_->bytes_taken(); }

 private:
  std::unique_ptr<ByteStream> stream_;
  std::shared_ptr<Expansion> expansion_;
  std::string fault_;
};

constexpr std::size_t kPeekBytes = 6;

std::string first_bytes(ByteStream& stream) {
  std::string head(kPeekBytes, '\0');
  std::size_t length = 0;
  while (length < kPeekBytes) {
    const auto count = stream.read(head.data() + length, kPeekBytes - length);
    if (count == 0) break;
    length += count;
  }
  head.resize(length);
  return head;
}

// One compression taken off, or null if there is none.
std::unique_ptr<ByteStream> without_one(std::string_view head, std::unique_ptr<ByteStream>& stream) {
  if (head.starts_with("\x1f\x8b")) return make_gzip_stream(std::move(stream));
  if (head.starts_with("BZh")) return make_bzip2_stream(std::move(stream));
  if (head.starts_with("\xfd"
                       "7zXZ") &&
      head.ends_with('\0'))
    return make_xz_stream(std::move(stream));
  if (head.starts_with("\x28\xb5\x2f\xfd")) return make_zstd_stream(std::move(stream));
  // Skippable frames may stand before the first frame of Zstandard data: 0x184D2A50 to 5F.
  if (head.size() >= 4 && (head[0] & '\xf0') == '\x50' && head.substr(1, 3) == "\x2a\x4d\x18")
    return make_zstd_stream(std::move(stream));
  return nullptr;
}

}  // namespace

Result<std::unique_ptr<ByteStream>> open_byte_stream(const std::string& path, std::function<bool()> stop) {
  auto opened = StoredInput::open(path, std::move(stop));
  if (!opened) return opened.error();
  StoredInput input = *std::move(opened);
  static_cast<void>(input.peek());
  if (!input.fault().empty()) return Error{Errc::io, input.fault(), {}, {}};
  return std::unique_ptr<ByteStream>(std::make_unique<StoredStream>(std::move(input)));
}

std::unique_ptr<ByteStream> decompressed(std::unique_ptr<ByteStream> stream,
                                         const std::shared_ptr<Expansion>& expansion, int& layers) {
  while (true) {
    auto head = first_bytes(*stream);
    const auto fail = [&](std::string fault) {
      return std::make_unique<FaultyStream>(std::move(fault), stream->bytes_taken());
    };
    if (head.starts_with("7z\xbc\xaf")) return fail("7-Zip data are not read");
    stream = std::make_unique<PeekedStream>(head, std::move(stream));
    auto inner = without_one(head, stream);
    if (!inner) return stream;
    if (++layers > expansion->limits().layers)
      return std::make_unique<FaultyStream>(
          "packed more than " + std::to_string(expansion->limits().layers) + " times over", inner->bytes_taken());
    stream = std::make_unique<LimitedStream>(std::move(inner), expansion);
  }
}

}  // namespace newshound::reading
