// One article a file with a head of names and values: lines `Key: value` as e-mail has them (RFC 5322, with lines that
// go on), up to a blank line; or front matter as Markdown has it, simple YAML between two lines `---`.
#ifndef NEWSHOUND_READING_HEADED_TEXT_H
#define NEWSHOUND_READING_HEADED_TEXT_H

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/reading/article_source.h"
#include "indexer/reading/key_map.h"

namespace newshound::reading {

struct HeadedText {
  std::vector<std::string> names;
  std::vector<std::string> values;  // lists joined with "; "
  std::string_view body;            // everything behind the head
  bool front_matter = false;
};

// Empty names if `text` has no such head.
HeadedText split_head(std::string_view text);

// Whether `text` begins with a head that names two things we know, or front matter that names one.
bool looks_headed(std::string_view text, const std::vector<Key>& keys);

// `keys` outlive the source.
std::unique_ptr<ArticleSource> make_headed_text(InputBuffer& buffer, SourceInfo info, const std::vector<Key>& keys);

}  // namespace newshound::reading

#endif
