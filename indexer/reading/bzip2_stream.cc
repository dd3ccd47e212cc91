// bzip2 by libarchive, whose raw format takes any bytes as one file without a name.

#include <archive.h>
#include <archive_entry.h>

#include <new>
#include <utility>
#include <vector>

#include "indexer/reading/archive_block_stream.h"
#include "indexer/reading/codec_stream.h"

namespace newshound::reading {
namespace {

constexpr std::size_t kBlockBytes = 128 << 10;

class Bzip2Stream final : public ArchiveBlockStream {
 public:
  explicit Bzip2Stream(std::unique_ptr<ByteStream> input)
      : ArchiveBlockStream(archive_read_new()), input_(std::move(input)), input_block_(kBlockBytes) {
    if (!reader()) throw std::bad_alloc();
    archive_read_support_format_raw(reader());
    archive_read_support_format_empty(reader());
    archive_read_support_filter_bzip2(reader());
    archive_entry* entry = nullptr;
    const int opened = archive_read_open(reader(), this, nullptr, &Bzip2Stream::give_block, nullptr);
    const int found = opened == ARCHIVE_OK ? archive_read_next_header(reader(), &entry) : opened;
    if (found != ARCHIVE_OK) end(Bzip2Stream::fault_of(found));
  }
  ~Bzip2Stream() override { archive_read_free(reader()); }

  [[nodiscard]] std::uint64_t bytes_taken() const override { return input_->bytes_taken(); }

 private:
  static la_ssize_t give_block(archive* /*reader*/, void* self, const void** block) {
    auto* stream = static_cast<Bzip2Stream*>(self);
    const auto length = stream->input_->read(stream->input_block_.data(), stream->input_block_.size());
    *block = stream->input_block_.data();
    if (length == 0 && !stream->input_->fault().empty()) return -1;
    return static_cast<la_ssize_t>(length);
  }

  [[nodiscard]] std::string fault_of(int status) override {
    if (!input_->fault().empty()) return input_->fault();
    if (status == ARCHIVE_EOF) return {};
    const auto told = told_by(reader());
    if (told.find("runcated") != std::string::npos) return "bzip2 data end too early";
    return "bzip2 data are damaged: " + told;
  }

  std::unique_ptr<ByteStream> input_;
  std::vector<char> input_block_;
};

}  // namespace

std::unique_ptr<ByteStream> make_bzip2_stream(std::unique_ptr<ByteStream> stream) {
  return std::make_unique<Bzip2Stream>(std::move(stream));
}

}  // namespace newshound::reading
