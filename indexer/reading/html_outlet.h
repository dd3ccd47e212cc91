// Whose page it is, by the first evidence that holds; and the page's title without its outlet.
#ifndef NEWSHOUND_READING_HTML_OUTLET_H
#define NEWSHOUND_READING_HTML_OUTLET_H

#include <newshound/article.h>

#include <string>
#include <string_view>

namespace newshound::reading {

// Each may be empty.
struct OutletEvidence {
  std::string_view publisher;  // of JSON-LD
  std::string_view site_name;  // og:site_name
  std::string_view url;
  std::string_view page_title;  // <title>
};

// Given by publisher and site name, verbatim; derived from the host and stated by the end of the title, where the
// outlet lexicon knows them. An unknown host or ending is never taken for a name.
Field find_outlet_of_page(const OutletEvidence& evidence);

// "Ferry resumes service | Harbour Gazette" -> "Ferry resumes service", if what follows the last separator is `outlet`
// or another name of it.
std::string without_outlet(std::string_view title, std::string_view outlet);

}  // namespace newshound::reading

#endif
