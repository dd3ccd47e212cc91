// One source file on its way to articles: what each input format implements and what it is told.
#ifndef NEWSHOUND_READING_ARTICLE_SOURCE_H
#define NEWSHOUND_READING_ARTICLE_SOURCE_H

#include <newshound/article.h>
#include <newshound/reader.h>

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "indexer/reading/input_buffer.h"

namespace newshound::reading {

using Item = std::variant<Article, Rejection>;

// What a format knows of the file it reads. The references outlive the ArticleSource.
struct SourceInfo {
  std::string path;  // as reached
  std::string name;  // identity of a one-article file: the path below SOURCE without its ending; empty for "-"
  const ReadOptions& options;
  std::vector<std::string>& warnings;
  std::string character_set = {};  // as declared outside the file, by HTTP say; empty if it is not
};

class ArticleSource {
 public:
  ArticleSource() = default;
  ArticleSource(const ArticleSource&) = delete;
  ArticleSource& operator=(const ArticleSource&) = delete;
  virtual ~ArticleSource() = default;

  // The next article or rejection; empty at the end.
  virtual std::optional<Item> next() = 0;
};

// The rejection for a stream that ended at a fault, placed at its last sound byte; empty if it ended well.
inline std::optional<Item> stream_fault(const InputBuffer& buffer, const SourceInfo& info) {
  const auto& fault = buffer.stream().fault();
  if (fault.empty()) return {};
  return Rejection{info.path, buffer.line(), buffer.offset() + buffer.window().size(), {}, fault, true};
}

}  // namespace newshound::reading

#endif
