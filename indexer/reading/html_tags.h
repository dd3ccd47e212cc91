// A look at the tags of a page before it is parsed, for what would make libxml2 slow: it compares each attribute of a
// tag with all others of it.
#ifndef NEWSHOUND_READING_HTML_TAGS_H
#define NEWSHOUND_READING_HTML_TAGS_H

#include <cstddef>
#include <string_view>

namespace newshound::reading {

// The attributes of the tag that has most. Those of all <html> and <body> tags count together, since libxml2 gathers
// them in the first. Follows libxml2's idea of a tag, attribute for attribute.
std::size_t most_attributes(std::string_view page);

}  // namespace newshound::reading

#endif
