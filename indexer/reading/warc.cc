#include "indexer/reading/warc.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "indexer/reading/http_message.h"
#include "indexer/reading/paragraphs.h"

namespace newshound::reading {
namespace {

constexpr std::string_view kVersion = "WARC/1.";
constexpr std::size_t kMaxHead = 64 << 10;

// The bytes of a record that are left, as long as the record is in hand.
class BlockStream final : public ByteStream {
 public:
  BlockStream(InputBuffer& buffer, std::uint64_t& left) : buffer_(buffer), left_(left) {}

  std::size_t read(char* into, std::size_t capacity) override {
    if (left_ == 0) return 0;
    if (buffer_.window().empty() && !buffer_.fill()) {
      fault_ = buffer_.stream().fault().empty() ? "the record ends too early" : buffer_.stream().fault();
      return 0;
    }
    const auto length =
        static_cast<std::size_t>(std::min<std::uint64_t>(left_, std::min(capacity, buffer_.window().size())));
    std::copy_n(buffer_.window().data(), length, into);
    buffer_.consume(length);
    left_ -= length;
    return length;
  }

  [[nodiscard]] const std::string& fault() const override { return fault_; }
  [[nodiscard]] std::uint64_t bytes_taken() const override { return buffer_.stream().bytes_taken(); }

 private:
  InputBuffer& buffer_;
  std::uint64_t& left_;
  std::string fault_;
};

bool is_html(std::string_view type) { return type == "text/html" || type == "application/xhtml+xml"; }

// Without a type the content tells; so it does for XML and JSON of any kind.
bool may_be_read(std::string_view type) {
  static constexpr std::array<std::string_view, 7> kTypes = {
      "", "text/plain", "text/csv", "text/markdown", "application/json", "application/xml", "text/xml"};
  return is_html(type) || std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end() || type.ends_with("+xml") ||
         type.ends_with("+json");
}

class Warc final : public ArticleSource {
 public:
  Warc(InputBuffer& buffer, SourceInfo info, const ReadingContext& context, Packing packing)
      : buffer_(buffer), info_(std::move(info)), context_(context), packing_(std::move(packing)) {
    ++packing_.layers;  // one WARC file could stand in another
  }

  std::optional<Item> next() override {
    if (packing_.layers > packing_.expansion->limits().layers && !ended_)
      return end("packed more than " + std::to_string(packing_.expansion->limits().layers) + " times over");
    while (!ended_) {
      if (payload_) {
        if (auto item = payload_->next()) return with_address(std::move(*item));
        payload_.reset();
      }
      skip_block();
      if (auto item = next_record()) return item;
    }
    return {};
  }

 private:
  // An article that is all of its record has the record's address.
  [[nodiscard]] Item with_address(Item item) const {
    if (auto* article = std::get_if<Article>(&item); article && !article->line && !article->url.known())
      article->url = Field(address_, Standing::given, "WARC-Target-URI");
    return item;
  }

  void skip_block() {
    while (left_ > 0) {
      if (buffer_.window().empty() && !buffer_.fill()) return;
      const auto length = static_cast<std::size_t>(std::min<std::uint64_t>(left_, buffer_.window().size()));
      buffer_.consume(length);
      left_ -= length;
    }
  }

  std::optional<Item> next_record() {
    if (left_ > 0) return end("the record ends too early");
    if (!skip_blank_lines()) return end({});
    line_ = buffer_.line();
    offset_ = buffer_.offset();
    if (!begins_record()) return skip_to_record();
    const auto head = take_head();
    if (!head) return reject_head();
    const HeaderLines lines(*head);
    const auto length = lines.value("Content-Length");
    const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), left_);
    if (error != std::errc() || end != length.data() + length.size()) {
      left_ = 0;
      return reject("a record without a Content-Length");
    }
    return open_record(lines);
  }

  std::optional<Item> open_record(const HeaderLines& lines) {
    const auto type = lines.value("WARC-Type");
    address_ = lines.value("WARC-Target-URI");
    if (address_.starts_with('<') && address_.ends_with('>')) address_ = address_.substr(1, address_.size() - 2);
    if (type == "response") return open_response();
    if (type == "resource" || type == "conversion")
      return open_payload(parse_media_type(lines.value("Content-Type")), std::make_unique<BlockStream>(buffer_, left_));
    return {};  // requests, metadata, and pages that did not change since the last visit
  }

