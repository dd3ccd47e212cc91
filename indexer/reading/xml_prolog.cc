#include "indexer/reading/xml_prolog.h"

#include <algorithm>

#include "indexer/reading/utf8.h"

namespace newshound::reading {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";

// The value of encoding="..." in an XML declaration.
std::string declared_character_set(std::string_view declaration) {
  constexpr std::string_view kKey = "encoding";
  const auto key = declaration.find(kKey);
  if (key == std::string_view::npos) return {};
  const auto begin = declaration.find_first_of("\"'", key + kKey.size());
  if (begin == std::string_view::npos) return {};
  const auto end = declaration.find(declaration[begin], begin + 1);
  if (end == std::string_view::npos) return {};
  return std::string(declaration.substr(begin + 1, end - begin - 1));
}

// The end of a document type that begins at 0; its declarations stand in brackets, and may hold quoted text.
std::size_t end_of_document_type(std::string_view text) {
  bool inside = false;
  char quote = '\0';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '[' || c == ']') {
      inside = c == '[';
    } else if (c == '>' && !inside) {
      return i + 1;
    } else if (text.substr(i).starts_with("<!--")) {
      i = std::min(text.find("-->", i), text.size() - 1);
    }
  }
  return std::string_view::npos;
}

// The end of what may stand before the root and begins at 0; npos if it has none, 0 if it is something else.
std::size_t end_of_mark(std::string_view text) {
  const auto behind = [&](std::string_view closing) {
    const auto end = text.find(closing);
    return end == std::string_view::npos ? end : end + closing.size();
  };
  if (text.starts_with("<?")) return behind("?>");
  if (text.starts_with("<!--")) return behind("-->");
  if (text.starts_with("<!DOCTYPE")) return end_of_document_type(text);
  return 0;
}

bool begins_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

}  // namespace

std::string_view XmlProlog::root_name() const {
  const std::string_view name = root;
  return name.substr(name.find(':') + 1);  // npos + 1 is 0
}

std::string XmlProlog::prefix() const { return root.substr(0, root.find(':') + 1); }

std::optional<XmlProlog> find_prolog(std::string_view text) {
  XmlProlog prolog;
  std::size_t at = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  while (true) {
    at = text.find_first_not_of(kSpaces, at);
    if (at == std::string_view::npos) return {};
    const auto rest = text.substr(at);
    const auto end = end_of_mark(rest);
    if (end == std::string_view::npos) return {};
    if (rest.starts_with("<?xml")) prolog.character_set = declared_character_set(rest.substr(0, end));
    if (end == 0) break;
    at += end;
  }
  const auto tag = text.substr(at);
  const auto end = tag.find_first_of(" \t\r\n/>", 1);
  if (end == std::string_view::npos || !tag.starts_with('<') || !begins_name(tag[1])) return {};
  prolog.root = std::string(tag.substr(1, end - 1));
  prolog.begin = at;
  return prolog;
}

}  // namespace newshound::reading
