// Lines by which a site speaks for itself amid an article, told by their words alone. The tables are English, with the
// commonest of other languages; a line in a language they do not have is kept.
#ifndef NEWSHOUND_READING_HTML_PHRASES_H
#define NEWSHOUND_READING_HTML_PHRASES_H

#include <string_view>

namespace newshound::reading {

bool is_call(std::string_view line);        // "Sign up for our newsletter", "Read more: ...", "Source: ..."
bool is_label(std::string_view line);       // "Advertisement"
bool is_list_label(std::string_view line);  // "Related articles", before a list of them
bool is_appeal(std::string_view line);      // "... follow her on Twitter": where it ends an article
bool is_byline(std::string_view line);      // "By Mara Velden"

// A line of numbers and words of time that names a year or says that something was published. The hour alone ("4:14
// p.m.") heads a part of a running report.
bool is_publishing_time(std::string_view line);

// A sentence, as against a title or a caption.
bool ends_like_sentence(std::string_view line);

}  // namespace newshound::reading

#endif
