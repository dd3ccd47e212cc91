// What a line of a scraped page is, told by the line alone: whoever scraped it kept the navigation, the credits of
// photos and the footer among the text.
#ifndef NEWSHOUND_READING_PAGE_LINES_H
#define NEWSHOUND_READING_PAGE_LINES_H

#include <cstddef>
#include <string>
#include <string_view>

namespace newshound::reading {

// Words divided by white space.
std::size_t word_count(std::string_view line);

// A sentence or more: the line ends as one does.
bool ends_as_sentence(std::string_view line);

// "Photo by Piet Arrondel", "Ilse Korvath/WireImage", "Image Source: Flickr".
bool is_credit(std::string_view line);

// "Home Culture Culture News", "Home > World > Asia".
bool is_breadcrumb(std::string_view line);

// "Powered by", "Share this article", "Arrow Created with Sketch."
bool is_furniture(std::string_view line);

// "Velden, Arrondel, The Lantern": what a picture shows, as a page tells those who do not see it.
bool is_keyword_list(std::string_view line);

// "The mayor speaks to reporters in Lissen, March 4, 2014." Only to be asked of a line that stands before a credit: in
// the text it would be a sentence.
bool may_be_caption(std::string_view line);

// The parts of a breadcrumb after "Home": "Culture / Culture News".
std::string section_of(std::string_view breadcrumb);

}  // namespace newshound::reading

#endif
