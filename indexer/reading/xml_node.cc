#include "indexer/reading/xml_node.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <new>
#include <utility>

#include "indexer/reading/paragraphs.h"

namespace newshound::reading {
namespace {

constexpr std::string_view kCdata = "<![CDATA[";
constexpr std::string_view kCdataEnd = "]]>";
constexpr std::string_view kComment = "<!--";
constexpr std::string_view kCommentEnd = "-->";

std::size_t end_behind(std::string_view text, std::string_view closing) {
  const auto end = text.find(closing);
  return end == std::string_view::npos ? text.size() : end + closing.size();
}

// What the parser would take too much time or memory for; empty if there is nothing. Counts what may be an element or
// an attribute, closing tags and equals signs in values among them: real news has far fewer.
std::string excess(std::string_view xml) {
  if (xml.size() > kMaxXmlBytes) return "longer than " + std::to_string(kMaxXmlBytes) + " bytes";
  std::uint64_t tags = 0;
  std::uint64_t equals = 0;
  for (const char c : xml) {
    if (c == '<') ++tags;
    if (c == '<' || c == '>') equals = 0;
    if (c == '=' && ++equals > kMaxXmlAttributes)
      return "an XML element with more than " + std::to_string(kMaxXmlAttributes) + " attributes";
  }
  if (tags > 2 * kMaxXmlElements) return "more than " + std::to_string(kMaxXmlElements) + " XML elements";
  return {};
}

bool is_text_character(unsigned number) {
  return number == '\t' || number == '\n' || number == '\r' || (number >= 0x20 && number != 0x7f);
}

// The length of a named reference, "&eacute;"; 0 if it is none that HTML knows. `number` is its character.
std::size_t named_reference(std::string_view text, unsigned& number) {
  constexpr std::size_t kLongest = 12;
  const auto end = text.substr(0, kLongest).find(';');
  if (end == std::string_view::npos) return 0;
  const std::string name(text.substr(1, end - 1));
  number = '&';
  if (name == "apos") return end + 1;
  const auto* known = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
  if (!known) return 0;
  number = known->value;
  return end + 1;
}

// The length of "&#38;" or "&#x26;"; 0 if it is none. `number` is its character.
std::size_t numeric_reference(std::string_view text, unsigned& number) {
  const bool hexadecimal = text.starts_with("&#x") || text.starts_with("&#X");
  const char* begin = text.data() + (hexadecimal ? 3 : 2);
  const char* end = text.data() + text.size();
  const auto [after, error] = std::from_chars(begin, end, number, hexadecimal ? 16 : 10);
  if (error != std::errc() || after == end || *after != ';') return 0;
  return static_cast<std::size_t>(after + 1 - text.data());
}

// Adds the reference that `text` begins with to `clean`; returns how much of `text` it takes.
std::size_t add_reference(std::string_view text, std::string& clean) {
  unsigned number = 0;
  const bool numeric = text.starts_with("&#");
  const auto length = numeric ? numeric_reference(text, number) : named_reference(text, number);
  if (length == 0) {
    clean += "&amp;";
    return 1;
  }
  if (numeric && !is_text_character(number)) return length;
  if (!numeric && number >= 0x80)
    clean += "&#" + std::to_string(number) + ";";
  else
    clean += text.substr(0, length);
  return length;
}

// How much of it, one byte at least, is text as it stands.
std::size_t plain_length(std::string_view text) {
  const auto* end = std::find_if(text.begin() + 1, text.end(), [](char c) {
    return c == '&' || c == '<' || !is_text_character(static_cast<unsigned char>(c));
  });
  return static_cast<std::size_t>(end - text.begin());
}

void add_cdata(std::string_view section, std::string& clean) {
  std::copy_if(section.begin(), section.end(), std::back_inserter(clean),
               [](char c) { return is_text_character(static_cast<unsigned char>(c)); });
}

void add_text(const xmlNode* node, Paragraphs& paragraphs) {
  for (; node; node = node->next) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
      paragraphs.add(reinterpret_cast<const char*>(node->content));
    if (node->type != XML_ELEMENT_NODE || is_unread_element(name_of(node))) continue;
    const bool block = is_block_element(name_of(node));
    if (block) paragraphs.end_paragraph();
    if (name_of(node) == "br") paragraphs.end_line();
    add_text(node->children, paragraphs);
    if (block) paragraphs.end_paragraph();
  }
}

std::string plain_words(const xmlError* error) {
  if (!error || !error->message) return "not readable XML";
  std::string_view message = error->message;
  if (message.find("Excessive depth") != std::string_view::npos) return "XML nested too deeply";
  return "not well-formed XML: " + std::string(trimmed(message));
}

}  // namespace

