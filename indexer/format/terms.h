// The terms of the Xapian index. indexer/FORMAT.md lists them; the prefixes stand in schema.h.
#ifndef NEWSHOUND_FORMAT_TERMS_H
#define NEWSHOUND_FORMAT_TERMS_H

#include <string>
#include <string_view>

namespace newshound::format {

// A word that is not stemmed: the folded word, after the prefix of its text field ("" for title and body together). So
// are words of the byline and characters of scripts without spaces.
std::string word_term(std::string_view prefix, std::string_view word);

// A stem: "Z", the prefix of the text field, the stemmer's code ("" where nothing is stemmed), ":" and the stem. An
// article has terms of one code only, so the terms of a word under different codes never match the same article.
std::string stem_term(std::string_view prefix, std::string_view stemmer, std::string_view stem);

// The same into `term`, whose memory is used again.
void assign_stem_term(std::string& term, std::string_view prefix, std::string_view stemmer, std::string_view stem);

// A whole value: prefix and value. Xapian allows 245 bytes; a longer one is cut on a character boundary and ends with
// the XXH3 128-bit hash of the whole, so that different values stay different.
std::string value_term(std::string_view prefix, std::string_view value);

// The value that an article itself has, where value_term also stands for other names of it: "V" after the prefix, which
// no folded value begins with.
std::string own_value_term(std::string_view prefix, std::string_view value);

// Marks an article that has a value for the field of that name.
std::string has_term(std::string_view field);

}  // namespace newshound::format

#endif
