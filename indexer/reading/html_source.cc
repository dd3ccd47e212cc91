#include "indexer/reading/html_source.h"

#include <algorithm>
#include <utility>

#include "indexer/reading/finishing.h"
#include "indexer/reading/html_charset.h"
#include "indexer/reading/html_look.h"
#include "indexer/reading/html_metadata.h"
#include "indexer/reading/html_text.h"

namespace newshound::reading {
namespace {

constexpr std::size_t kLeastText = 25;  // bytes of an article where nothing says that it is one: "404 Not Found"

std::string without(std::string_view text, std::string_view mark) {
  std::string rest;
  while (!text.empty()) {
    const auto at = std::min(text.find(mark), text.size());
    rest += text.substr(0, at);
    text.remove_prefix(std::min(at + mark.size(), text.size()));
  }
  return rest;
}

// libxml2's HTML parser knows neither of two things that XHTML may have, and would show them: CDATA sections, of which
// the text is kept, and declarations inside the DOCTYPE, which go.
std::string without_xml(std::string page) {
  if (page.find("<![CDATA[") != std::string::npos) page = without(without(page, "<![CDATA["), "]]>");
  const auto begin = page.find('[');
  if (begin >= kBytesOfLook || page.rfind('<', begin) != page.find("<!")) return page;
  const auto end = page.find("]>", begin);
  if (end != std::string::npos) page.erase(begin, end + 1 - begin);
  return page;
}

class HtmlFile final : public ArticleSource {
 public:
  HtmlFile(InputBuffer& buffer, SourceInfo info)
      : buffer_(buffer),
        info_(std::move(info)),
        max_bytes_(std::min<std::uint64_t>(info_.options.max_document, kMaxPageBytes)) {}

  std::optional<Item> next() override {
    if (std::exchange(ended_, true)) return {};
    while (buffer_.window().size() <= max_bytes_) {
      if (buffer_.fill()) continue;
      if (auto fault = stream_fault(buffer_, info_)) return fault;
      return read(std::string(buffer_.window()));
    }
    return reject("longer than " + std::to_string(max_bytes_) + " bytes");
  }

 private:
  Item read(std::string bytes) {
    auto page = parse_html(std::move(bytes), {info_.character_set, {}});
    if (auto* fault = std::get_if<PageFault>(&page)) return reject(std::move(fault->reason));
    auto& [article, warnings] = std::get<HtmlArticle>(page);
    for (const auto& warning : warnings) info_.warnings.push_back(info_.path + ": " + warning);
    article.source = info_.path;
    return finish(std::move(article), 0, info_.name, info_.options);
  }

  [[nodiscard]] Item reject(std::string reason) const { return Rejection{info_.path, 0, 0, {}, std::move(reason)}; }

  InputBuffer& buffer_;
  SourceInfo info_;
  std::uint64_t max_bytes_;
  bool ended_ = false;
};

}  // namespace

std::variant<HtmlArticle, PageFault> parse_html(std::string bytes, PageOrigin origin) {
  if (bytes.size() > kMaxPageBytes) return PageFault{"longer than " + std::to_string(kMaxPageBytes) + " bytes"};
  auto decoded = decode_page(std::move(bytes), origin.character_set);
  if (!decoded) return PageFault{"not a text, neither in UTF-8 nor in another character set"};
  auto tree = parse_page(without_xml(std::move(decoded->text)));
  if (auto* fault = std::get_if<PageFault>(&tree)) return std::move(*fault);
  const auto* root = xmlDocGetRootElement(std::get<HtmlTree>(tree).get());
  HtmlArticle page;
  if (!decoded->warning.empty()) page.warnings.push_back(std::move(decoded->warning));
  const auto stated = read_metadata(root, origin.url, page.article);
  page.article.body = choose_text(find_article_text(root, page.article.title, page.article.url.value), stated.body);
  const auto least = stated.is_article ? 1 : kLeastText;
  if (page.article.body.size() < least) return PageFault{"a page without an article"};
  return page;
}

std::unique_ptr<ArticleSource> make_html(InputBuffer& buffer, SourceInfo info) {
  return std::make_unique<HtmlFile>(buffer, std::move(info));
}

}  // namespace newshound::reading
