// A table in text (RFC 4180) whose first row names the columns: one article a row. The delimiter, a comma, a tab or a
// semicolon, is the one that makes names we know out of the first row.
#ifndef NEWSHOUND_READING_CSV_TABLE_H
#define NEWSHOUND_READING_CSV_TABLE_H

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/reading/article_source.h"
#include "indexer/reading/key_map.h"

namespace newshound::reading {

// `keys` outlive the source.
std::unique_ptr<ArticleSource> make_csv_table(InputBuffer& buffer, SourceInfo info, const std::vector<Key>& keys);

// Whether `text` begins with a row of column names: two or more that feed an article, its title or body among them.
bool looks_like_csv(std::string_view text, const std::vector<Key>& keys);

}  // namespace newshound::reading

#endif
