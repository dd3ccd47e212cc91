#include "indexer/reading/opened_source.h"

#include <utility>

#include "indexer/reading/archive_members.h"
#include "indexer/reading/csv_table.h"
#include "indexer/reading/feed.h"
#include "indexer/reading/format_choice.h"
#include "indexer/reading/headed_text.h"
#include "indexer/reading/json_document.h"
#include "indexer/reading/json_lines.h"
#include "indexer/reading/newsml.h"
#include "indexer/reading/reuters_sgml.h"
#include "indexer/reading/scraped_text.h"
#include "indexer/reading/trec_sgml.h"
#include "indexer/reading/warc.h"

namespace newshound::reading {
namespace {

std::unique_ptr<ArticleSource> make_articles(InputBuffer& buffer, SourceInfo info, const ReadingContext& context,
                                             Packing packing) {
  const auto wanted = context.options.format;
  switch (wanted == InputFormat::automatic ? choose_format(buffer, context.keys) : wanted) {
    case InputFormat::jsonl:
      return make_json_lines(buffer, std::move(info), context.parser);
    case InputFormat::json:
      return make_json_document(buffer, std::move(info), context.parser);
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

}  // namespace

OpenedSource::OpenedSource(std::unique_ptr<ByteStream> stream, std::string path, std::string name,
                           const ReadingContext& context, Packing packing, std::string character_set) {
  buffer_ = std::make_unique<InputBuffer>(decompressed(std::move(stream), packing.expansion, packing.layers));
  SourceInfo info{std::move(path), std::move(name), context.options, context.warnings, std::move(character_set)};
  if (!buffer_->fill() && buffer_->stream().fault().empty())
    context.warnings.push_back(info.path + ": empty");
  else if (is_archive(*buffer_))
    articles_ = make_archive_members(*buffer_, std::move(info), context, std::move(packing));
  else
    articles_ = make_articles(*buffer_, std::move(info), context, std::move(packing));
}

std::optional<Item> OpenedSource::next() { return articles_ ? articles_->next() : std::nullopt; }

}  // namespace newshound::reading
