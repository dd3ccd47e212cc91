// The oracle of matching and ranking: decides for every article by looking at every token whether it matches, and adds
// up its BM25 score as searcher/matching/bm25.h has the formula. No index, no posting list, no segment.
#ifndef NEWSHOUND_TESTS_ORACLE_NAIVE_MATCHER_H
#define NEWSHOUND_TESTS_ORACLE_NAIVE_MATCHER_H

#include "tests/oracle/naive_archive.h"
#include "tests/oracle/naive_words.h"

#include <newshound/result.h>
#include <newshound/searcher.h>

#include <map>
#include <string>
#include <vector>

namespace newshound::oracle {

struct NaiveHit {
  const NaiveArticle* article = nullptr;
  double score = 0;
};

class NaiveMatcher {
 public:
  explicit NaiveMatcher(NaiveArchive& archive)
      : archive_(archive), words_(archive), average_length_(archive.average_length()) {}

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

  using Place = Places::value_type;
  Places places(const QueryNode& clause, const NaiveText& text, const NaiveArticle& article);
  static bool is_near(const QueryNode& node, const NaiveText& text, const NaiveArticle& article, const Place& left,
                      const Place& right);
  double score_of(const QueryNode& clause, const NaiveArticle& article);

  // What a typed word adds to the article's score.
  double score(const NaiveToken& typed, double weight, const NaiveArticle& article);
  double inverse_document_frequency(const NaiveToken& typed);

  NaiveArchive& archive_;
  NaiveWords words_;
  double average_length_;
  std::map<std::string, double> frequencies_;  // by the word as typed
};

}  // namespace newshound::oracle

#endif
