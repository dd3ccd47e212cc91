// A look at the tags of a page before it is parsed: for what would make libxml2 slow, which compares each attribute of
// a tag with all others of it, and for scripts and styles, half the bytes of a page, which it need not see.
#ifndef NEWSHOUND_READING_HTML_TAGS_H
#define NEWSHOUND_READING_HTML_TAGS_H

#include <cstddef>
#include <string_view>
#include <vector>

namespace newshound::reading {

struct TagLook {
  // Of the tag that has most. Those of all <html> and <body> tags count together, since libxml2 gathers them in the
  // first.
  std::size_t most_attributes = 0;
  std::vector<std::string_view> code;  // the texts of scripts, but of JSON, and of styles; views of the page, in order
};

// Follows libxml2's idea of a tag, attribute for attribute. A script that never ends is none.
TagLook look_at_tags(std::string_view page);

}  // namespace newshound::reading

#endif
