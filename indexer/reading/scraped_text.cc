#include "indexer/reading/scraped_text.h"

#include <string>
#include <utility>

#include "indexer/reading/character_set.h"
#include "indexer/reading/finishing.h"
#include "indexer/reading/format_choice.h"
#include "indexer/reading/scraped_page.h"

namespace newshound::reading {
namespace {

class ScrapedText final : public ArticleSource {
 public:
  ScrapedText(InputBuffer& buffer, SourceInfo info) : buffer_(buffer), info_(std::move(info)) {}

  std::optional<Item> next() override {
    if (ended_) return {};
    ended_ = true;
    while (buffer_.window().size() <= info_.options.max_document) {
      if (buffer_.fill()) continue;
      if (auto fault = stream_fault(buffer_, info_)) return fault;
      return read(std::string(buffer_.window()));
    }
    if (auto unread = reject_other_format(buffer_.window())) return *unread;  // says more than that it is long
    return reject("longer than " + std::to_string(info_.options.max_document) + " bytes");
  }

 private:
  Item read(std::string bytes) {
    auto decoded = decode(std::move(bytes));
    if (!decoded) return reject("not a text, neither in UTF-8 nor in another character set");
    if (auto unread = reject_other_format(decoded->text)) return *unread;
    if (!decoded->taken.empty()) info_.warnings.push_back(info_.path + ": not UTF-8, read as " + decoded->taken);
    auto article = parse_scraped_text(decoded->text);
    article.source = info_.path;
    return finish(std::move(article), 0, info_.name, info_.options);
  }

  [[nodiscard]] std::optional<DecodedText> decode(std::string bytes) const {
    if (is_utf8_name(info_.character_set)) return decode_text(std::move(bytes));
    auto text = decode_declared(bytes, info_.character_set);
    if (!text) return {};
    return DecodedText{std::move(*text), {}};
  }

  // Tags and brackets must not become words: a file is text by elimination only if nothing says that it is not.
  [[nodiscard]] std::optional<Item> reject_other_format(std::string_view text) const {
    if (info_.options.format != InputFormat::automatic) return {};
    const auto look = look_of(text);
    if (look.empty()) return {};
    const auto reason = std::string(look) + ", which Newshound does not read yet: as text only if asked to";
    return Rejection{info_.path, 1, 0, {}, reason};
  }

  [[nodiscard]] Item reject(std::string reason) const { return Rejection{info_.path, 0, 0, {}, std::move(reason)}; }

  InputBuffer& buffer_;
  SourceInfo info_;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<ArticleSource> make_scraped_text(InputBuffer& buffer, SourceInfo info) {
  return std::make_unique<ScrapedText>(buffer, std::move(info));
}

}  // namespace newshound::reading
