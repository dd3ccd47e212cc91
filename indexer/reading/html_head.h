// A page's own words about itself, gathered in one walk: meta elements, links, titles, scripts of JSON-LD, times.
#ifndef NEWSHOUND_READING_HTML_HEAD_H
#define NEWSHOUND_READING_HTML_HEAD_H

#include <libxml/tree.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace newshound::reading {

struct HtmlHead {
  // By name, property, itemprop or http-equiv in lower case ("og:title"); the first of a name with a value.
  std::unordered_map<std::string, std::string> meta;
  std::vector<std::string> json_ld;
  std::string title;         // <title>
  std::string headline;      // the first <h1> with a text
  std::string canonical;     // <link rel="canonical">
  std::string language;      // <html lang>
  std::string printed_time;  // <time datetime> in the smallest element that holds the headline as well; else empty

  // The first of these names that has a value; `name` becomes it.
  [[nodiscard]] std::string_view find(std::initializer_list<std::string_view> names, std::string_view& name) const;
};

HtmlHead read_head(const xmlNode* root);

}  // namespace newshound::reading

#endif
