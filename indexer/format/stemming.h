// Stems by Xapian's Snowball stemmers, one for each language that has one; analysis.h declares which language gets
// which.
#ifndef NEWSHOUND_FORMAT_STEMMING_H
#define NEWSHOUND_FORMAT_STEMMING_H

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace newshound::format {

// The place of a stemmer code in stemmer_codes() plus one; 0 for "" and for codes there is no stemmer for.
std::size_t stemmer_number(std::string_view code);

// Stemmers by number, made at first use: most archives need a few of them. Not safe for two threads at once.
class Stemmers {
 public:
  Stemmers();
  ~Stemmers();

  // The stem of a case-folded word of letters, with its accents; the word itself for number 0.
  std::string stem(std::size_t number, const std::string& word);

 private:
  struct Stemmer;
  std::vector<std::unique_ptr<Stemmer>> stemmers_;
};

}  // namespace newshound::format

#endif
