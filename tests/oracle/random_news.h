// Seeded random articles and searches over one small vocabulary, so that most searches find something: several
// languages, inflected forms, hyphens, possessives, elisions, scripts without spaces, accents typed and left out.
#ifndef NEWSHOUND_TESTS_ORACLE_RANDOM_NEWS_H
#define NEWSHOUND_TESTS_ORACLE_RANDOM_NEWS_H

#include <newshound/article.h>
#include <newshound/searcher.h>

#include <cstddef>
#include <random>
#include <string>

namespace newshound::oracle {

// Every date of an article lies in the 800 days from here, 1 January 2023.
inline constexpr Day kFirstDay = 19358;
inline constexpr Day kFirstDayAdded = 20000;

class RandomNews {
 public:
  explicit RandomNews(unsigned seed) : random_(seed) {}

  Article article(const std::string& id);

  // Text, joining, order, sometimes filters. Now and then one that must be refused: a phrase beside NEAR.
  SearchRequest search();

  // From 0 to `limit` - 1.
  std::size_t below(std::size_t limit);

 private:
  bool chance(std::size_t one_in) { return below(one_in) == 0; }
  std::string day();
  std::string title();
  std::string text(std::size_t words, const std::string& language);
  std::string word();
  std::string words(std::size_t most, const char* separator);
  std::string clause(unsigned depth);
  std::string group(unsigned depth);
  std::string phrase();
  std::string formed_word();
  std::string near();
  std::string field_clause();
  std::string date_clause();
  Filter filter();

  std::mt19937 random_;
};

}  // namespace newshound::oracle

#endif
