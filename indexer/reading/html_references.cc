#include "indexer/reading/html_references.h"

#include <libxml/HTMLparser.h>
#include <unicode/utf8.h>

#include <array>
#include <charconv>

namespace newshound::reading {
namespace {

constexpr std::size_t kLongestName = 10;  // "thetasym" is the longest of HTML 4

bool is_text_character(unsigned number) {
  return number >= 0x20 && number != 0x7f && number <= 0x10ffff && (number < 0xd800 || number > 0xdfff);
}

// The character of a reference without & and ; ("amp", "#39", "#x27"); 0 if it is none.
unsigned character_of(std::string_view reference) {
  if (!reference.starts_with('#')) {
    const auto* known = htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(reference).c_str()));
    return known ? known->value : 0;
  }
  reference.remove_prefix(1);
  const bool hexadecimal = reference.starts_with('x') || reference.starts_with('X');
  if (hexadecimal) reference.remove_prefix(1);
  unsigned number = 0;
  const char* end = reference.data() + reference.size();
  const auto [after, error] = std::from_chars(reference.data(), end, number, hexadecimal ? 16 : 10);
  return error == std::errc() && after == end && is_text_character(number) ? number : 0;
}

void append(std::string& into, unsigned character) {
  std::array<char, U8_MAX_LENGTH> bytes{};
  int length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, character);
  into.append(bytes.data(), static_cast<std::size_t>(length));
}

}  // namespace

std::string without_references(std::string_view text) {
  std::string resolved;
  while (!text.empty()) {
    const auto plain = text.substr(0, text.find('&'));
    resolved += plain;
    text.remove_prefix(plain.size());
    if (text.empty()) break;
    const auto end = text.substr(0, kLongestName + 2).find(';');
    const auto character = end == std::string_view::npos ? 0 : character_of(text.substr(1, end - 1));
    if (character == 0)
      resolved += '&';
    else
      append(resolved, character);
    text.remove_prefix(character == 0 ? 1 : end + 1);
  }
  return resolved;
}

}  // namespace newshound::reading
