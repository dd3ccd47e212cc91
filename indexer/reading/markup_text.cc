#include "indexer/reading/markup_text.h"

#include <libxml/HTMLparser.h>

#include <limits>
#include <memory>

#include "indexer/reading/paragraphs.h"

namespace newshound::reading {
namespace {

constexpr int kMaxDepth = 500;

// Takes the parser's events; no tree is built, so that nesting costs nothing.
class TextMaker {
 public:
  explicit TextMaker(htmlParserCtxt* parser) : parser_(parser) {}

  [[nodiscard]] bool too_deep() const { return too_deep_; }
  std::string take() { return paragraphs_.take(); }

  static void on_start(void* self, const xmlChar* name, const xmlChar** /*attributes*/) {
    static_cast<TextMaker*>(self)->start(reinterpret_cast<const char*>(name));
  }
  static void on_end(void* self, const xmlChar* name) {
    static_cast<TextMaker*>(self)->end(reinterpret_cast<const char*>(name));
  }
  static void on_text(void* self, const xmlChar* text, int length) {
    auto* maker = static_cast<TextMaker*>(self);
    if (maker->unread_ == 0)
      maker->paragraphs_.add({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
  }

 private:
  void start(std::string_view name) {
    if (++depth_ > kMaxDepth) {
      too_deep_ = true;
      xmlStopParser(parser_);
    }
    if (is_unread_element(name)) ++unread_;
    if (name == "br") paragraphs_.end_line();
    if (is_block_element(name)) paragraphs_.end_paragraph();
  }

  void end(std::string_view name) {
    --depth_;
    if (is_unread_element(name) && unread_ > 0) --unread_;
    if (is_block_element(name)) paragraphs_.end_paragraph();
  }

  htmlParserCtxt* parser_;
  Paragraphs paragraphs_;
  int depth_ = 0;
  int unread_ = 0;  // unread elements around the place
  bool too_deep_ = false;
};

}  // namespace

std::optional<std::string> text_of_markup(std::string_view markup) {
  if (markup.find_first_of("<&") == std::string_view::npos) return std::string(trimmed(markup));
  if (markup.size() > std::numeric_limits<int>::max()) return {};
  static const bool kReady = (xmlInitParser(), true);  // once, before any two threads parse
  static_cast<void>(kReady);
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(htmlNewParserCtxt(), htmlFreeParserCtxt);
  if (!parser) throw std::bad_alloc();
  TextMaker maker(parser.get());
  xmlSAXHandler events{};
  events.startElement = &TextMaker::on_start;
  events.endElement = &TextMaker::on_end;
  events.characters = events.ignorableWhitespace = events.cdataBlock = &TextMaker::on_text;
  *parser->sax = events;
  parser->userData = &maker;
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_NOIMPLIED | HTML_PARSE_NODEFDTD;
  xmlDoc* tree =
      htmlCtxtReadMemory(parser.get(), markup.data(), static_cast<int>(markup.size()), nullptr, "UTF-8", kOptions);
  if (tree) xmlFreeDoc(tree);  // none is made; should another version make one
  if (maker.too_deep()) return {};
  return maker.take();
}

}  // namespace newshound::reading
