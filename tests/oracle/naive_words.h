// The oracle of words and phrases: where a clause stands in a text, found by trying every token.
#ifndef NEWSHOUND_TESTS_ORACLE_NAIVE_WORDS_H
#define NEWSHOUND_TESTS_ORACLE_NAIVE_WORDS_H

#include "searcher/matching/stop_words.h"
#include "tests/oracle/naive_archive.h"

#include <newshound/results.h>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace newshound::oracle {

// Whether a token is the typed word, whatever accents it has.
bool same_word(const NaiveToken& asked, const NaiveToken& token);
bool like_word(const NaiveToken& asked, const NaiveToken& token);

// Tokens of the first and the last word of each place.
using Places = std::vector<std::pair<std::size_t, std::size_t>>;

class NaiveWords {
 public:
  explicit NaiveWords(NaiveArchive& archive) : archive_(archive) {}

  // The words of a clause as they are typed; wildcards are letters. Empty for the gaps of a phrase.
  std::vector<std::optional<NaiveToken>> asked(const QueryNode& clause, const std::string& stemmer);

  // Every place of the clause in the text of an article with that stemmer.
  Places places(const QueryNode& clause, const NaiveText& text, const std::string& stemmer);

  // A word in any form, which the posting lists alone decide.
  bool is_plain(const QueryNode& clause);

 private:
  bool is(const QueryNode& clause, std::size_t word, const NaiveToken& token, const std::string& stemmer);
  std::string pattern_of(const QueryNode& clause, std::size_t word);

  NaiveArchive& archive_;
  matching::StopWords stop_words_;
};

}  // namespace newshound::oracle

#endif
