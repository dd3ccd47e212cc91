#include "indexer/reading/format_choice.h"

#include <algorithm>
#include <string_view>

#include "indexer/reading/html_look.h"
#include "indexer/reading/utf8.h"

namespace newshound::reading {
namespace {

constexpr std::string_view kDoctype = "<!DOCTYPE lewis";
constexpr std::string_view kRecord = "<REUTERS";
constexpr std::size_t kMaxWhiteSpace = 128 << 10;

std::string_view after_white_space(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const auto begin = text.find_first_not_of(" \t\r\n");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

// ASCII letters of either case; `lower_case` is in lower case.
bool starts_like(std::string_view text, std::string_view lower_case) {
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a | 0x20 : a) == b; };
  return text.size() >= lower_case.size() &&
         std::equal(lower_case.begin(), lower_case.end(), text.begin(), [&](char b, char a) { return same(a, b); });
}

bool may_be_markup(std::string_view window) {
  const auto text = after_white_space(window);
  return text.starts_with('<') || text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff");
}

}  // namespace

InputFormat choose_format(InputBuffer& buffer) {
  while (after_white_space(buffer.window()).size() < kDoctype.size() && buffer.window().size() < kMaxWhiteSpace &&
         buffer.fill()) {
  }
  const auto text = after_white_space(buffer.window());
  if (text.starts_with(kDoctype) || text.starts_with(kRecord)) return InputFormat::reuters;
  if (text.starts_with('{')) return InputFormat::jsonl;
  while (may_be_markup(buffer.window()) && buffer.window().size() < kBytesOfLook && buffer.fill()) {
  }
  return looks_like_html(buffer.window()) ? InputFormat::html : InputFormat::text;
}

std::string_view look_of(std::string_view text) {
  text = after_white_space(text);
  // choose_format() sees a page by its bytes; what comes here was decoded first.
  if (starts_like(text, "<!doctype html") || starts_like(text, "<html"))
    return "HTML in UTF-16 or UTF-32 without a mark";
  if (starts_like(text, "<?xml")) return "XML";
  if (text.starts_with('[') && after_white_space(text.substr(1)).starts_with('{')) return "a JSON array";
  return {};
}

}  // namespace newshound::reading
