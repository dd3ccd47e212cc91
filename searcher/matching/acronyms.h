// Words in capitals: the letters of a form tell US from us, the stops U.S. from us.
#ifndef NEWSHOUND_MATCHING_ACRONYMS_H
#define NEWSHOUND_MATCHING_ACRONYMS_H

#include <algorithm>
#include <string>
#include <string_view>

namespace newshound::matching {

// U.S. is US.
inline std::string without_dots(std::string_view form) {
  std::string letters(form);
  std::erase(letters, '.');
  return letters;
}

// What a form of a word may be: us is not US, u.s. is not us.
enum class Acronym { maybe, no, yes };

// US, U.S., NATO: two letters or more, all of them capitals of ASCII; dots do not count.
inline bool is_acronym(std::string_view form) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return std::count_if(form.begin(), form.end(), is_capital) >= 2 &&
         std::all_of(form.begin(), form.end(), [&](char c) { return is_capital(c) || c == '.'; });
}

inline bool may_be(Acronym asked, std::string_view form) {
  switch (asked) {
    case Acronym::maybe:
      return true;
    case Acronym::no:
      return !is_acronym(form);
    case Acronym::yes:
      return is_acronym(form) || form.find('.') != std::string_view::npos;
  }
  return true;
}

}  // namespace newshound::matching

#endif