  std::optional<Item> open_response() {
    const auto before = buffer_.offset();
    const auto head = take_head();
    const auto taken = buffer_.offset() - before;
    if (!head || taken > left_) {
      left_ -= std::min(left_, taken);
      return reject("no head of an HTTP response");
    }
    left_ -= taken;
    const auto first_line = std::string_view(*head).substr(0, head->find('\n'));
    if (status_of(first_line) != 200) return {};
    const HeaderLines lines(std::string_view(*head).substr(first_line.size()));
    const auto encoding = lines.value("Content-Encoding");
    // gzip and Zstandard are told by their content, as everywhere.
    if (encoding == "br" || encoding == "deflate") return reject("content encoded as " + encoding);
    std::unique_ptr<ByteStream> body = std::make_unique<BlockStream>(buffer_, left_);
    if (lines.value("Transfer-Encoding").find("chunked") != std::string::npos) body = without_chunks(std::move(body));
    return open_payload(parse_media_type(lines.value("Content-Type")), std::move(body));
  }

  std::optional<Item> open_payload(const MediaType& media, std::unique_ptr<ByteStream> body) {
    if (!may_be_read(media.type)) {
      ++left_out_;
      return {};
    }
    payload_ = std::make_unique<OpenedSource>(std::move(body), info_.path + "!" + address_, address_, context_,
                                              packing_, media.character_set,
                                              is_html(media.type) ? InputFormat::html : InputFormat::automatic);
    return {};
  }

  bool skip_blank_lines() {
    while (true) {
      const auto begin = buffer_.window().find_first_not_of("\r\n");
      if (begin != std::string_view::npos) {
        buffer_.consume(begin);
        return true;
      }
      buffer_.consume(buffer_.window().size());
      if (!buffer_.fill()) return false;
    }
  }

  bool begins_record() {
    while (buffer_.window().size() < kVersion.size() && buffer_.fill()) {
    }
    return buffer_.window().starts_with(kVersion);
  }

  // Everything before the next blank line, which is taken as well; empty if there is none in good time.
  std::optional<std::string> take_head() {
    while (true) {
      const auto window = buffer_.window().substr(0, kMaxHead);
      auto end = window.find("\r\n\r\n");
      std::size_t blank = 4;
      if (const auto feeds = window.substr(0, end).find("\n\n"); feeds != std::string_view::npos) {
        end = feeds;
        blank = 2;
      }
      if (end != std::string_view::npos) {
        std::string head(window.substr(0, end));
        buffer_.consume(end + blank);
        return head;
      }
      if (window.size() == kMaxHead || !buffer_.fill()) return {};
    }
  }

  Item reject_head() {
    auto rejection = reject("a record whose head does not end");
    buffer_.consume(std::min(kVersion.size(), buffer_.window().size()));
    return rejection;
  }

  // What stands between records and is none is one rejection, up to the next record.
  Item skip_to_record() {
    auto rejection = reject("no WARC record");
    const std::string mark = "\n" + std::string(kVersion);
    while (true) {
      const auto found = buffer_.window().find(mark);
      if (found != std::string_view::npos) {
        buffer_.consume(found + 1);
        return rejection;
      }
      buffer_.consume(buffer_.window().size() - std::min(buffer_.window().size(), mark.size() - 1));
      if (!buffer_.fill()) break;
    }
    buffer_.consume(buffer_.window().size());
    return rejection;
  }

  [[nodiscard]] Item reject(std::string reason, bool cut_off = false) const {
    const auto path = address_.empty() ? info_.path : info_.path + "!" + address_;
    return Rejection{path, line_, offset_, {}, std::move(reason), cut_off};
  }

  std::optional<Item> end(const std::string& reason) {
    ended_ = true;
    if (left_out_ > 0)
      info_.warnings.push_back(info_.path + ": " + std::to_string(left_out_) +
                               " records left out that are neither text, HTML, JSON nor XML");
    if (auto fault = stream_fault(buffer_, info_)) return fault;
    if (!reason.empty()) return reject(reason, true);
    return {};
  }

  InputBuffer& buffer_;
  SourceInfo info_;
  const ReadingContext& context_;
  Packing packing_;
  std::uint64_t line_ = 0;    // where the record begins
  std::uint64_t offset_ = 0;  // where the record begins
  std::uint64_t left_ = 0;    // bytes of the record's block still to come
  std::string address_;
  std::unique_ptr<OpenedSource> payload_;
  std::uint64_t left_out_ = 0;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<ArticleSource> make_warc(InputBuffer& buffer, SourceInfo info, const ReadingContext& context,
                                         Packing packing) {
  return std::make_unique<Warc>(buffer, std::move(info), context, std::move(packing));
}

}  // namespace newshound::reading
