// Whether bytes begin like a web page.
#ifndef NEWSHOUND_READING_HTML_LOOK_H
#define NEWSHOUND_READING_HTML_LOOK_H

#include <cstddef>
#include <string_view>

namespace newshound::reading {

inline constexpr std::size_t kBytesOfLook = 4 << 10;  // that are enough to tell

// After a byte order mark, white space, comments and an XML declaration: <!DOCTYPE html, or a tag that HTML has and no
// news format in XML begins with. In UTF-16 with its mark as well.
bool looks_like_html(std::string_view beginning);

}  // namespace newshound::reading

#endif
