#include "indexer/reading/json_lines.h"

#include <utility>

#include "indexer/reading/finishing.h"
#include "indexer/reading/line_reader.h"
#include "indexer/reading/utf8.h"

namespace newshound::reading {
namespace {

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

class JsonLines final : public ArticleSource {
 public:
  JsonLines(InputBuffer& buffer, SourceInfo info, JsonArticleParser& parser)
      : buffer_(buffer), info_(std::move(info)), lines_(buffer_, info_.options.max_document), parser_(parser) {}

  std::optional<Item> next() override {
    if (ended_) return {};
    while (auto line = lines_.next()) {
      if (line->offset == 0 && line->text.starts_with(kByteOrderMark)) {
        line->text.remove_prefix(kByteOrderMark.size());
        line->offset = kByteOrderMark.size();
      }
      if (line->too_long)
        return reject(*line, {"longer than " + std::to_string(info_.options.max_document) + " bytes", 0, {}});
      if (!is_blank(line->text)) return read(*line);
    }
    ended_ = true;
    return stream_fault(buffer_, info_);
  }

 private:
  Item read(const Line& line) {
    auto parsed = parser_.parse(line.text);
    if (const auto* fault = std::get_if<JsonFault>(&parsed)) return reject(line, *fault);
    auto& article = std::get<Article>(parsed);
    article.source = info_.path;
    article.line = line.number;
    return finish(std::move(article), line.offset, {}, info_.options);
  }

  [[nodiscard]] Item reject(const Line& line, const JsonFault& fault) const {
    const std::string id = fault.id.empty() ? "" : info_.options.id_prefix + fault.id;
    return Rejection{info_.path, line.number, line.offset + fault.offset, id, fault.reason};
  }

  InputBuffer& buffer_;
  SourceInfo info_;
  LineReader lines_;
  JsonArticleParser& parser_;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<ArticleSource> make_json_lines(InputBuffer& buffer, SourceInfo info, JsonArticleParser& parser) {
  return std::make_unique<JsonLines>(buffer, std::move(info), parser);
}

}  // namespace newshound::reading
