// Seeded random trees and texts for the property tests: small, and rich in what is special to the language.
#ifndef NEWSHOUND_TESTS_QUERY_RANDOM_QUERY_H
#define NEWSHOUND_TESTS_QUERY_RANDOM_QUERY_H

#include <newshound/results.h>

#include <cstddef>
#include <random>
#include <string>

namespace newshound::query {

class RandomQuery {
 public:
  explicit RandomQuery(unsigned seed) : random_(seed) {}

  // In normal form, at most `depth` levels of groups.
  QueryNode tree(unsigned depth);

  // Pieces of the language in any order; seldom a good query, always UTF-8.
  std::string text();

  // Any bytes.
  std::string bytes(std::size_t most);

  std::size_t below(std::size_t limit);

 private:
  QueryNode leaf();
  double weight();
  QueryNode formed_word(const std::string& field);
  QueryNode word_or_phrase(const std::string& field);
  QueryNode near();
  QueryNode group(QueryNode::Kind kind, unsigned depth);
  QueryNode date_range();
  std::string word();
  std::string characters(std::size_t most);

  std::mt19937 random_;
};

}  // namespace newshound::query

#endif
