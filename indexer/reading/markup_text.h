// The text of a piece of HTML, as feeds and JSON hold it in a string: paragraphs, without tags.
#ifndef NEWSHOUND_READING_MARKUP_TEXT_H
#define NEWSHOUND_READING_MARKUP_TEXT_H

#include <optional>
#include <string>
#include <string_view>

namespace newshound::reading {

// By libxml2's HTML parser (recovering, no network). `markup` is UTF-8. What has neither a tag nor a reference is text
// already and comes back as it is, trimmed. Empty for elements nested more than 500 deep.
std::optional<std::string> text_of_markup(std::string_view markup);

}  // namespace newshound::reading

#endif
