#include "indexer/reading/format_choice.h"

#include <string_view>

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

}  // namespace

InputFormat choose_format(InputBuffer& buffer) {
  while (after_white_space(buffer.window()).size() < kDoctype.size() && buffer.window().size() < kMaxWhiteSpace &&
         buffer.fill()) {
  }
  const auto text = after_white_space(buffer.window());
  if (text.starts_with(kDoctype) || text.starts_with(kRecord)) return InputFormat::reuters;
  return text.starts_with('{') ? InputFormat::jsonl : InputFormat::text;
}

}  // namespace newshound::reading
