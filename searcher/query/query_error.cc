#include "searcher/query/query_error.h"

#include <cstddef>
#include <utility>

namespace newshound::query {
namespace {

constexpr std::size_t kShownBytes = 60;

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

}  // namespace

Error query_error(std::string message, Span span, std::string hint) {
  return Error{Errc::query, std::move(message), std::move(hint), span};
}

std::string quoted_in_message(std::string_view text) {
  std::size_t end = text.size();
  if (end > kShownBytes) {
    end = kShownBytes;
    while (end > 0 && continues_character(text[end])) --end;
  }
  std::string shown = "\"";
  for (const char c : text.substr(0, end)) shown += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  return shown + (end < text.size() ? "...\"" : "\"");
}

}  // namespace newshound::query
