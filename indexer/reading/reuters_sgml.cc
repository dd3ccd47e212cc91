#include "indexer/reading/reuters_sgml.h"

#include <algorithm>
#include <utility>

#include "indexer/reading/finishing.h"

namespace newshound::reading {
namespace {

constexpr std::string_view kOpening = "<REUTERS";
constexpr std::string_view kClosing = "</REUTERS>";
constexpr std::uint64_t kMaxParsed = 9 << 20;  // libxml2 stops at texts of 10 MB, as it should

class Reuters final : public ArticleSource {
 public:
  Reuters(InputBuffer& buffer, SourceInfo info)
      : buffer_(buffer), info_(std::move(info)), max_bytes_(std::min(info_.options.max_document, kMaxParsed)) {}

  std::optional<Item> next() override {
    if (ended_ || !skip_to_opening()) return end();
    std::size_t searched = kOpening.size();
    while (true) {
      const auto window = buffer_.window();
      const auto closing = window.find(kClosing, searched);
      // Another record inside this one: the closing tag of this one is missing.
      const auto opening = window.substr(0, closing).find(kOpening, searched);
      if (opening != std::string_view::npos) return reject(opening, "the record is not closed");
      const bool found = closing != std::string_view::npos;
      const std::size_t length = found ? closing + kClosing.size() : window.size();
      if (length > max_bytes_) return reject_long();
      if (found) return read(length);
      searched = std::max(kOpening.size(), window.size() - std::min(window.size(), kClosing.size()));
      if (buffer_.fill()) continue;
      if (!buffer_.stream().fault().empty()) return end();
      return reject(window.size(), "the record is not closed");
    }
  }

 private:
  // The window then begins with a record; false if there is none any more.
  bool skip_to_opening() {
    while (true) {
      const auto window = buffer_.window();
      const auto opening = window.find(kOpening);
      if (opening != std::string_view::npos) {
        buffer_.consume(opening);
        return true;
      }
      buffer_.consume(window.size() - std::min(window.size(), kOpening.size() - 1));
      if (!buffer_.fill()) return false;
    }
  }

  Item read(std::size_t length) {
    const auto record = buffer_.window().substr(0, length);
    auto article = parse_record(record);
    if (!article) return reject(length, "not a readable record");
    article->source = info_.path;
    article->line = buffer_.line();
    const auto offset = buffer_.offset();
    buffer_.consume(length);
    return finish(std::move(*article), offset, {}, info_.options);
  }

  Item reject(std::size_t length, std::string reason) {
    Rejection rejection{info_.path, buffer_.line(), buffer_.offset(), {}, std::move(reason)};
    buffer_.consume(length);
    return rejection;
  }

  Item reject_long() {
    Rejection rejection{
        info_.path, buffer_.line(), buffer_.offset(), {}, "longer than " + std::to_string(max_bytes_) + " bytes"};
    do {
      const auto window = buffer_.window();
      const auto closing = window.find(kClosing);
      if (closing != std::string_view::npos) {
        buffer_.consume(closing + kClosing.size());
        break;
      }
      buffer_.consume(window.size() - std::min(window.size(), kClosing.size() - 1));
    } while (buffer_.fill());
    return rejection;
  }

  std::optional<Item> end() {
    if (std::exchange(ended_, true)) return {};
    return stream_fault(buffer_, info_);
  }

  InputBuffer& buffer_;
  SourceInfo info_;
  std::uint64_t max_bytes_;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<ArticleSource> make_reuters(InputBuffer& buffer, SourceInfo info) {
  return std::make_unique<Reuters>(buffer, std::move(info));
}

}  // namespace newshound::reading
