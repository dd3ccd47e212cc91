// Character references of HTML in texts that were escaped once too often: titles in meta elements and JSON-LD.
#ifndef NEWSHOUND_READING_HTML_REFERENCES_H
#define NEWSHOUND_READING_HTML_REFERENCES_H

#include <string>
#include <string_view>

namespace newshound::reading {

// "Velden &amp; Sons&#8217; ferry" -> "Velden & Sons’ ferry". Resolved once; what is no reference stays.
std::string without_references(std::string_view text);

}  // namespace newshound::reading

#endif
