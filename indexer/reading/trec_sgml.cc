#include "indexer/reading/trec_sgml.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/reading/finishing.h"
#include "indexer/reading/key_map.h"
#include "indexer/reading/markup_text.h"
#include "indexer/reading/paragraphs.h"
#include "indexer/reading/record_cutter.h"
#include "indexer/reading/text_decoder.h"

namespace newshound::reading {
namespace {

struct FieldName {
  std::string_view name;
  Part part;
};
// Of several that name one part the first in this order with a value gives it; all bodies are joined.
constexpr std::array<FieldName, 22> kFields = {
    {{"DOCNO", Part::id},        {"DOCID", Part::id},          {"HEADLINE", Part::title},
     {"HEAD", Part::title},      {"HL", Part::title},          {"TITLE", Part::title},
     {"TTL", Part::title},       {"DATE", Part::published},    {"DATE_TIME", Part::published},
     {"DATE1", Part::published}, {"DD", Part::published},      {"PUB", Part::outlet},
     {"SOURCE", Part::outlet},   {"SO", Part::outlet},         {"BYLINE", Part::byline},
     {"AUTHOR", Part::byline},   {"AU", Part::byline},         {"SECTION", Part::section},
     {"URL", Part::url},         {"LANGUAGE", Part::language}, {"LP", Part::body},
     {"TEXT", Part::body}}};

// The inside of <NAME ...> ... </NAME> from `from` on, which moves behind it; empty view with npos if there is none.
std::string_view take_field(std::string_view record, std::string_view name, std::size_t& from) {
  const std::string opening = "<" + std::string(name);
  const std::string closing = "</" + std::string(name) + ">";
  for (auto at = record.find(opening, from); at != std::string_view::npos; at = record.find(opening, at + 1)) {
    const auto begin = record.find('>', at);
    if (begin == std::string_view::npos || !ends_element_name(record[at + opening.size()])) continue;
    const auto end = record.find(closing, begin);
    if (end == std::string_view::npos) break;
    from = end + closing.size();
    return record.substr(begin + 1, end - begin - 1);
  }
  from = std::string_view::npos;
  return {};
}

// Paragraphs stand between blank lines or in <P>.
std::optional<std::string> text_of_field(std::string_view field) {
  std::string text;
  while (!field.empty()) {
    const auto end = std::min(field.find("\n\n"), field.size());
    const auto paragraph = text_of_markup(field.substr(0, end));
    if (!paragraph) return {};
    if (!paragraph->empty()) text += (text.empty() ? "" : "\n\n") + *paragraph;
    field.remove_prefix(std::min(end + 2, field.size()));
  }
  return text;
}

void put(std::string text, Part part, Article& article) {
  if (part == Part::body) {
    article.body += (article.body.empty() ? "" : "\n\n") + text;
    return;
  }
  text = on_one_line(text);
  const auto fill = [&](Field& field) {
    if (!field.known()) field = text;
  };
  if (part == Part::id && article.id.empty()) article.id = text;
  if (part == Part::title && article.title.empty()) article.title = text;
  if (part == Part::published) fill(article.published);
  if (part == Part::outlet) fill(article.outlet);
  if (part == Part::byline) fill(article.byline);
  if (part == Part::section) fill(article.section);
  if (part == Part::url) fill(article.url);
  if (part == Part::language) fill(article.language);
}

class Trec final : public ArticleSource {
 public:
  Trec(InputBuffer& buffer, SourceInfo info)
      : buffer_(buffer),
        info_(std::move(info)),
        cutter_(buffer_, {"DOC"}, {}, info_.options.max_document),
        decoder_(info_.path, {}, info_.warnings) {}

  std::optional<Item> next() override {
    if (ended_) return {};
    if (auto record = cutter_.next()) return read(*record);
    ended_ = true;
    return stream_fault(buffer_, info_);
  }

 private:
  Item read(const Record& record) {
    Rejection rejection{info_.path, record.line, record.offset, {}, record.fault};
    if (!record.fault.empty()) return rejection;
    const auto text = decoder_.decode(record.text);
    auto article = text ? parse_trec_record(*text) : std::nullopt;
    if (!article) {
      rejection.reason =
          text ? "markup nested too deeply" : "not a text, neither in UTF-8 nor in another character set";
      return rejection;
    }
    article->source = info_.path;
    article->line = record.line;
    return finish(std::move(*article), record.offset, {}, info_.options);
  }

  InputBuffer& buffer_;
  SourceInfo info_;
  RecordCutter cutter_;
  TextDecoder decoder_;
  bool ended_ = false;
};

}  // namespace

std::optional<Article> parse_trec_record(std::string_view record) {
  Article article;
  for (const auto& [name, part] : kFields) {
    for (std::size_t from = 0; from != std::string_view::npos;) {
      const auto field = take_field(record, name, from);
      auto text = text_of_field(field);
      if (!text) return {};
      if (!text->empty()) put(std::move(*text), part, article);
    }
  }
  return article;
}

std::unique_ptr<ArticleSource> make_trec(InputBuffer& buffer, SourceInfo info) {
  return std::make_unique<Trec>(buffer, std::move(info));
}

}  // namespace newshound::reading
