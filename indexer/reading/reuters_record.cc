// One Reuters-21578 record -> Article, by libxml2 in its recovering mode: no network, no huge documents, no entities.
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

#include "indexer/reading/character_set.h"
#include "indexer/reading/reuters_sgml.h"
#include "indexer/reading/utf8.h"

namespace newshound::reading {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";

std::string_view trim(std::string_view text) {
  const auto begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) + 1 - begin);
}

bool is_text_character(unsigned number) {
  return number == '\t' || number == '\n' || number == '\r' || (number >= 0x20 && number != 0x7f);
}

// The length of the reference that `text` begins with ("&lt;", "&#38;"), 0 if it is none; `number` is the character of
// a numeric one.
std::size_t reference_length(std::string_view text, unsigned& number) {
  static constexpr std::array<std::string_view, 5> kNamed = {"&lt;", "&gt;", "&amp;", "&quot;", "&apos;"};
  number = '&';
  for (const auto named : kNamed)
    if (text.starts_with(named)) return named.size();
  if (!text.starts_with("&#")) return 0;
  const char* begin = text.data() + 2;
  const char* end = text.data() + text.size();
  const auto [after, error] = std::from_chars(begin, end, number);
  if (error != std::errc() || after == end || *after != ';') return 0;
  return static_cast<std::size_t>(after + 1 - text.data());
}

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Document = std::unique_ptr<xmlDoc, FreeDocument>;

Document parse_xml(const std::string& xml) {
  static const bool kReady = (xmlInitParser(), true);  // once, before any two threads parse
  static_cast<void>(kReady);
  constexpr int kOptions = XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
  return Document(xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, "UTF-8", kOptions));
}

std::string_view name_of(const xmlNode* node) { return reinterpret_cast<const char*>(node->name); }

const xmlNode* child(const xmlNode* parent, std::string_view name) {
  for (const auto* node = parent ? parent->children : nullptr; node; node = node->next)
    if (node->type == XML_ELEMENT_NODE && name_of(node) == name) return node;
  return nullptr;
}

std::string content(const xmlNode* node) {
  if (!node) return {};
  const std::unique_ptr<xmlChar, decltype(xmlFree)> text(xmlNodeGetContent(node), xmlFree);
  return text ? std::string(trim(reinterpret_cast<const char*>(text.get()))) : std::string();
}

// What stands in TEXT beside its elements.
std::string other_text(const xmlNode* parent) {
  std::string text;
  for (const auto* node = parent ? parent->children : nullptr; node; node = node->next)
    if (node->type == XML_TEXT_NODE) text += reinterpret_cast<const char*>(node->content);
  return std::string(trim(text));
}

std::string attribute(const xmlNode* node, const char* name) {
  const std::unique_ptr<xmlChar, decltype(xmlFree)> value(xmlGetProp(node, reinterpret_cast<const xmlChar*>(name)),
                                                          xmlFree);
  return value ? std::string(trim(reinterpret_cast<const char*>(value.get()))) : std::string();
}

// Titles run over several lines at times; a title is one line.
std::string on_one_line(const std::string& text) {
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find_first_of("\r\n", at), text.size());
    const auto part = trim(std::string_view(text).substr(at, end - at));
    if (!part.empty() && !line.empty()) line += ' ';
    line += part;
    at = end + 1;
  }
  return line;
}

// "27-MAR-1987 00:02:59.13RM": desk codes that stood after control characters.
std::string without_desk_codes(std::string date) {
  const auto last = date.find_last_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ ");
  if (last != std::string::npos && date[last] >= '0' && date[last] <= '9') date.resize(last + 1);
  return date;
}

void add_entities(const xmlNode* list, EntityType type, std::vector<Entity>& entities) {
  for (const auto* node = list ? list->children : nullptr; node; node = node->next) {
    if (node->type != XML_ELEMENT_NODE || name_of(node) != "D") continue;
    auto name = content(node);
    if (!name.empty()) entities.push_back({std::move(name), type});
  }
}

void read_text(const xmlNode* text, Article& article) {
  article.title = on_one_line(content(child(text, "TITLE")));
  article.byline = content(child(text, "AUTHOR"));
  article.body = content(child(text, "BODY"));
  if (article.body.empty()) article.body = other_text(text);
}

}  // namespace

std::string clean_record(std::string_view record) {
  const std::string utf8 = first_bad_byte(record) ? from_latin1(record) : std::string(record);
  std::string clean;
  clean.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const char c = utf8[at];
    unsigned number = static_cast<unsigned char>(c);
    std::size_t length = 1;
    if (c == '&') {
      const auto reference = reference_length(std::string_view(utf8).substr(at), number);
      if (reference == 0) clean += "&amp;";
      if (reference > 0 && is_text_character(number)) clean.append(utf8, at, reference);
      length = std::max<std::size_t>(reference, 1);
    } else if (is_text_character(number)) {
      clean += c;
    }
    at += length;
  }
  return clean;
}

std::optional<Article> parse_record(std::string_view record) {
  const auto document = parse_xml(clean_record(record));
  const auto* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  if (!root) return {};
  Article article;
  const auto number = attribute(root, "NEWID");
  if (!number.empty()) article.id = "reuters-" + number;
  article.outlet = "Reuters";
  article.language = "en";
  article.published = without_desk_codes(content(child(root, "DATE")));
  read_text(child(root, "TEXT"), article);
  add_entities(child(root, "PLACES"), EntityType::place, article.entities);
  add_entities(child(root, "PEOPLE"), EntityType::person, article.entities);
  add_entities(child(root, "ORGS"), EntityType::organization, article.entities);
  return article;
}

}  // namespace newshound::reading
