// Where a text stops being UTF-8.
#ifndef NEWSHOUND_READING_UTF8_H
#define NEWSHOUND_READING_UTF8_H

#include <cstddef>
#include <optional>
#include <string_view>

namespace newshound::reading {

inline constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

// The offset of the first byte that belongs to no well-formed UTF-8 character (Unicode, table 3-7); empty if all do.
std::optional<std::size_t> first_bad_byte(std::string_view text);

}  // namespace newshound::reading

#endif
