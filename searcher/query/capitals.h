// What capitals say. Among other words US is a name and not "us"; in a query that is typed in capitals throughout they
// say nothing. The tree builder asks in order to read, the printer in order to know when a word needs a backslash.
#ifndef NEWSHOUND_QUERY_CAPITALS_H
#define NEWSHOUND_QUERY_CAPITALS_H

#include <string_view>
#include <vector>

namespace newshound::query {

// US, U.S., NATO: two to five letters, all of them capitals; dots do not count. Punctuation at the end and a possessive
// belong to the sentence: of "US," and "WHO's" it is US and WHO. Empty if the word is none.
std::string_view name_in_capitals(std::string_view word);

// US, WHO and the like, which in other letters are stop words of some language. THE is none of them.
bool is_name_like_a_stop_word(std::string_view word);

enum class Capitals {
  some,   // they tell names from other words
  all,    // two words or more and no small letter in any: they say nothing
  names,  // the same, and each of the words could be a name
};

// `texts` are the words and phrases of a query. Only words of letters count: 2024, F-16 and AT&T are what they are in
// any query.
Capitals capitals_of(const std::vector<std::string_view>& texts);

}  // namespace newshound::query

#endif
