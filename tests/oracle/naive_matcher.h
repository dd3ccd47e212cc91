// The oracle of matching and ranking: decides for every article by looking at every token whether it matches, and adds
// up its BM25 score as searcher/matching/bm25.h has the formula. No index, no posting list, no segment.
#ifndef NEWSHOUND_TESTS_ORACLE_NAIVE_MATCHER_H
#define NEWSHOUND_TESTS_ORACLE_NAIVE_MATCHER_H

#include "tests/oracle/naive_archive.h"

#include <newshound/result.h>
#include <newshound/searcher.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace newshound::oracle {

struct NaiveHit {
  const NaiveArticle* article = nullptr;
  double score = 0;
};

class NaiveMatcher {
 public:
  explicit NaiveMatcher(NaiveArchive& archive) : archive_(archive), average_length_(archive.average_length()) {}

  // Every match, in the order asked for; limit and offset are left alone. Errc::query where the searcher must refuse.
  Result<std::vector<NaiveHit>> search(const SearchRequest& request);

 private:
  struct Verdict {
    bool matches = false;
    double score = 0;
  };

  Verdict judge(const QueryNode& node, const NaiveArticle& article);
  Verdict judge_all(const QueryNode& node, const NaiveArticle& article);
  Verdict judge_any(const QueryNode& node, const NaiveArticle& article);
  Verdict judge_words(const QueryNode& node, const NaiveArticle& article);
  Verdict judge_near(const QueryNode& node, const NaiveArticle& article);
  bool passes(const std::vector<Filter>& filters, Day today, const NaiveArticle& article);
  bool refuses(const QueryNode& node);

  // What the token at `at` of the typed text adds to the article's score.
  double score(const std::string& typed, std::size_t at, const NaiveArticle& article);
  double inverse_document_frequency(const std::string& typed, std::size_t at);

  NaiveArchive& archive_;
  double average_length_;
  std::map<std::pair<std::string, std::size_t>, double> frequencies_;
};

}  // namespace newshound::oracle

#endif
