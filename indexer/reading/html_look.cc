#include "indexer/reading/html_look.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/format/ascii.h"
#include "indexer/reading/utf8.h"
#include "indexer/reading/white_space.h"

namespace newshound::reading {
namespace {

// What pages and cut-out parts of pages begin with.
constexpr std::array kFirstTags = std::to_array<std::string_view>(
    {"html", "head", "body",   "title",  "meta",   "link",       "base",    "script",  "style", "noscript",
     "div",  "p",    "table",  "h1",     "h2",     "h3",         "article", "section", "main",  "header",
     "nav",  "span", "a",      "center", "font",   "img",        "ul",      "ol",      "br",    "b",
     "i",    "em",   "strong", "form",   "iframe", "blockquote", "figure",  "pre"});

bool is_name_character(char c) {
  return format::is_ascii_letter(c) || format::is_ascii_digit(c) || c == '-' || c == ':' || c == '_';
}

// Without byte order mark, and of UTF-16 every other byte: markup is ASCII.
std::string narrowed(std::string_view text) {
  text = text.substr(0, kBytesOfLook);
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  std::string narrow(text);
  if (!text.starts_with("\xff\xfe") && !text.starts_with("\xfe\xff")) return narrow;
  narrow.erase(0, 2);
  std::erase(narrow, '\0');
  return narrow;
}

// Behind white space, comments and an XML declaration.
std::string_view first_markup(std::string_view text) {
  while (true) {
    text = trim(text);
    const bool is_comment = text.starts_with("<!--");
    if (!is_comment && !format::starts_like(text, "<?xml")) return text;
    const auto end = text.find(is_comment ? "-->" : "?>");
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + (is_comment ? 3 : 2));
  }
}

}  // namespace

bool looks_like_html(std::string_view beginning) {
  const auto bytes = narrowed(beginning);
  const auto text = first_markup(bytes);
  if (format::starts_like(text, "<!doctype html")) return true;
  if (!text.starts_with('<')) return false;
  const auto end = std::find_if_not(text.begin() + 1, text.end(), is_name_character);
  const auto name = format::ascii_lower_case({text.begin() + 1, end});
  return std::find(kFirstTags.begin(), kFirstTags.end(), name) != kFirstTags.end();
}

}  // namespace newshound::reading
