// One JSON object -> one Article. Keys and their meaning: key_map.h. A value of the wrong JSON type is a fault that
// names its key; an empty string, white space alone and null are unknown.
#ifndef NEWSHOUND_READING_JSON_ARTICLE_H
#define NEWSHOUND_READING_JSON_ARTICLE_H

#include <newshound/article.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "indexer/reading/key_map.h"

namespace newshound::reading {

struct JsonFault {
  std::string reason;      // in plain words
  std::size_t offset = 0;  // within the text; 0 where the place is not known
  std::string id;          // if it was read before the fault
};

// One thread at a time: it owns a parser whose memory every call uses again.
class JsonArticleParser {
 public:
  explicit JsonArticleParser(std::vector<Key> keys);
  JsonArticleParser(JsonArticleParser&&) noexcept;
  JsonArticleParser& operator=(JsonArticleParser&&) noexcept;
  ~JsonArticleParser();

  // `text` is followed by InputBuffer::kPadding readable bytes.
  std::variant<Article, JsonFault> parse(std::string_view text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace newshound::reading

#endif
