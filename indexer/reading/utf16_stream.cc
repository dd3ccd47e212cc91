#include "indexer/reading/utf16_stream.h"

#include <unicode/localpointer.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <new>
#include <utility>
#include <vector>

#include "indexer/reading/character_set.h"

namespace newshound::reading {
namespace {

constexpr std::size_t kGlance = 8 << 10;
constexpr std::size_t kPiece = 64 << 10;

class Utf8Stream final : public ByteStream {
 public:
  explicit Utf8Stream(std::unique_ptr<InputBuffer> source) : source_(std::move(source)) {
    UErrorCode status = U_ZERO_ERROR;
    from_.adoptInstead(ucnv_open("UTF-16", &status));
    to_.adoptInstead(ucnv_open("UTF-8", &status));
    if (U_FAILURE(status)) throw std::bad_alloc();
  }

  std::size_t read(char* into, std::size_t capacity) override {
    while (at_ == text_.size() && !ended_) convert();
    const auto length = std::min(capacity, text_.size() - at_);
    std::copy_n(text_.data() + at_, length, into);
    at_ += length;
    return length;
  }

  [[nodiscard]] const std::string& fault() const override { return source_->stream().fault(); }
  [[nodiscard]] std::uint64_t bytes_taken() const override { return source_->stream().bytes_taken(); }

 private:
  void convert() {
    if (source_->window().empty() && !source_->fill()) ended_ = true;
    const auto piece = source_->window().substr(0, kPiece);
    text_.resize(3 * kPiece + 16);
    at_ = 0;
    const char* in = piece.data();
    char* out = text_.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_convertEx(to_.getAlias(), from_.getAlias(), &out, text_.data() + text_.size(), &in,
                   piece.data() + piece.size(), pivot_.data(), &pivot_begin_, &pivot_end_,
                   pivot_.data() + pivot_.size(), static_cast<UBool>(first_), static_cast<UBool>(ended_), &status);
    first_ = false;
    text_.resize(static_cast<std::size_t>(out - text_.data()));
    source_->consume(static_cast<std::size_t>(in - piece.data()));
    // A buffer that is full is no fault: the rest comes with the next piece.
    if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) ended_ = true;
  }

  std::unique_ptr<InputBuffer> source_;
  icu::LocalUConverterPointer from_;
  icu::LocalUConverterPointer to_;
  std::array<UChar, 4096> pivot_{};
  UChar* pivot_begin_ = pivot_.data();
  UChar* pivot_end_ = pivot_.data();
  std::string text_;  // converted
  std::size_t at_ = 0;
  bool first_ = true;
  bool ended_ = false;
};

}  // namespace

bool is_utf16(std::string_view text) {
  const bool big = text.starts_with("\xfe\xff");
  const bool little = text.starts_with("\xff\xfe") && text.substr(2, 2) != std::string_view("\0\0", 2);
  return big || little;
}

std::string glance_at_utf16(std::string_view text) {
  const auto even = std::min(text.size(), kGlance) & ~std::size_t{1};
  auto glance = decode_declared(text.substr(0, even), "UTF-16");
  // The cut may have split a pair of surrogates.
  if (!glance && even > 2) glance = decode_declared(text.substr(0, even - 2), "UTF-16");
  return glance.value_or(std::string());
}

std::unique_ptr<ByteStream> make_utf8_stream(std::unique_ptr<InputBuffer> source) {
  return std::make_unique<Utf8Stream>(std::move(source));
}

}  // namespace newshound::reading
