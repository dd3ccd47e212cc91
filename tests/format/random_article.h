// Invented articles from a seed, and an article as text so that two can be compared field by field: the oracles of the
// record and of whole archives.
#ifndef NEWSHOUND_TESTS_FORMAT_RANDOM_ARTICLE_H
#define NEWSHOUND_TESTS_FORMAT_RANDOM_ARTICLE_H

#include <newshound/article.h>

#include <random>
#include <string>

namespace newshound::format {

using Random = std::mt19937_64;

// A number from 0 to `most`.
std::size_t pick(Random& random, std::size_t most);

// Words of several scripts, of about `words` words; sometimes with line feeds and zero bytes.
std::string random_text(Random& random, std::size_t words);

// Any combination of fields known and unknown, of any standing. `id` is taken as it is.
Article random_article(Random& random, const std::string& id);

// Everything of the article, one field a line.
std::string printed(const Article& article);

}  // namespace newshound::format

#endif
