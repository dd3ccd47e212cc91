// bzip2 by libarchive, whose raw format takes any bytes as one file without a name.

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/reading/codec_stream.h"

namespace newshound::reading {
namespace {

constexpr std::size_t kBlockBytes = 128 << 10;

class Bzip2Stream final : public ByteStream {
 public:
  explicit Bzip2Stream(std::unique_ptr<ByteStream> input)
      : input_(std::move(input)), input_block_(kBlockBytes), archive_(archive_read_new()) {
    if (!archive_) throw std::bad_alloc();
    archive_read_support_format_raw(archive_);
    archive_read_support_format_empty(archive_);
    archive_read_support_filter_bzip2(archive_);
    archive_entry* entry = nullptr;
    const int opened = archive_read_open(archive_, this, nullptr, &Bzip2Stream::give_block, nullptr);
    const int found = opened == ARCHIVE_OK ? archive_read_next_header(archive_, &entry) : opened;
    if (found != ARCHIVE_OK) end(found);
  }
  ~Bzip2Stream() override { archive_read_free(archive_); }

  std::size_t read(char* into, std::size_t capacity) override {
    while (block_.empty() && !ended_) next_block();
    const auto length = std::min(capacity, block_.size());
    std::copy_n(block_.data(), length, into);
    block_.remove_prefix(length);
    return length;
  }

  [[nodiscard]] const std::string& fault() const override { return fault_; }
  [[nodiscard]] std::uint64_t bytes_taken() const override { return input_->bytes_taken(); }

 private:
  // Block by block: archive_read_data() would lose what it has copied when it comes to a fault.
  void next_block() {
    const void* bytes = nullptr;
    std::size_t length = 0;
    la_int64_t offset = 0;
    const int status = archive_read_data_block(archive_, &bytes, &length, &offset);
    if (status != ARCHIVE_OK) return end(status);
    block_ = {static_cast<const char*>(bytes), length};
  }

  static la_ssize_t give_block(archive* /*reader*/, void* self, const void** block) {
    auto* stream = static_cast<Bzip2Stream*>(self);
    const auto length = stream->input_->read(stream->input_block_.data(), stream->input_block_.size());
    *block = stream->input_block_.data();
    if (length == 0 && !stream->input_->fault().empty()) return -1;
    return static_cast<la_ssize_t>(length);
  }

  void end(int status) {
    ended_ = true;
    if (!input_->fault().empty())
      fault_ = input_->fault();
    else if (status != ARCHIVE_EOF)
      fault_ = reason();
  }

  [[nodiscard]] std::string reason() const {
    const char* told = archive_error_string(archive_);
    const std::string text = told ? told : "unknown fault";
    if (text.find("runcated") != std::string::npos) return "bzip2 data end too early";
    return "bzip2 data are damaged: " + text;
  }

  std::unique_ptr<ByteStream> input_;
  std::vector<char> input_block_;
  archive* archive_;
  std::string_view block_;  // decompressed and not read yet
  bool ended_ = false;
  std::string fault_;
};

}  // namespace

std::unique_ptr<ByteStream> make_bzip2_stream(std::unique_ptr<ByteStream> stream) {
  return std::make_unique<Bzip2Stream>(std::move(stream));
}

}  // namespace newshound::reading
