#include "indexer/reading/utf8.h"

#include <simdjson.h>

#include "indexer/format/characters.h"

namespace newshound::reading {

std::optional<std::size_t> first_bad_byte(std::string_view text) {
  if (simdjson::validate_utf8(text.data(), text.size())) return {};  // a gigabyte in a fraction of a second
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (format::next_character(text, at) < 0) return begin;
  }
  return {};
}

}  // namespace newshound::reading
