// JSON as both programs write it: one line, UTF-8, and harmless on a terminal as well.
#ifndef NEWSHOUND_FORMAT_PROGRAM_JSON_TEXT_H
#define NEWSHOUND_FORMAT_PROGRAM_JSON_TEXT_H

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace newshound::program {

// Keys stay in the order they were set in.
using Json = nlohmann::ordered_json;

// Null for an empty text: an unknown value is never an empty string.
Json text_or_null(std::string_view text);

// Control characters that JSON allows unescaped (DEL, C1) and bidirectional overrides are written as \u escapes; bytes
// that are not UTF-8 become U+FFFD. No line feed at the end.
std::string json_text(const Json& value);

}  // namespace newshound::program

#endif
