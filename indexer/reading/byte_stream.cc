#include "indexer/reading/byte_stream.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <new>
#include <string_view>
#include <utility>

#include "indexer/reading/gzip_stream.h"
#include "indexer/reading/stored_input.h"

namespace newshound::reading {
namespace {

// Plain and Zstandard bytes by libarchive's raw format, which takes any bytes as one file without a name.
class ArchiveStream final : public ByteStream {
 public:
  explicit ArchiveStream(StoredInput input) : input_(std::move(input)), archive_(archive_read_new()) {
    if (!archive_) throw std::bad_alloc();
    archive_read_support_format_raw(archive_);
    archive_read_support_format_empty(archive_);
    archive_read_support_filter_zstd(archive_);
    archive_entry* entry = nullptr;
    const int opened = archive_read_open(archive_, this, nullptr, &ArchiveStream::give_block, nullptr);
    const int found = opened == ARCHIVE_OK ? archive_read_next_header(archive_, &entry) : opened;
    if (found != ARCHIVE_OK) end(found);
  }
  ~ArchiveStream() override { archive_read_free(archive_); }

  std::size_t read(char* into, std::size_t capacity) override {
    while (block_.empty() && !ended_) next_block();
    const auto length = std::min(capacity, block_.size());
    std::copy_n(block_.data(), length, into);
    block_.remove_prefix(length);
    return length;
  }

  [[nodiscard]] const std::string& fault() const override { return fault_; }
  [[nodiscard]] std::uint64_t bytes_taken() const override { return input_.bytes_taken(); }

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
    auto& input = static_cast<ArchiveStream*>(self)->input_;
    const auto bytes = input.next_block();
    *block = bytes.data();
    if (bytes.empty() && !input.fault().empty()) return -1;
    return static_cast<la_ssize_t>(bytes.size());
  }

  void end(int status) {
    ended_ = true;
    if (!input_.fault().empty())
      fault_ = "cannot be read: " + input_.fault();
    else if (status != ARCHIVE_EOF)
      fault_ = reason();
  }

  [[nodiscard]] std::string reason() const {
    const char* told = archive_error_string(archive_);
    const std::string text = told ? told : "unknown fault";
    if (text == "Truncated zstd input") return "Zstandard data end too early";
    return "Zstandard data are damaged: " + text;
  }

  StoredInput input_;
  archive* archive_;
  std::string_view block_;  // decompressed and not read yet
  bool ended_ = false;
  std::string fault_;
};

struct Magic {
  std::string_view bytes;
  std::string_view name;
};

constexpr Magic kGzip{"\x1f\x8b", "gzip"};

// Compressed forms we do not read: better to say so than to take their bytes for a text.
constexpr std::array<Magic, 4> kUnread = {{{"\xfd"
                                            "7zXZ",
                                            "xz"},
                                           {"BZh", "bzip2"},
                                           {"PK\x03\x04", "zip"},
                                           {"7z\xbc\xaf", "7-Zip"}}};

}  // namespace

Result<std::unique_ptr<ByteStream>> open_byte_stream(const std::string& path, std::function<bool()> stop) {
  auto opened = StoredInput::open(path, std::move(stop));
  if (!opened) return opened.error();
  StoredInput input = *std::move(opened);
  const auto head = input.peek();
  if (!input.fault().empty()) return Error{Errc::io, input.fault(), {}, {}};
  for (const auto& [bytes, name] : kUnread)
    if (head.starts_with(bytes))
      return Error{Errc::io, std::string(name) + " data are not read; gzip and Zstandard are", {}, {}};
  if (head.starts_with(kGzip.bytes)) return make_gzip_stream(std::move(input));
  return std::unique_ptr<ByteStream>(std::make_unique<ArchiveStream>(std::move(input)));
}

}  // namespace newshound::reading
