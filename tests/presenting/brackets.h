// Marks shown in the text itself: "the [ferry] left".
#ifndef NEWSHOUND_TESTS_PRESENTING_BRACKETS_H
#define NEWSHOUND_TESTS_PRESENTING_BRACKETS_H

#include <newshound/result.h>

#include <string>
#include <vector>

namespace newshound::presenting {

inline std::string with_brackets(const std::string& text, const std::vector<Span>& spans) {
  std::string shown;
  std::size_t at = 0;
  for (const auto span : spans) {
    shown += text.substr(at, span.begin - at) + "[" + text.substr(span.begin, span.end - span.begin) + "]";
    at = span.end;
  }
  return shown + text.substr(at);
}

}  // namespace newshound::presenting

#endif
