// The last step of every format: an article gets its identity and its day, or is rejected.
//
// Identity: the given id; else the url; else the name of a one-article file; else a hash of title and body. The prefix
// of the options stands before each of them.
#ifndef NEWSHOUND_READING_FINISHING_H
#define NEWSHOUND_READING_FINISHING_H

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/reading/article_source.h"

namespace newshound::reading {

// `article.line` is kept; `offset` is where the document begins, for a rejection. `name` is empty unless the file is
// one article.
Item finish(Article article, std::uint64_t offset, std::string_view name, const ReadOptions& options);

// 32 hexadecimal digits (XXH3, 128 bits) that depend on title and body only.
std::string content_hash(std::string_view title, std::string_view body);

// "a/b.txt.gz" -> "a/b": a compression ending, then one ending more. An ending is a dot, a letter and up to seven
// letters or digits, so that "edition-1.2" keeps its number.
std::string without_ending(std::string_view path);

}  // namespace newshound::reading

#endif
