// Dates that a text spells out: "March 4, 2014", "4 March 2014", "Mar. 4, 2014". A date in a text is seldom that on
// which the text came out, but nothing that has happened comes after it.
#ifndef NEWSHOUND_READING_TEXT_DATES_H
#define NEWSHOUND_READING_TEXT_DATES_H

#include <newshound/article.h>

#include <cstddef>
#include <string_view>
#include <vector>

namespace newshound::reading {

struct TextDate {
  Day day = 0;
  std::string_view written;  // of the text
};

// All of them, in order, as format::parse_day() reads them: English names of months only.
std::vector<TextDate> find_dates(std::string_view text);

// True if what is told of the date may be yet to come: "will open on March 4, 2014".
bool may_be_future(std::string_view text, const TextDate& date);

}  // namespace newshound::reading

#endif
