// The simplest thing that could be an archive: every article in memory, analysed, in the order of its id. What the
// oracle knows of words comes from the one analyser; everything else it finds by looking at every token.
#ifndef NEWSHOUND_TESTS_ORACLE_NAIVE_ARCHIVE_H
#define NEWSHOUND_TESTS_ORACLE_NAIVE_ARCHIVE_H

#include "indexer/format/analysis.h"

#include <newshound/article.h>

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace newshound::oracle {

struct NaiveToken {
  std::string term;
  std::string stem;
  std::string plain_stem;
  bool unspaced = false;
  std::string form;  // as written
};

using NaiveText = std::vector<NaiveToken>;  // a token's position is its index

struct NaiveArticle {
  Article article;  // as the archive holds it: with its day, and its language if one could be detected
  Day added = 0;
  std::string stemmer;
  NaiveText title;
  NaiveText body;
  NaiveText byline;                        // not stemmed
  std::vector<std::size_t> sentence_ends;  // tokens of the body up to there
  std::vector<std::size_t> paragraph_ends;
};

class NaiveArchive {
 public:
  // Replaces the article with the same id, which keeps the day it was added.
  void put(Article article, Day today);
  void remove(const std::string& id) { articles_.erase(id); }

  [[nodiscard]] const std::map<std::string, NaiveArticle>& articles() const { return articles_; }

  // Words of titles count three times. 1 if there is no word at all.
  [[nodiscard]] double average_length() const;

  // Tokens of a text, from a cache.
  const NaiveText& analyse(const std::string& text, const std::string& stemmer);

 private:
  format::Analyser analyser_;
  std::map<std::string, NaiveArticle> articles_;
  std::map<std::pair<std::string, std::string>, NaiveText> analysed_;
};

// Words of the article, those of the title counted three times.
double length_of(const NaiveArticle& article);

}  // namespace newshound::oracle

#endif