ParsedXml parse_xml(const std::string& xml, Recovery recovery) {
  static const bool kReady = (xmlInitParser(), true);  // once, before any two threads parse
  static_cast<void>(kReady);
  if (auto fault = excess(xml); !fault.empty()) return {{}, std::move(fault), 1};
  const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                      (recovery == Recovery::forgive ? XML_PARSE_RECOVER : 0);
  const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> parser(xmlNewParserCtxt(), xmlFreeParserCtxt);
  if (!parser) throw std::bad_alloc();
  Document document(
      xmlCtxtReadMemory(parser.get(), xml.data(), static_cast<int>(xml.size()), nullptr, "UTF-8", options));
  if (document && xmlDocGetRootElement(document.get())) return {std::move(document), {}, 0};
  const auto* error = xmlCtxtGetLastError(parser.get());
  return {{}, plain_words(error), error && error->line > 0 ? static_cast<unsigned>(error->line) : 1};
}

std::string clean_xml(std::string_view utf8) {
  std::string clean;
  clean.reserve(utf8.size() + 64);
  while (!utf8.empty()) {
    std::size_t length = 1;
    if (utf8.front() == '&') {
      length = add_reference(utf8, clean);
    } else if (utf8.front() == '<' && utf8.starts_with(kCdata)) {
      length = end_behind(utf8, kCdataEnd);
      add_cdata(utf8.substr(0, length), clean);
    } else if (utf8.front() == '<' && utf8.starts_with(kComment)) {
      length = end_behind(utf8, kCommentEnd);
    } else if (is_text_character(static_cast<unsigned char>(utf8.front()))) {
      length = plain_length(utf8);
      clean += utf8.substr(0, length);
    }
    utf8.remove_prefix(length);
  }
  return clean;
}

std::string_view name_of(const xmlNode* node) { return reinterpret_cast<const char*>(node->name); }

bool is_element(const xmlNode* node, std::string_view name) {
  return node->type == XML_ELEMENT_NODE && name_of(node) == name;
}

const xmlNode* child(const xmlNode* parent, std::string_view name) {
  for (const auto* node = parent ? parent->children : nullptr; node; node = node->next)
    if (is_element(node, name)) return node;
  return nullptr;
}

const xmlNode* descendant(const xmlNode* parent, std::string_view name) {
  for (const auto* node = parent ? parent->children : nullptr; node; node = node->next) {
    if (is_element(node, name)) return node;
    if (node->type != XML_ELEMENT_NODE) continue;
    if (const auto* found = descendant(node, name)) return found;
  }
  return nullptr;
}

std::string content(const xmlNode* node) {
  if (!node) return {};
  const std::unique_ptr<xmlChar, decltype(xmlFree)> text(xmlNodeGetContent(node), xmlFree);
  return text ? std::string(trimmed(reinterpret_cast<const char*>(text.get()))) : std::string();
}

std::string child_content(const xmlNode* parent, std::string_view name) { return content(child(parent, name)); }

std::string paragraphs_of(const xmlNode* node) {
  if (!node) return {};
  Paragraphs paragraphs;
  add_text(node->children, paragraphs);
  return paragraphs.take();
}

std::string attribute(const xmlNode* node, const char* name, const char* in) {
  if (!node) return {};
  constexpr std::string_view kXml = "xml:";
  const bool of_xml = std::string_view(name).starts_with(kXml);
  const auto* local = reinterpret_cast<const xmlChar*>(name + (of_xml ? kXml.size() : 0));
  const auto* ns = of_xml ? XML_XML_NAMESPACE : reinterpret_cast<const xmlChar*>(in);
  const std::unique_ptr<xmlChar, decltype(xmlFree)> value(
      ns ? xmlGetNsProp(node, local, ns) : xmlGetNoNsProp(node, local), xmlFree);
  return value ? std::string(trimmed(reinterpret_cast<const char*>(value.get()))) : std::string();
}

}  // namespace newshound::reading
