#include "indexer/reading/opened_source.h"

#include <utility>

#include "indexer/reading/archive_members.h"
#include "indexer/reading/csv_table.h"
#include "indexer/reading/feed.h"
#include "indexer/reading/format_choice.h"
#include "indexer/reading/headed_text.h"
#include "indexer/reading/html_source.h"
#include "indexer/reading/json_document.h"
#include "indexer/reading/json_lines.h"
#include "indexer/reading/newsml.h"
#include "indexer/reading/reuters_sgml.h"
#include "indexer/reading/scraped_text.h"
#include "indexer/reading/trec_sgml.h"
#include "indexer/reading/utf16_stream.h"
#include "indexer/reading/warc.h"

namespace newshound::reading {
namespace {

std::unique_ptr<ArticleSource> make_articles(InputBuffer& buffer, SourceInfo info, const ReadingContext& context,
                                             Packing packing, InputFormat wanted) {
  switch (wanted == InputFormat::automatic ? choose_format(buffer, context.keys) : wanted) {
    case InputFormat::jsonl:
      return make_json_lines(buffer, std::move(info), context.parser);
    case InputFormat::json:
      return make_json_document(buffer, std::move(info), context.parser);
    case InputFormat::html:
      return make_html(buffer, std::move(info));
    case InputFormat::feed:
      return make_feed(buffer, std::move(info));
    case InputFormat::newsml:
      return make_newsml(buffer, std::move(info));
    case InputFormat::csv:
      return make_csv_table(buffer, std::move(info), context.keys);
    case InputFormat::headers:
      return make_headed_text(buffer, std::move(info), context.keys);
    case InputFormat::trec:
      return make_trec(buffer, std::move(info));
    case InputFormat::warc:
      return make_warc(buffer, std::move(info), context, std::move(packing));
    case InputFormat::reuters:
      return make_reuters(buffer, std::move(info));
    default:
      return make_scraped_text(buffer, std::move(info));
  }
}

// What reads UTF-16 itself, as undeclared text is read, or must not (RFC 8259, 8.1).
bool takes_bytes(InputFormat format) {
  return format == InputFormat::text || format == InputFormat::jsonl || format == InputFormat::json ||
         format == InputFormat::headers || format == InputFormat::html || format == InputFormat::reuters ||
         format == InputFormat::warc;
}

constexpr std::size_t kGlance = 8 << 10;

// A piece of text in the place of a file, for a look at its format.
class GlanceStream final : public ByteStream {
 public:
  explicit GlanceStream(std::string text) : text_(std::move(text)) {}
  std::size_t read(char* into, std::size_t capacity) override {
    const auto length = text_.copy(into, capacity);
    text_.erase(0, length);
    return length;
  }
  [[nodiscard]] const std::string& fault() const override { return fault_; }
  [[nodiscard]] std::uint64_t bytes_taken() const override { return 0; }

 private:
  std::string text_;
  std::string fault_;
};

InputFormat format_of_utf16(std::string_view window, const std::vector<Key>& keys) {
  InputBuffer glance(std::make_unique<GlanceStream>(glance_at_utf16(window)));
  glance.fill();
  return choose_format(glance, keys);
}

}  // namespace

OpenedSource::OpenedSource(std::unique_ptr<ByteStream> stream, std::string path, std::string name,
                           const ReadingContext& context, Packing packing, std::string character_set,
                           InputFormat declared) {
  // What WARC was asked for stands outside: what a record holds is told by its content.
  const bool is_in_warc = context.options.format == InputFormat::warc && packing.layers > 0;
  const auto asked = is_in_warc ? InputFormat::automatic : context.options.format;
  const auto wanted = declared == InputFormat::automatic ? asked : declared;
  buffer_ = std::make_unique<InputBuffer>(decompressed(std::move(stream), packing.expansion, packing.layers));
  const bool filled = buffer_->fill();
  if (is_utf16(buffer_->window())) {
    while (buffer_->window().size() < kGlance && buffer_->fill()) {
    }
    if (!takes_bytes(wanted == InputFormat::automatic ? format_of_utf16(buffer_->window(), context.keys) : wanted)) {
      buffer_ = std::make_unique<InputBuffer>(make_utf8_stream(std::move(buffer_)));
      buffer_->fill();
      character_set.clear();
    }
  }
  SourceInfo info{std::move(path), std::move(name), context.options, context.warnings, std::move(character_set)};
  if (!filled && buffer_->stream().fault().empty())
    context.warnings.push_back(info.path + ": empty");
  else if (is_archive(*buffer_))
    articles_ = make_archive_members(*buffer_, std::move(info), context, std::move(packing));
  else
    articles_ = make_articles(*buffer_, std::move(info), context, std::move(packing), wanted);
}

std::optional<Item> OpenedSource::next() { return articles_ ? articles_->next() : std::nullopt; }

}  // namespace newshound::reading
