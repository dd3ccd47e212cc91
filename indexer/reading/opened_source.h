// A stream of bytes on its way to articles: decompressed, its format chosen, its reader made. The same for a file and
// for a member of an archive, however deep.
#ifndef NEWSHOUND_READING_OPENED_SOURCE_H
#define NEWSHOUND_READING_OPENED_SOURCE_H

#include <memory>
#include <vector>

#include "indexer/reading/article_source.h"
#include "indexer/reading/byte_stream.h"
#include "indexer/reading/json_article.h"
#include "indexer/reading/key_map.h"

namespace newshound::reading {

// What all sources share; outlives them.
struct ReadingContext {
  const ReadOptions& options;
  const std::vector<Key>& keys;
  JsonArticleParser& parser;
  std::vector<std::string>& warnings;
};

// What the layers of one source file share.
struct Packing {
  std::shared_ptr<Expansion> expansion;
  int layers = 0;  // around the stream: compressions and archives
};

class OpenedSource {
 public:
  // `path`, `name` and `character_set` as in SourceInfo. `declared` is the format that whatever carries the stream says
  // it has; automatic if it says none. An empty stream is a warning.
  OpenedSource(std::unique_ptr<ByteStream> stream, std::string path, std::string name, const ReadingContext& context,
               Packing packing, std::string character_set = {}, InputFormat declared = InputFormat::automatic);

  // The next article or rejection; empty at the end.
  std::optional<Item> next();

  [[nodiscard]] std::uint64_t bytes_taken() const { return buffer_->stream().bytes_taken(); }

 private:
  std::unique_ptr<InputBuffer> buffer_;
  std::unique_ptr<ArticleSource> articles_;  // null for an empty stream; holds a reference to the buffer
};

}  // namespace newshound::reading

#endif
