// The day in a web address: many outlets file their articles by it.
#ifndef NEWSHOUND_READING_URL_DATE_H
#define NEWSHOUND_READING_URL_DATE_H

#include <string>
#include <string_view>

namespace newshound::reading {

// "https://gazette.example/2024/05/06/ferry" -> "2024-05-06"; also /2024/may/06/, /2024-05-06-ferry, /ferry-2024-05-06
// and /20240506/. Empty for an address that names no day, or no day there is.
std::string date_of_url(std::string_view url);

}  // namespace newshound::reading

#endif
