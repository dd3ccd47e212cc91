// The language of an article: detected where it is not given, written one way where it is. The only room that knows
// CLD2. Thread rule: any number of threads.
#ifndef NEWSHOUND_UNDERSTANDING_LANGUAGE_H
#define NEWSHOUND_UNDERSTANDING_LANGUAGE_H

#include <newshound/article.h>

#include <string>
#include <string_view>

namespace newshound::understanding {

// {"en", derived, "cld2 99 %"}, as a BCP 47 tag ("he", "zh-Hant"); unknown if the text has too few letters or CLD2 does
// not call its own answer reliable.
Field detect_language(std::string_view title, std::string_view body);

// A given language as a BCP 47 tag: "EN" -> "en", "en_us" -> "en-US", "english" -> "en", "amh" -> "am". What is no
// language we know is kept as it is.
std::string normalise_language(std::string_view given);

}  // namespace newshound::understanding

#endif
