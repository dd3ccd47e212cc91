// What a page says of its article in JSON-LD (schema.org in <script type="application/ld+json">): the one object of all
// scripts, arrays, @graphs and nested parts that is the article. References by @id are followed once.
#ifndef NEWSHOUND_READING_JSON_LD_H
#define NEWSHOUND_READING_JSON_LD_H

#include <optional>
#include <string>
#include <vector>

namespace newshound::reading {

// Strings as given, references such as &amp; resolved, white space collapsed but in `body`; empty where there is none.
struct JsonLdArticle {
  std::string headline;
  std::string body;  // may be HTML
  std::string publisher;
  std::string published;  // datePublished, else dateCreated; never dateModified
  std::string authors;    // joined with ", "
  std::string section;
  std::string url;
  std::string language;
};

// `scripts` are the texts of the script elements, in order. One that is not JSON, or is nested deeper than 1,024, is no
// evidence and left out. Of several articles the one whose type says news goes first, then the first. Empty if none of
// them is an article; a publisher that stands by itself is then nobody's.
std::optional<JsonLdArticle> read_json_ld(const std::vector<std::string>& scripts);

}  // namespace newshound::reading

#endif
