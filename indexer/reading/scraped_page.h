// The text of a scraped page -> Article: title, subtitle, body, and what single lines tell of outlet, section, byline
// and date. Nothing is lost: lines that are not the article's are kept as dropped, each with its reason.
//
//   page title    the first line, if it ends in " - Outlet" that the lexicon knows, or if the headline stands below
//   headline      alone in its block, the page title again (without such an ending) or much of it; or the first line
//   breadcrumb    "Home Culture Culture News" above the text; the section
//   subtitle      alone in its block right below the headline, no sentence
//   byline, date  "By Mara Velden", "Published March 4, 2014" above the text
//   credit        "Photo by ...", "Ilse Korvath/WireImage"; before it a caption: a label in the same block, or a
//                 sentence that says what somebody does; before that keywords
//   furniture     "Powered by", "Advertisement"
#ifndef NEWSHOUND_READING_SCRAPED_PAGE_H
#define NEWSHOUND_READING_SCRAPED_PAGE_H

#include <newshound/article.h>

#include <string_view>

namespace newshound::reading {

// `text` is UTF-8 with LF, CRLF or CR line ends. In the body, ends of lines are trimmed, runs of blank lines are one
// blank line, and there is none at either end.
Article parse_scraped_text(std::string_view text);

}  // namespace newshound::reading

#endif
