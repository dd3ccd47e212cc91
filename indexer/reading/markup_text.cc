#include "indexer/reading/markup_text.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <new>

#include "indexer/format/ascii.h"
#include "indexer/reading/paragraphs.h"

namespace newshound::reading {
namespace {

constexpr int kMaxDepth = 500;

// Where a tag ends that begins at 0: a ">" in a quoted value is none.
std::size_t end_of_tag(std::string_view text) {
  char before = '\0';  // the last character that is no white space
  for (std::size_t i = 1; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '>') return i + 1;
    if ((c == '"' || c == '\'') && before == '=') {
      i = std::min(text.find(c, i + 1), text.size());
      before = c;
    } else if (c > ' ') {
      before = c;
    }
  }
  return text.size();
}

bool starts_with_name(std::string_view text, std::string_view lower_case) {
  return format::starts_like(text, lower_case) &&
         (text.size() == lower_case.size() || !format::is_ascii_letter(text[lower_case.size()]));
}

// The length of what is not read as text at all: a comment; a script or a style with its content, whatever stands in
// it, up to its closing tag. 0 if it is none.
std::size_t unread_length(std::string_view text) {
  if (text.starts_with("<!--")) return std::min(std::min(text.find("-->"), text.size() - 3) + 3, text.size());
  for (const std::string_view name : {"script", "style"}) {
    if (!starts_with_name(text.substr(1), name)) continue;
    for (auto at = text.find("</"); at != std::string_view::npos; at = text.find("</", at + 2))
      if (starts_with_name(text.substr(at + 2), name)) return at;
    return text.size();
  }
  return 0;
}

// Tags by their names alone: nobody asks for attributes, and libxml2 compares each of a tag with all before it.
std::string bare(std::string_view markup) {
  std::string text;
  text.reserve(markup.size());
  while (!markup.empty()) {
    const auto begin = std::min(markup.find('<'), markup.size());
    text += markup.substr(0, begin);
    markup.remove_prefix(begin);
    if (markup.empty()) break;
    auto length = unread_length(markup);
    const bool tag = markup.size() > 1 && (format::is_ascii_letter(markup[1]) || markup[1] == '/');
    if (length == 0) {
      length = tag ? end_of_tag(markup) : 1;
      const auto name = markup.substr(0, length);
      text += name.substr(0, name.find_first_of(" \t\r\n>", 1));
      if (tag) text += '>';
    }
    markup.remove_prefix(length);
  }
  return text;
}

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
  const auto tags_and_text = bare(markup);
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
  xmlDoc* tree = htmlCtxtReadMemory(parser.get(), tags_and_text.data(), static_cast<int>(tags_and_text.size()), nullptr,
                                    "UTF-8", kOptions);
  if (tree) xmlFreeDoc(tree);  // none is made; should another version make one
  if (maker.too_deep()) return {};
  return maker.take();
}

}  // namespace newshound::reading
