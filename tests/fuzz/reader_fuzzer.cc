// libFuzzer entry: any bytes as a source. The first byte chooses the format, the rest is the file, through the public
// door: compressed or not, in whatever character set. What comes out is an article that can be indexed as far as its
// text goes, or a rejection that says why.
#include <newshound/reader.h>

#include <sys/mman.h>
#include <unicode/ustring.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool is_utf8(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t units = 0;
  u_strFromUTF8(nullptr, 0, &units, text.data(), static_cast<int32_t>(text.size()), &status);
  return status != U_INVALID_CHAR_FOUND;
}

void check(const newshound::Article& article) {
  require(!article.title.empty() || !article.body.empty());
  require(!article.id.empty());
  for (const std::string* text : {&article.id, &article.title, &article.body, &article.outlet.value,
                                  &article.published.value, &article.byline.value, &article.url.value})
    require(is_utf8(*text));
}

// A file in memory; its name in the file system.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : descriptor_(::memfd_create("source", MFD_CLOEXEC)) {
    require(descriptor_ >= 0);
    require(::write(descriptor_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { ::close(descriptor_); }

  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using newshound::InputFormat;
  constexpr std::array kFormats = {InputFormat::automatic, InputFormat::text, InputFormat::jsonl,  InputFormat::reuters,
                                   InputFormat::json,      InputFormat::feed, InputFormat::newsml, InputFormat::csv,
                                   InputFormat::headers,   InputFormat::trec, InputFormat::warc,   InputFormat::html};
  if (size == 0) return 0;
  const MemoryFile file({reinterpret_cast<const char*>(data) + 1, size - 1});
  newshound::ReadOptions options;
  options.format = kFormats.at(data[0] % kFormats.size());
  options.max_document = 1U << 16;  // small, so that what is too long comes up, and bombs are found early
  auto reader = newshound::Reader::open({file.path()}, options);
  require(reader.has_value());
  while (auto item = reader->next()) {
    if (const auto* article = std::get_if<newshound::Article>(&*item))
      check(*article);
    else
      require(!std::get<newshound::Rejection>(*item).reason.empty());
  }
  return 0;
}
