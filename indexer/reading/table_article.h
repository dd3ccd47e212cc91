// Names with values, as the columns of a table or the lines of a header have them, -> Article. Which name feeds which
// part: key_map.h, whatever the case of letters, with spaces or hyphens for underscores.
#ifndef NEWSHOUND_READING_TABLE_ARTICLE_H
#define NEWSHOUND_READING_TABLE_ARTICLE_H

#include <newshound/article.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/reading/key_map.h"

namespace newshound::reading {

// Names found among the keys. The values of one part are taken in the order of the keys.
class NamedParts {
 public:
  NamedParts(const std::vector<std::string>& names, const std::vector<Key>& keys);

  [[nodiscard]] std::size_t known() const { return columns_.size(); }  // names that feed a part
  [[nodiscard]] bool has_text() const;                                 // one of them is the title or the body

  // `values` in the order of the names; missing ones are unknown. Entities in one value stand between ";" or "|".
  [[nodiscard]] Article article(const std::vector<std::string>& values) const;

 private:
  struct Column {
    std::size_t index;
    Part part;
  };
  std::vector<Column> columns_;  // in the order of the keys
};

}  // namespace newshound::reading

#endif
