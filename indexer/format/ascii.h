// Letters, digits and case of ASCII, whatever the locale: for markup, names and numbers, not for words.
#ifndef NEWSHOUND_FORMAT_ASCII_H
#define NEWSHOUND_FORMAT_ASCII_H

#include <algorithm>
#include <string>
#include <string_view>

namespace newshound::format {

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_letter(char c) { return is_ascii_upper(c) || (c >= 'a' && c <= 'z'); }
constexpr char ascii_lower(char c) { return is_ascii_upper(c) ? static_cast<char>(c | 0x20) : c; }

inline std::string ascii_lower_case(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), ascii_lower);
  return lower;
}

// Whether `text` begins with `lower_case`, which is in lower case, in letters of either case.
constexpr bool starts_like(std::string_view text, std::string_view lower_case) {
  return text.size() >= lower_case.size() && std::equal(lower_case.begin(), lower_case.end(), text.begin(),
                                                        [](char wanted, char c) { return ascii_lower(c) == wanted; });
}

}  // namespace newshound::format

#endif
